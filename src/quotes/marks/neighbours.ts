/** White space of Unicode, and the empty text beyond a paragraph's edge. */
const SPACES = [
  '',
  ...charactersOf('\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'),
].concat(Array.from({ length: 11 }, (_, at) => String.fromCharCode(0x2000 + at)));
const BEFORE_OPENING = new Set([...SPACES, ...charactersOf('([{<>/|–—―-=…¿¡"\'“‘„‚«‹「『')]);
const NOT_BEFORE_CLOSING = new Set([...SPACES, '(', '[', '{']);
const AFTER_CLOSING = new Set([
  ...SPACES,
  ...charactersOf(')]}<>/|–—―-.,;:!?…"\'”’“‘»›」』。，、！？；：،؛؟।'),
]);

function charactersOf(text: string): readonly string[] {
  return Array.from(text);
}

/** Whether a mark that opens can stand behind this character; an empty one is the paragraph's edge. */
export function canStandBeforeOpening(character: string): boolean {
  return BEFORE_OPENING.has(character);
}

/** Whether a mark that closes can stand behind this character. */
export function canStandBeforeClosing(character: string): boolean {
  return !NOT_BEFORE_CLOSING.has(character);
}

/** Whether this character can stand behind a mark that closes. */
export function canStandAfterClosing(character: string): boolean {
  return AFTER_CLOSING.has(character);
}
