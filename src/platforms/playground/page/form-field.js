import { ask } from './connection.js';
import { element } from './element.js';

/** @import { Choice, FieldFault, FormField } from '../../../ports/digest.ts' */

/** A field of a form, with what is in it. @param {FormField} field @param {string} [value] */
export function fieldView(field, value = '') {
  const { name, label, hint, isRequired } = field;
  const described = hint === undefined ? `${name}-fault` : `${name}-hint ${name}-fault`;
  const attributes = { id: `field-${name}`, name, 'aria-describedby': described };
  return element(
    'div',
    { class: 'field' },
    element('label', { for: `field-${name}` }, isRequired ? label : `${label} (optional)`),
    ...(name === 'timezone'
      ? zoneInput({ ...attributes, value })
      : [inputOf(field, value, attributes)]),
    hint === undefined ? undefined : element('p', { class: 'hint', id: `${name}-hint` }, hint),
    element('p', { class: 'fault', id: `${name}-fault`, 'data-field': name, hidden: true }),
  );
}

/** @param {FormField} field @param {string} value @param {Record<string, string>} attributes */
function inputOf({ shape }, value, attributes) {
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

/** Time zones are suggested as they are typed. @param {Record<string, string>} attributes */
function zoneInput(attributes) {
  const list = element('datalist', { id: 'zones' });
  const input = element('input', { ...attributes, type: 'text', list: 'zones', maxlength: 60 });
  input.addEventListener('input', async () => {
    try {
      const typed = input.value;
      /** @type {{ choices: readonly Choice[] }} */
      const { choices } = await ask('suggest', { field: 'timezone', typed });
      if (input.value !== typed) return;
      list.replaceChildren(
        ...choices.map(({ label, value }) => element('option', { value, label })),
      );
    } catch {
      // Without suggestions it can be typed all the same.
    }
  });
  return [input, list];
}

/** @param {HTMLFormElement} form @param {readonly FieldFault[]} faults */
export function showFaults(form, faults) {
  for (const place of form.querySelectorAll('.fault')) place.toggleAttribute('hidden', true);
  for (const input of form.querySelectorAll('[aria-invalid]'))
    input.removeAttribute('aria-invalid');
  for (const { field, sentence } of faults) {
    // A field that is not shown has no place of its own.
    const place =
      form.querySelector(`[data-field="${field}"]`) ?? form.querySelector('[role="alert"]');
    if (place === null) continue;
    // A field may have several faults: each feed its own.
    place.textContent = place.hasAttribute('hidden')
      ? sentence
      : `${place.textContent} ${sentence}`;
    place.toggleAttribute('hidden', false);
    form.querySelector(`#field-${field}`)?.setAttribute('aria-invalid', 'true');
  }
  const first = /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid]'));
  first?.focus();
}
