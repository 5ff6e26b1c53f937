import type { Article, Cut } from '../article/article.ts';
import { aboutLine } from '../post/about-line.ts';
import { noteSentence } from '../post/note-sentence.ts';
import { printableBlocks, shortened, type Block } from '../platforms/terminal/block.ts';

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
