import type { Block } from './article-blocks.ts';

/** Blocks as Markdown (CommonMark with GitHub's additions) that reads back as the same text. */
export function renderMarkdown(blocks: readonly Block[]): string {
  let output = '';
  let isList = false;
  for (const block of blocks) {
    const isItem = block.role === 'cut';
    if (output !== '') output += isItem && isList ? '\n' : '\n\n';
    output += renderBlock(block);
    isList = isItem;
  }
  return `${output}\n`;
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
      return `> ${escaped}`;
    case 'cut':
      return `- ${escaped}`;
    default:
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
