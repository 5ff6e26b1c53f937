import type { Part } from '../../../post/post.ts';
import { cleanLines, cleanText } from './clean-text.ts';
import { richBlock, richSection, richText, type Block, type Element } from './slack-block.ts';

/** What is never divided: a block, or a bullet that shares a list with its neighbours. */
export type Piece =
  | { readonly kind: 'block'; readonly block: Block; readonly plain: string }
  | { readonly kind: 'bullet'; readonly element: Element; readonly plain: string };

/** A part of a post as Slack shows it; `undefined` where nothing of it can be seen. */
export function renderPart(part: Part): Piece | undefined {
  const text =
    part.kind === 'example' || part.kind === 'text' ? cleanLines(part.text) : cleanText(part.text);
  if (text === '') return undefined;
  switch (part.kind) {
    case 'bullet':
      return { kind: 'bullet', element: richSection(richText(text)), plain: `• ${text}` };
    case 'text':
      return blockOf(richSection(richText(text)), text);
    case 'heading':
      return blockOf(richSection(richText(text, { bold: true })), text);
    case 'example':
      return blockOf({ type: 'rich_text_preformatted', elements: richText(text) }, text);
    case 'quote':
      return quoteOf(text, part.speaker === undefined ? '' : `— ${cleanText(part.speaker)}`);
    case 'passage':
      return quoteOf(text, cleanText(part.place));
  }
}

function quoteOf(text: string, source: string): Piece {
  const isTold = source.replace('—', '').trim() !== '';
  const elements = isTold
    ? [...richText(`${text}\n`), ...richText(source, { italic: true })]
    : richText(text);
  return blockOf({ type: 'rich_text_quote', elements }, isTold ? `${text} ${source}` : text);
}

function blockOf(element: Element, plain: string): Piece {
  return { kind: 'block', block: richBlock([element]), plain };
}
