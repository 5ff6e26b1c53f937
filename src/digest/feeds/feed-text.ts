import { Parser } from 'htmlparser2';
import { plainText } from '../../text/plain-text.ts';

/** Ours. A title that is longer is a text. */
export const MAX_TITLE_CHARS = 300;
/** Ours: enough for a summary of an article that cannot be read. */
export const MAX_TEXT_CHARS = 4000;

/** Markup of a title or text is looked at so far; what feeds say stands in the first part of it. */
const MAX_MARKUP_CHARS = 12_000;
const MAX_TITLE_MARKUP_CHARS = 2000;

/** Elements that a title may be set with; any other word in angle brackets is the title's own. */
const TITLE_TAGS =
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark p q s samp small span strike strong sub sup tt u var';
const TITLE_TAG = new RegExp(
  `<(/?)(${TITLE_TAGS.replaceAll(' ', '|')})(?:\\s[^<>]{0,300})?>`,
  'giu',
);
const VOID_TITLE_TAG = /<(?:br|hr|img|wbr)(?:\s[^<>]{0,500})?\/?>/giu;

/** Elements whose text is not read. */
const MUTE_TAGS = new Set(
  'audio button canvas form iframe math noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
const LINE_TAGS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/**
 * A title as one plain line. Feeds write entities and formatting into titles, escaped once, twice or not at all; an
 * angle bracket that is no formatting stays.
 */
export function titleText(raw: string): string {
  let text = raw.slice(0, MAX_TITLE_MARKUP_CHARS);
  // Once is what feeds do; a second time is undone only where entities are left, which no title has.
  for (let round = 0; round < 2 && /[<&]/u.test(text); round += 1) {
    text = decodeEntities(withoutFormatting(text));
  }
  return cut(plainText(withoutFormatting(text)), MAX_TITLE_CHARS);
}

function withoutFormatting(text: string): string {
  const closed = new Set<string>();
  for (const [, slash, name = ''] of text.matchAll(TITLE_TAG)) {
    if (slash === '/') closed.add(name.toLowerCase());
  }
  return text
    .replace(VOID_TITLE_TAG, ' ')
    .replace(TITLE_TAG, (tag, _slash: string, name: string) =>
      closed.has(name.toLowerCase()) ? '' : tag,
    );
}

function decodeEntities(text: string): string {
  // As text of an element that holds no elements: only entities are undone.
  return /&[#a-z]/iu.test(text) ? textOf(text.replaceAll('<', '&lt;')).join('') : text;
}

/** A description or content as plain text, a paragraph a line, at most `maxChars`. */
export function bodyText(raw: string, maxChars: number): string {
  const markup = raw.slice(0, MAX_MARKUP_CHARS);
  let lines = linesOf(markup);
  // Escaped twice: what should be a text is its markup.
  if (
    lines.some((line) => /<\/?(?:p|br|div|a|img|strong|em|span|ul|li)\b[^<>]{0,500}>/iu.test(line))
  ) {
    lines = linesOf(lines.join('\n'));
  }
  return cut(lines.join('\n'), maxChars);
}

/** A text without markup, its lines kept. */
export function bareText(raw: string, maxChars: number): string {
  const lines = raw.slice(0, MAX_MARKUP_CHARS).split(/\r?\n/u);
  return cut(
    lines
      .map(plainText)
      .filter((line) => line !== '')
      .join('\n'),
    maxChars,
  );
}

function linesOf(markup: string): readonly string[] {
  return textOf(markup)
    .join('')
    .split('\n')
    .map(plainText)
    .filter((line) => line !== '');
}

/** The pieces of text of some HTML, with a line feed where a line ends; line feeds of its source are spaces. */
function textOf(html: string): readonly string[] {
  const parts: string[] = [];
  let mute = 0;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (MUTE_TAGS.has(name)) mute += 1;
        if (LINE_TAGS.has(name)) parts.push('\n');
      },
      onclosetag: (name) => {
        if (MUTE_TAGS.has(name)) mute -= 1;
        if (LINE_TAGS.has(name)) parts.push('\n');
      },
      ontext: (text) => {
        if (mute === 0) parts.push(text.replace(/\s+/gu, ' '));
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return parts;
}

function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const start = text
    .slice(0, maxChars - 1)
    .toWellFormed()
    .replaceAll('\ufffd', '');
  // At a word's end where one is near.
  const end = start.search(/\s\S{0,40}$/u);
  return `${(end > 0 ? start.slice(0, end) : start).trimEnd()}…`;
}
