/** Line, paragraph and page breaks of every kind. */
const BREAKS = /[\n\r\v\f\u0085\u2028\u2029]/gu;

/**
 * What a terminal or a log must not get from a page: escape and other control characters, marks that turn the
 * direction of all that follows, and invisible tag characters (Unicode Technical Report 36, 3.1 and 3.5).
 */
const UNPRINTABLE =
  /[\0-\x08\x0E-\x1F\x7F-\x9F\u061C\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** One line of hostile text, safe to print: tabs and breaks become a space, lone surrogates a replacement character. */
export function printable(text: string): string {
  return text.toWellFormed().replace(BREAKS, ' ').replaceAll('\t', ' ').replace(UNPRINTABLE, '');
}

/** The same, cut to `maxChars` with an ellipsis: for a name or an address inside one of our own sentences. */
export function printableName(text: string, maxChars = 100): string {
  const clean = printable(text.slice(0, maxChars * 4)).trim();
  return clean.length <= maxChars ? clean : `${clean.slice(0, maxChars - 1).toWellFormed()}…`;
}
