import { Parser } from 'htmlparser2';

/** More than any title or name; what is longer is cut before any other work is done on it. */
const MAX_INPUT_CHARS = 4_000;

/**
 * A value from a page's data as one plain line: markup and entities that were encoded twice undone, white space
 * folded, control and direction characters out, cut at `maxChars`.
 */
export function cleanText(raw: string, maxChars: number): string {
  const input = raw.slice(0, MAX_INPUT_CHARS);
  const text = /<\/?[a-z][^<>]{0,300}>|&[#a-z0-9]{2,10};/iu.test(input)
    ? withoutMarkup(input)
    : input;
  const line = text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\u00ad]/gu, '')
    .trim();
  return line.length <= maxChars
    ? line
    : `${line
        .slice(0, maxChars - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/** A longer text from a page's data: its lines kept, markup, control and direction characters out. */
export function cleanBody(raw: string, maxChars: number): string {
  const input = raw.slice(0, maxChars);
  const text = /<\/?(?:p|br|div|a|strong|em|li)\b/iu.test(input) ? withoutMarkup(input) : input;
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]/gu,
      '',
    )
    .trim();
}

function withoutMarkup(text: string): string {
  const parts: string[] = [];
  const parser = new Parser({
    ontext: (data) => parts.push(data),
    onopentagname: (name) => {
      if (/^(?:br|p|div|li|h[1-6])$/u.test(name)) parts.push('\n');
    },
  });
  parser.end(text);
  return parts.join('');
}
