/**
 * Characters that are not seen and only mislead: controls, soft hyphens, zero-width spaces, byte order marks,
 * and the marks that turn the direction of writing around (UAX #9). The joiners U+200C and U+200D stay: scripts need them.
 */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** One line of clean text: well-formed, nothing unseen in it, white space folded. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}
