import type { FormAbout } from '../../../ports/digest.ts';
import type { DigestRequest } from '../../../ports/request.ts';
import {
  digestHelpPost,
  unknownDigestWordPost,
  unnamedDigestPost,
} from '../../../post/digest/digest-help-post.ts';
import { DIGEST_WORDS } from '../../../post/digest/digest-words.ts';
import type { Post } from '../../../post/post.ts';
import { textAt } from '../../payload-field.ts';
import { askedOf, type Caller } from './read-slash.ts';
import { unescapeEntities } from './unescape-mrkdwn.ts';

/** What `/digest` asks for. */
export type DigestMeaning =
  | { readonly kind: 'request'; readonly request: DigestRequest }
  /** `name` is what was typed for a new digest. */
  | { readonly kind: 'form'; readonly about: FormAbout; readonly name?: string }
  /** Nothing to be written down: said at once. */
  | { readonly kind: 'said'; readonly post: Post };

/** Marks in which people put names: in pairs, mixed, or one that was forgotten. */
const DOUBLE: ReadonlySet<string> = new Set('"`“”„‟«»');
/** A name may begin or end with one of these by itself: it goes only where there is one at either end. */
const SINGLE: ReadonlySet<string> = new Set("'‘’‚‛‹›");
const MAX_NAME_CHARS = 1000;

/** Reads `/digest show Morning news`. Names may have spaces, and marks around them. */
export function readDigest(payload: unknown, caller: Caller): DigestMeaning {
  const text = unescapeEntities(textAt(payload, 'text')).trim();
  const [, typed = '', rest = ''] = /^(\S*)([^]*)$/u.exec(text) ?? [];
  const said = typed.toLowerCase();
  const name = readName(rest);
  if (said === '' || said === 'help') return { kind: 'said', post: digestHelpPost() };
  const word = DIGEST_WORDS.find((one) => one.word === said)?.word;
  switch (word) {
    case undefined:
      return { kind: 'said', post: unknownDigestWordPost(typed) };
    case 'create':
      return { kind: 'form', about: { kind: 'create' }, ...(name === '' ? {} : { name }) };
    case 'list':
      return requestOf(caller, { kind: 'list' });
    default:
      if (name === '') return { kind: 'said', post: unnamedDigestPost(word) };
      if (word === 'edit') return { kind: 'form', about: { kind: 'edit', name } };
      return requestOf(caller, { kind: word, name });
  }
}

function requestOf(caller: Caller, ask: DigestRequest['ask']): DigestMeaning {
  return { kind: 'request', request: { kind: 'digest', ...askedOf(caller, true), ask } };
}

/** A name without the marks around it, white space folded. */
function readName(typed: string): string {
  let name = typed.slice(0, MAX_NAME_CHARS).replace(/\s+/gu, ' ').trim();
  for (;;) {
    const bare = withoutMarks(name);
    if (bare === name) return name;
    name = bare;
  }
}

function withoutMarks(name: string): string {
  const [first, last] = [name.charAt(0), name.charAt(name.length - 1)];
  const isBetween = isMark(first) && isMark(last);
  const start = isBetween || DOUBLE.has(first) ? 1 : 0;
  const end = isBetween || DOUBLE.has(last) ? 1 : 0;
  return name.slice(start, Math.max(start, name.length - end)).trim();
}

function isMark(char: string): boolean {
  return DOUBLE.has(char) || SINGLE.has(char);
}
