import { fieldAt, listAt, textAt } from '../../payload-field.ts';
import { unescapeEntities } from './unescape-mrkdwn.ts';

/** `<https://…>` or `<https://…|words>`: how Slack writes links into texts. */
const MARKED = /<(https?:\/\/[^<>|\s]+)(?:\|[^<>]*)?>/giu;
/** An address in bare words: what is typed behind a command is not linked. */
const BARE = /https?:\/\/[^\s<>"|]+/giu;
/** What stands behind an address and belongs to the sentence. */
const TAIL: ReadonlySet<string> = new Set(`.,;:!?'’”»)]`);

/** Of a message no more is looked through. */
const MAX_NODES = 2000;

/** The addresses in a text, the first first, each once. */
export function findLinksInText(text: string): readonly string[] {
  const marked = [...text.matchAll(MARKED)].map((match) => ({
    at: match.index,
    url: unescapeEntities(match[1] ?? ''),
  }));
  const rest = text.replace(MARKED, (mark) => ' '.repeat(mark.length));
  const bare = [...rest.matchAll(BARE)].map((match) => ({
    at: match.index,
    url: unescapeEntities(withoutTail(match[0])),
  }));
  const found = [...marked, ...bare].sort((one, other) => one.at - other.at);
  return unique(found.map(({ url }) => url));
}

/** A closing bracket stays where the address opened it. */
function withoutTail(url: string): string {
  let end = url.length;
  while (end > 0 && TAIL.has(url.charAt(end - 1))) end -= 1;
  const cut = url.slice(0, end);
  return url.charAt(end) === ')' && cut.includes('(') && !cut.includes(')') ? `${cut})` : cut;
}

/**
 * The addresses that a message points at: those in its text, else in its blocks, else in what other apps attached to
 * it (a feed's headline, a forwarded message).
 */
export function findLinks(message: unknown): readonly string[] {
  const inText = findLinksInText(textAt(message, 'text'));
  if (inText.length > 0) return inText;
  const inBlocks = linksWithin(listAt(message, 'blocks'));
  return inBlocks.length > 0 ? inBlocks : linksWithin(listAt(message, 'attachments'));
}

const ADDRESS_FIELDS: ReadonlySet<string> = new Set([
  'url',
  'title_link',
  'from_url',
  'original_url',
]);
const TEXT_FIELDS: ReadonlySet<string> = new Set(['text', 'pretext', 'value', 'fallback']);

function linksWithin(root: readonly unknown[]): readonly string[] {
  const links: string[] = [];
  const open: unknown[] = [...root].reverse();
  for (let seen = 0; open.length > 0 && seen < MAX_NODES; seen += 1) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    const inner: unknown[] = [];
    for (const [name, value] of Object.entries(node)) {
      if (typeof value !== 'string') inner.push(value);
      else if (TEXT_FIELDS.has(name)) links.push(...findLinksInText(value));
      else if (ADDRESS_FIELDS.has(name) && isButton(node)) continue;
      else if (ADDRESS_FIELDS.has(name) && /^https?:\/\//iu.test(value)) links.push(value);
    }
    open.push(...inner.reverse());
  }
  return unique(links);
}

/** A button leads somewhere to do something, and to no article. */
function isButton(node: object): boolean {
  return fieldAt(node, 'type') === 'button';
}

function unique(urls: readonly string[]): readonly string[] {
  return [...new Set(urls.filter((url) => URL.canParse(url)))];
}
