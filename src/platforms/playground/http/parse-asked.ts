import { ACTIONS } from '../../../post/actions.ts';
import type { FormAbout } from '../../../ports/digest.ts';
import { DIGEST_FIELDS, type DigestField } from '../../../ports/digest-fields.ts';
import { fieldAt, listAt, textAt } from '../../payload-field.ts';
import type { Filled, Pressed, Said } from '../create-talk.ts';
import type { SharedFile } from '../message.ts';

const ID = /^[\w-]{10,64}$/u;
const MAX_FILES = 3;
const MAX_FIELD_CHARS = 4000;
/** What somebody says; `undefined` for whatever our page does not send. */
export function parseSaid(value: unknown): Said | undefined {
  const [id, repliesTo] = [textAt(value, 'id'), textAt(value, 'repliesTo')];
  if (!ID.test(id)) return undefined;
  const files = listAt(value, 'files').slice(0, MAX_FILES).map(parseFile);
  return {
    id,
    text: textAt(value, 'text'),
    files: files.filter((file) => file !== undefined),
    ...(ID.test(repliesTo) ? { repliesTo } : {}),
  };
}

export function parsePressed(value: unknown): Pressed | undefined {
  const action = ACTIONS.find((one) => one === textAt(value, 'action'));
  const pointed = parsePointed(value);
  return action === undefined || pointed === undefined ? undefined : { ...pointed, action };
}

export function parsePointed(
  value: unknown,
): { readonly id: string; readonly message: string } | undefined {
  const [id, message] = [textAt(value, 'id'), textAt(value, 'message')];
  return ID.test(id) && ID.test(message) ? { id, message } : undefined;
}

export function parseFilled(value: unknown): Filled | undefined {
  const id = textAt(value, 'id');
  const about = parseAbout(fieldAt(value, 'about'));
  if (!ID.test(id) || about === undefined) return undefined;
  const fields = DIGEST_FIELDS.flatMap((name): readonly (readonly [DigestField, string])[] => {
    const filled = fieldAt(value, 'fields', name);
    return typeof filled === 'string' ? [[name, filled.slice(0, MAX_FIELD_CHARS)]] : [];
  });
  return { id, about, fields: Object.fromEntries<string>(fields) };
}

function parseAbout(value: unknown): FormAbout | undefined {
  const [name, key] = [textAt(value, 'name'), textAt(value, 'key')];
  switch (textAt(value, 'kind')) {
    case 'create':
      return { kind: 'create' };
    case 'edit':
      return { kind: 'edit', name };
    case 'redraft':
      return { kind: 'redraft', key };
    default:
      return undefined;
  }
}

function parseFile(value: unknown): SharedFile | undefined {
  const id = textAt(value, 'id');
  const sizeBytes = fieldAt(value, 'sizeBytes');
  if (!ID.test(id) || typeof sizeBytes !== 'number') return undefined;
  return { id, name: textAt(value, 'name').slice(0, 200), sizeBytes };
}
