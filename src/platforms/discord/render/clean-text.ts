/**
 * Controls, soft hyphens, zero-width spaces, byte order marks, tags, and the marks that turn the direction of writing
 * around (UAX #9). The joiners U+200C and U+200D stay: scripts and emoji need them.
 */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/** One line of hostile text as it may stand in a message: nothing unseen in it, well-formed. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '').replace(BREAKS, ' ').trim();
}

/** The same for what may have lines of its own; none of them is empty. */
export function cleanLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map(cleanText)
    .filter((line) => line !== '');
}
