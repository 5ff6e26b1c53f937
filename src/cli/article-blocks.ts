import type { Article, Cut } from '../article/article.ts';
import { dateInWords } from '../post/date-in-words.ts';
import { minutesToRead } from '../post/minutes-to-read.ts';
import { noteSentence } from '../post/note-sentence.ts';
import { printable } from '../post/printable.ts';

export type BlockRole = 'title' | 'about' | 'note' | 'subhead' | 'paragraph' | 'heading' | 'cut';

/** A line of text and what it is; safe to print. */
export interface Block {
  readonly role: BlockRole;
  readonly text: string;
}

/** An article from its title to its last paragraph. */
export function articleBlocks(article: Article): readonly Block[] {
  const subheads = new Set(article.subheads);
  const blocks: Block[] = [
    { role: 'title', text: article.title },
    { role: 'about', text: aboutLine(article) },
    ...article.notes.map((note): Block => ({ role: 'note', text: noteSentence(note) })),
    ...article.paragraphs.map((text, index): Block => ({
      role: subheads.has(index) ? 'subhead' : 'paragraph',
      text,
    })),
  ];
  return blocks
    .map(({ role, text }) => ({ role, text: printable(text).trim() }))
    .filter(({ text }) => text !== '');
}

/** What was cut from the page, a line each: the rule, then the text. */
export function cutBlocks(cuts: readonly Cut[]): readonly Block[] {
  const heading = cuts.length === 0 ? 'Nothing was cut from the page.' : 'Cut from the page:';
  return [
    { role: 'heading', text: heading },
    ...cuts.map(({ rule, text }): Block => ({ role: 'cut', text: `${rule}: ${shortened(text)}` })),
  ];
}

/** `Site · First Author, Second Author · 2 April 2031, 09:30 (UTC+2) · 4 min read` */
export function aboutLine(article: Article): string {
  const parts = [
    article.siteName ?? '',
    article.byline.join(', '),
    article.publishedAt === undefined ? '' : dateInWords(article.publishedAt),
    `${minutesToRead(article)} min read`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const MAX_CUT_CHARS = 300;

function shortened(text: string): string {
  const line = printable(text.slice(0, 4 * MAX_CUT_CHARS))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line.length <= MAX_CUT_CHARS
    ? line
    : `${line.slice(0, MAX_CUT_CHARS - 1).toWellFormed()}…`;
}
