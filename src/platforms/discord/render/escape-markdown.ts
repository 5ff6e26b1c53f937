/** Marks of Discord's Markdown wherever they stand: styles, spoilers, code, links, mentions, emoji, timestamps. */
const MARKS = /[\\*_~`|<>[\]@]|(?<=<)#/gu;
/**
 * A colon with something behind it makes an address of what stands before it (`https://`), or an emoji (`:smile:`).
 * A backslash within the address is what keeps Discord from linking it; one before it does not.
 */
const TIGHT_COLON = /:(?=\S)/gu;
/** Headings, small print and list items, at the beginning of a line. */
const LINE_MARK = /^(?:#|-|\+)/u;
const NUMBER_MARK = /^(\d+)([.)])(?=\s|$)/u;

/**
 * One line of clean text as Discord's Markdown shows it literally: nothing in it is formatted, linked or a mention.
 * https://support.discord.com/hc/articles/210298617
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(MARKS, '\\$&')
    .replace(TIGHT_COLON, '\\:')
    .replace(LINE_MARK, '\\$&')
    .replace(NUMBER_MARK, '$1\\$2');
}

/**
 * Escaped and at most `maxChars` long, cut between words with an ellipsis: for what is no quote and no bullet.
 */
export function escapeWithin(line: string, maxChars: number): string {
  const whole = escapeMarkdown(line);
  if (whole.length <= maxChars) return whole;
  for (let cut = line.slice(0, maxChars); cut !== '';) {
    const space = cut.lastIndexOf(' ');
    cut = space > 0 ? cut.slice(0, space) : withoutHalf(cut.slice(0, (cut.length * 3) >> 2));
    const shown = escapeMarkdown(`${cut.trimEnd()}…`);
    if (shown.length <= maxChars) return shown;
  }
  return '…';
}

function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/u, '');
}
