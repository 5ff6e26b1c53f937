import type { DigestAsk, DigestFields } from '../../ports/digest.ts';
import { DIGEST_FIELDS, type DigestField } from '../../ports/digest-fields.ts';
import {
  digestHelpPost,
  unknownDigestWordPost,
  unnamedDigestPost,
} from '../../post/digest/digest-help-post.ts';
import { DIGEST_WORDS } from '../../post/digest/digest-words.ts';
import type { Post } from '../../post/post.ts';
import { textPost } from '../../post/text-post.ts';

/** What `/digest …` asks for in a terminal. */
export type DigestLine =
  | { readonly kind: 'digest'; readonly ask: DigestAsk }
  | { readonly kind: 'said'; readonly post: Post };

/** A word, or `key=value` of which the value may stand in marks: `schedule="weekdays at 9:00"`. */
const PIECE = /(?:([a-z]{1,20})=)?(?:"([^"]*)"|“([^”]*)”|'([^']*)'(?=\s|$)|(\S+))/giu;

/**
 * Reads what stands behind `/digest`: `create name="Morning news" source=https://… schedule="weekdays at 9:00"`. Of
 * several sources each has a `source=` of its own.
 */
export function readDigestLine(text: string): DigestLine {
  const [, typed = '', rest = ''] = /^\s*(\S*)([^]*)$/u.exec(text) ?? [];
  const said = typed.toLowerCase();
  if (said === '' || said === 'help') return { kind: 'said', post: digestHelpPost() };
  const word = DIGEST_WORDS.find((one) => one.word === said)?.word;
  if (word === undefined) return { kind: 'said', post: unknownDigestWordPost(typed) };
  if (word === 'list') return { kind: 'digest', ask: { kind: 'list' } };
  const { name, fields, unknown } = readPieces(rest);
  if (unknown !== undefined) return { kind: 'said', post: textPost(unknown) };
  if (word === 'create') {
    const named = name === '' || fields.name !== undefined ? fields : { ...fields, name };
    return { kind: 'digest', ask: { kind: 'create', fields: named } };
  }
  const about = name === '' && word !== 'edit' ? (fields.name ?? '') : name;
  if (about === '') return { kind: 'said', post: unnamedDigestPost(word) };
  if (word === 'edit') return { kind: 'digest', ask: { kind: 'edit', name: about, fields } };
  return { kind: 'digest', ask: { kind: word, name: about } };
}

interface Pieces {
  /** The words that belong to no key. */
  readonly name: string;
  readonly fields: DigestFields;
  /** What is wrong with a key, in a sentence. */
  readonly unknown?: string;
}

function readPieces(text: string): Pieces {
  const words: string[] = [];
  const fields: Partial<Record<DigestField, string>> = {};
  for (const [, key, ...values] of text.matchAll(PIECE)) {
    // Of the ways to write a value at most one holds something.
    const value = values.join('');
    if (key === undefined) words.push(value);
    else if (!isField(key.toLowerCase())) {
      const known = [...DIGEST_FIELDS].join(', ');
      return { name: '', fields, unknown: `A digest has no ${key}; it has ${known}.` };
    } else {
      const field = key.toLowerCase() as DigestField;
      const before = field === 'source' ? fields.source : undefined;
      fields[field] = before === undefined ? value : `${before}\n${value}`;
    }
  }
  return { name: words.join(' ').replace(/\s+/gu, ' ').trim(), fields };
}

function isField(key: string): key is DigestField {
  return DIGEST_FIELDS.some((field) => field === key);
}
