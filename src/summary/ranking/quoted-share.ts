/** The share of a text that stands between quotation marks, 0..1; a mark whose partner is missing reaches to the text's end. */
export function quotedShare(text: string): number {
  let closing: string | undefined;
  let start = 0;
  let inside = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (closing === undefined) {
      closing = closingOf(text, at);
      if (closing === undefined) {
        // What closes here was opened in a sentence before.
        if (inside === 0 && (sign === '”' || sign === '」')) inside = at;
      } else start = at + 1;
    } else if (closing.includes(sign) && !isInWord(text, at)) {
      inside += at - start;
      closing = undefined;
    }
  }
  if (closing !== undefined && closing !== SINGLE) inside += text.length - start;
  return Math.min(1, inside / Math.max(1, text.length));
}

const SINGLE = "'’";
const PARTNERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”“',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‘': SINGLE,
  "'": SINGLE,
};

/** What closes the quotation that opens here; an apostrophe opens none. */
function closingOf(text: string, at: number): string | undefined {
  const partner = PARTNERS[text.charAt(at)];
  return partner !== SINGLE || at === 0 || /[\s("]/u.test(text.charAt(at - 1))
    ? partner
    : undefined;
}

/** An apostrophe between letters closes nothing. */
function isInWord(text: string, at: number): boolean {
  return SINGLE.includes(text.charAt(at)) && /\p{L}/u.test(text.charAt(at + 1));
}
