import { send } from './connection.js';
import { byId, element } from './element.js';

/** @import { FieldFault, Form, FormField } from '../../../ports/digest.ts' */

/** What the bot asks for a digest, as a form. @param {{ fail: (error: unknown) => void }} doing */
export function createDigestForm({ fail }) {
  const dialog = byId('form');

  /** @param {Form} form */
  return function open(form) {
    const fields = form.fields.filter(({ shape }) => shape.kind !== 'channel');
    const written = element(
      'form',
      {
        novalidate: true,
        onsubmit: async (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          try {
            const filled = Object.fromEntries(new FormData(written));
            const reply = await send('submit', { about: form.about, fields: filled });
            if (reply.status === 'faulty') showFaults(written, reply.faults);
            else dialog.close();
          } catch (error) {
            dialog.close();
            fail(error);
          }
        },
      },
      element('h2', { id: 'form-title' }, form.title),
      ...fields.map(fieldView),
      element('p', { class: 'fault', role: 'alert', hidden: true }),
      element(
        'div',
        { class: 'actions' },
        element('button', { type: 'submit', class: 'primary' }, form.submitLabel),
        element('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
      ),
    );
    dialog.replaceChildren(written);
    dialog.showModal();
  };
}

/** @param {FormField} field */
function fieldView(field) {
  const { name, label, hint, isRequired } = field;
  const described = hint === undefined ? `${name}-fault` : `${name}-hint ${name}-fault`;
  return element(
    'div',
    { class: 'field' },
    element('label', { for: `field-${name}` }, isRequired ? label : `${label} (optional)`),
    inputOf(field, { id: `field-${name}`, name, 'aria-describedby': described }),
    hint === undefined ? undefined : element('p', { class: 'hint', id: `${name}-hint` }, hint),
    element('p', { class: 'fault', id: `${name}-fault`, 'data-field': name, hidden: true }),
  );
}

/** @param {FormField} field @param {Record<string, string>} attributes */
function inputOf({ shape, value = '' }, attributes) {
  if (shape.kind === 'choice') {
    const options = shape.choices.map((choice) =>
      element('option', { value: choice.value, selected: choice.value === value }, choice.label),
    );
    return element('select', attributes, ...options);
  }
  if (shape.kind === 'lines')
    return element('textarea', { ...attributes, rows: 3, maxlength: shape.maxChars }, value);
  const maxlength = shape.kind === 'line' ? shape.maxChars : undefined;
  return element('input', { ...attributes, type: 'text', value, maxlength });
}

/** @param {HTMLFormElement} form @param {readonly FieldFault[]} faults */
function showFaults(form, faults) {
  for (const place of form.querySelectorAll('.fault')) place.toggleAttribute('hidden', true);
  for (const input of form.querySelectorAll('[aria-invalid]'))
    input.removeAttribute('aria-invalid');
  for (const { field, sentence } of faults) {
    // A field that is not shown has no place of its own.
    const place =
      form.querySelector(`[data-field="${field}"]`) ?? form.querySelector('[role="alert"]');
    if (place === null) continue;
    place.textContent = sentence;
    place.toggleAttribute('hidden', false);
    form.querySelector(`#field-${field}`)?.setAttribute('aria-invalid', 'true');
  }
  const first = /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid]'));
  first?.focus();
}
