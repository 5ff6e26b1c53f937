import { listAt, textAt } from '../../payload-field.ts';
import { unescapeMrkdwn } from './unescape-mrkdwn.ts';

/** Slack's own limit for a message's text is 40,000; what is longer was not written by Slack. */
const MAX_CHARS = 100_000;

/**
 * The words of a message as they were typed, without the marks of mrkdwn: out of its rich text where it has some,
 * else out of its `text`. `without` is a user whose mentions are left out: the bot.
 */
export function readMessageText(message: unknown, without: string): string {
  const rich = listAt(message, 'blocks')
    .filter((block) => textAt(block, 'type') === 'rich_text')
    .map((block) => readElements(listAt(block, 'elements'), without))
    .join('\n');
  const text = rich.trim() === '' ? unescapeMrkdwn(textAt(message, 'text'), without) : rich;
  return text.slice(0, MAX_CHARS).trim();
}

/** Sections, quotes and code, each on lines of its own. */
function readElements(elements: readonly unknown[], without: string): string {
  return elements
    .map((element) =>
      textAt(element, 'type') === 'rich_text_list'
        ? listAt(element, 'elements')
            .map((item) => readLine(item, without))
            .join('\n')
        : readLine(element, without),
    )
    .join('\n');
}

function readLine(section: unknown, without: string): string {
  return listAt(section, 'elements')
    .map((element) => readInline(element, without))
    .join('');
}

function readInline(element: unknown, without: string): string {
  switch (textAt(element, 'type')) {
    case 'text':
      return textAt(element, 'text');
    case 'link':
      return textAt(element, 'text') || textAt(element, 'url');
    case 'emoji':
      return readEmoji(textAt(element, 'unicode'));
    case 'user':
      return textAt(element, 'user_id') === without ? '' : '@…';
    case 'broadcast':
      return `@${textAt(element, 'range')}`;
    case 'date':
      return textAt(element, 'fallback');
    default:
      return '';
  }
}

/** `1f1f3-1f1f4` → 🇳🇴 */
function readEmoji(unicode: string): string {
  if (!/^[\da-f]{1,6}(?:-[\da-f]{1,6}){0,15}$/u.test(unicode)) return '';
  const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16));
  return points.every((point) => point <= 0x10_ff_ff) ? String.fromCodePoint(...points) : '';
}
