import { printable } from '../../post/printable.ts';

export type BlockRole =
  | 'title'
  | 'about'
  | 'note'
  /** A note below what is set off itself. */
  | 'remark'
  | 'subhead'
  | 'paragraph'
  /** Something to type. */
  | 'example'
  | 'heading'
  | 'cut'
  | 'bullet'
  | 'quote'
  | 'speaker'
  | 'chosen'
  | 'left-out';

/** A line of text and what it is; safe to print. */
export interface Block {
  readonly role: BlockRole;
  readonly text: string;
}

/** Blocks that are safe to print, without those that have no text. */
export function printableBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks
    .map(({ role, text }) => ({ role, text: printable(text).trim() }))
    .filter(({ text }) => text !== '');
}

const MAX_CHARS = 300;

/** One line of what may be long, for lists in which a beginning is enough. */
export function shortened(text: string): string {
  const line = printable(text.slice(0, 4 * MAX_CHARS))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line.length <= MAX_CHARS ? line : `${line.slice(0, MAX_CHARS - 1).toWellFormed()}…`;
}
