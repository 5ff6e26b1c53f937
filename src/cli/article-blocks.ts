import type { Article, Cut } from '../article/article.ts';
import { dateInWords } from '../post/date-in-words.ts';
import { minutesToRead } from '../post/minutes-to-read.ts';
import { noteSentence } from '../post/note-sentence.ts';
import { printableBlocks, shortened, type Block } from './block.ts';

/** An article from its title to its last paragraph. */
export function articleBlocks(article: Article): readonly Block[] {
  const subheads = new Set(article.subheads);
  return printableBlocks([
    ...headBlocks(article),
    ...article.notes.map((note): Block => ({ role: 'note', text: noteSentence(note) })),
    ...article.paragraphs.map((text, index): Block => ({
      role: subheads.has(index) ? 'subhead' : 'paragraph',
      text,
    })),
  ]);
}

/** Its title and the line about it. */
export function headBlocks(article: Article): readonly Block[] {
  return printableBlocks([
    { role: 'title', text: article.title },
    { role: 'about', text: aboutLine(article) },
  ]);
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
