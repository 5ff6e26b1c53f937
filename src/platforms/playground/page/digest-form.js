import { send } from './connection.js';
import { byId, element } from './element.js';
import { fieldView, showFaults } from './form-field.js';
import { fail } from './notice.js';
import { once } from './once.js';

/** @import { Form, FormAbout } from '../../../ports/digest.ts' */

/** What somebody filled in, by field. @typedef {Record<string, string>} Filled */

/**
 * What the bot asks for a digest, as a form. What was filled in is there again the next time, until the bot has
 * understood it or it is thrown away.
 */
export function createDigestForm() {
  const dialog = byId('form');
  /** By what the form is about. @type {Map<string, Filled>} */
  const kept = new Map();

  /** @param {Form} form */
  const open = (form) => {
    const name = nameOf(form.about);
    const known = kept.get(name) ?? {};
    const fields = form.fields.filter(({ shape }) => shape.kind !== 'channel');
    const written = element(
      'form',
      {
        novalidate: true,
        oninput: () => kept.set(name, filledIn(written)),
        onsubmit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          // The second of two clicks comes when it is closed already.
          if (dialog.open) void once(submit, () => hand(form.about, written), { leastMs: 0 });
        },
      },
      element('h2', { id: 'form-title' }, form.title),
      kept.has(name)
        ? element('p', { class: 'hint' }, 'It is as you left it. Cancel throws that away.')
        : undefined,
      ...fields.map((field) =>
        fieldView(field, known[field.name] ?? firstValue(field, form.about)),
      ),
      element('p', { class: 'fault', role: 'alert', hidden: true }),
    );
    const submit = element('button', { type: 'submit', class: 'primary' }, form.submitLabel);
    const throwAway = () => {
      kept.delete(name);
      dialog.close();
    };
    written.append(
      element(
        'div',
        { class: 'actions' },
        submit,
        element('button', { type: 'button', onclick: throwAway }, 'Cancel'),
      ),
    );
    dialog.replaceChildren(written);
    dialog.showModal();
  };
  /** @param {FormAbout} about @param {HTMLFormElement} written */
  const hand = async (about, written) => {
    const filled = filledIn(written);
    // Whether its feeds can be read is found out later.
    kept.set(nameOf(about), filled);
    try {
      const reply = await send('submit', { about, fields: filled });
      if (reply.status === 'faulty') showFaults(written, reply.faults);
      else dialog.close();
    } catch (error) {
      dialog.close();
      fail(error);
    }
  };

  return {
    open,
    /** The bot has understood a form: it can be changed from there. */
    forget: () => kept.clear(),
  };
}

/** @param {FormAbout} about */
function nameOf(about) {
  return JSON.stringify(about);
}

/** @param {HTMLFormElement} form @returns {Filled} */
function filledIn(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** Where the bot guesses the time zone of its machine the browser knows the person's. @param {Form['fields'][number]} field @param {FormAbout} about */
function firstValue({ name, value }, about) {
  return name === 'timezone' && about.kind === 'create'
    ? Intl.DateTimeFormat().resolvedOptions().timeZone
    : value;
}
