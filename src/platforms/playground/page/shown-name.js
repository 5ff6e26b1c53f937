import { element } from './element.js';

/**
 * What a name must not have where it is shown in a line of ours: breaks, control characters, and marks that turn the
 * direction of what follows (Unicode Technical Report 36, 3.1 and 3.5). As `post/printable.ts` has it, which the
 * browser does not get.
 */
const UNPRINTABLE =
  /[\p{Cc}\u061C\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** A name from outside as plain text. @param {string} name */
export function printable(name) {
  return name.toWellFormed().replace(UNPRINTABLE, '');
}

/** A name from outside in a line of ours: whatever it is written in, the line stays as it is. @param {string} name */
export function shownName(name) {
  return element('bdi', {}, printable(name));
}
