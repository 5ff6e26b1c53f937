import {
  ComponentType,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
} from 'discord.js';
import type { DigestAsk, DigestFields, FormAbout } from '../../../ports/digest.ts';
import { findTyped } from '../render/typed-embed.ts';
import { findMeaning } from '../wire/custom-id.ts';
import { findAgainAbout, findFormAbout } from '../wire/form-id.ts';
import { fieldsOf } from './read-digest.ts';

/** A form, and what stands in it whatever is known otherwise. */
export interface FormToOpen {
  readonly about: FormAbout;
  readonly typed: DigestFields;
}

/** The form that a click opens; `undefined` where it opens none. */
export function findFormToOpen({
  data,
  message,
}: APIMessageComponentInteraction): FormToOpen | undefined {
  const again = findAgainAbout(data.custom_id);
  if (again !== undefined) return { about: again, typed: fieldsOf(findTyped(message.embeds)) };
  const meaning = findMeaning(data.custom_id);
  if (meaning?.action !== 'change') return undefined;
  return { about: { kind: 'redraft', key: meaning.key }, typed: {} };
}

export interface FilledForm {
  readonly about: FormAbout;
  readonly fields: DigestFields;
}

/** A form of ours that was filled in. */
export function readForm({ data }: APIModalSubmitInteraction): FilledForm | undefined {
  const about = findFormAbout(data.custom_id);
  if (about === undefined) return undefined;
  const fields = data.components.flatMap((component): readonly (readonly [string, string])[] => {
    if (component.type !== ComponentType.Label) return [];
    const field = component.component;
    const value = 'values' in field ? field.values[0] : 'value' in field ? field.value : undefined;
    return typeof value === 'string' ? [[field.custom_id, value]] : [];
  });
  return { about, fields: fieldsOf(fields) };
}

export function askOfForm({ about, fields }: FilledForm): DigestAsk {
  switch (about.kind) {
    case 'create':
      return { kind: 'create', fields };
    case 'edit':
      return { kind: 'edit', name: about.name, fields };
    case 'redraft':
      return { kind: 'redraft', key: about.key, fields };
  }
}
