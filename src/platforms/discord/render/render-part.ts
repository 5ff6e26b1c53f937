import type { Part } from '../../../post/post.ts';
import { cleanLines, cleanText } from './clean-text.ts';
import { escapeMarkdown, escapeWithin } from './escape-markdown.ts';
import type { Piece } from './piece.ts';

/** Ours, for what is no quote and no bullet and may be cut; no sentence of ours comes near. */
const MAX_TEXT_CHARS = 3500;
const MAX_LINE_CHARS = 500;

/** A part of a post as Discord shows it; `undefined` where nothing of it can be seen. */
export function renderPart(part: Part): Piece | undefined {
  const lines = cleanLines(part.text);
  const line = cleanText(part.text);
  if (line === '') return undefined;
  switch (part.kind) {
    case 'text':
      return { kind: 'line', markdown: renderLines(lines) };
    case 'example':
      return { kind: 'example', markdown: renderExample(line) };
    case 'heading':
      return { kind: 'heading', markdown: `**${escapeWithin(line, MAX_LINE_CHARS)}**` };
    case 'bullet':
      return { kind: 'bullet', markdown: `- ${escapeMarkdown(line)}` };
    case 'quote':
      return renderQuote(line, part.speaker === undefined ? '' : cleanText(part.speaker));
    case 'passage':
      return renderQuote(line, cleanText(part.place));
  }
}

/** A line in small print; `undefined` where nothing of it can be seen. */
export function renderSmall(text: string): Piece | undefined {
  const line = cleanText(text);
  if (line === '') return undefined;
  return { kind: 'small', markdown: `-# ${escapeWithin(line, MAX_LINE_CHARS)}` };
}

function renderLines(lines: readonly string[]): string {
  const perLine = Math.floor(MAX_TEXT_CHARS / lines.length);
  return lines.map((line) => escapeWithin(line, Math.max(perLine, 2))).join('\n');
}

/** Code has no escapes: a look-alike stands for the mark that would end it. */
function renderExample(line: string): string {
  const shown = line.slice(0, MAX_LINE_CHARS).toWellFormed().replaceAll('`', 'ˋ').trim();
  return `\`${shown}\``;
}

function renderQuote(words: string, source: string): Piece {
  const quoted = `> ${escapeMarkdown(words)}`;
  const markdown =
    source === '' ? quoted : `${quoted}\n> — ${escapeWithin(source, MAX_LINE_CHARS)}`;
  return { kind: 'quote', markdown };
}
