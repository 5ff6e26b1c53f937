import { printable } from '../../post/printable.ts';
import type { Block, BlockRole } from './block.ts';

/** Blocks as Markdown (CommonMark with GitHub's additions) that reads back as the same text. */
export function renderMarkdown(blocks: readonly Block[]): string {
  let output = '';
  let before: BlockRole | undefined;
  for (const block of blocks) {
    if (before !== undefined) output += jointOf(before, block.role);
    output += renderBlock(block);
    before = block.role;
  }
  return `${output}\n`;
}

/** The items of a list follow each other, and a speaker stands in the same block quote as the words. */
function jointOf(before: BlockRole, role: BlockRole): string {
  if (before === 'quote' && role === 'speaker') return '\n>\n';
  return isItem(before) && isItem(role) ? '\n' : '\n\n';
}

function isItem(role: BlockRole): boolean {
  return role === 'cut' || role === 'bullet' || role === 'chosen' || role === 'left-out';
}

function renderBlock({ role, text }: Block): string {
  const escaped = escapeMarkdown(text);
  switch (role) {
    case 'title':
      return `# ${escaped}`;
    case 'subhead':
    case 'heading':
      return `## ${escaped}`;
    case 'note':
    case 'quote':
      return `> ${escaped}`;
    case 'remark':
      return `_${escaped}_`;
    case 'speaker':
      return `> — ${escaped}`;
    case 'cut':
    case 'bullet':
    case 'chosen':
    case 'left-out':
      return `- ${escaped}`;
    case 'example':
      return `    ${printable(text)}`;
    case 'about':
    case 'paragraph':
      return escaped;
  }
}

/**
 * A backslash before each mark that would mean something. Where a mark means something only at the beginning of a
 * line, only that one gets it: the text stays readable as it is.
 */
function escapeMarkdown(text: string): string {
  return text
    .trim()
    .replaceAll(/[\\`*_[\]<>~|]/gu, '\\$&')
    .replaceAll(/&(?=#?\w{1,32};)/gu, '\\&')
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-[-\s]+$)/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
    .replace(/(?<=\s)#+$/u, '\\$&');
}
