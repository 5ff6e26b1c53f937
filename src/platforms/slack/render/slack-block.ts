import type { Json } from '../../../ports/json.ts';

/** https://docs.slack.dev/reference/block-kit/blocks */
export interface Block {
  readonly type: string;
  readonly [name: string]: Json;
}

export interface Element {
  readonly type: string;
  readonly [name: string]: Json;
}

/** Slack's limit for one text object; rich text names none, and is held to the same. */
const MAX_TEXT_CHARS = 3000;

export interface TextStyle {
  readonly bold?: true;
  readonly italic?: true;
}

/** Text as elements of rich text, where Slack looks for no marks, links or mentions. Empty text has none. */
export function richText(text: string, style?: TextStyle): readonly Element[] {
  const elements: Element[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + MAX_TEXT_CHARS, text.length);
    const isWithinPair = to < text.length && /[\ud800-\udbff]/u.test(text.charAt(to - 1));
    if (isWithinPair) to -= 1;
    const piece = text.slice(from, to);
    elements.push({ type: 'text', text: piece, ...(style ? { style: { ...style } } : {}) });
    from = to;
  }
  return elements;
}

export function richBlock(elements: readonly Element[]): Block {
  return { type: 'rich_text', elements };
}

export function richSection(elements: readonly Element[]): Element {
  return { type: 'rich_text_section', elements };
}

/** Small grey text. Plain, so that nothing in it is read as a mark. */
export function contextBlock(text: string): Block {
  return { type: 'context', elements: [plain(text)] };
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function plain(text: string): Element {
  return { type: 'plain_text', text, emoji: false };
}
