import type { Article } from '../article/article.ts';
import { emptySentence } from '../post/empty-sentence.ts';
import { noteSentence } from '../post/note-sentence.ts';
import { shownQuote } from '../post/shown-quote.ts';
import { speakerLine } from '../post/speaker-line.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Candidate, Explanation } from '../summary/explanation.ts';
import type { Summary } from '../summary/summary.ts';
import { headBlocks } from './article-blocks.ts';
import { printableBlocks, shortened, type Block } from './block.ts';

/** A summary from the article's title to the notes on it. */
export function summaryBlocks(article: Article, { bullets, quotes }: Summary): readonly Block[] {
  return printableBlocks([
    ...headBlocks(article),
    ...bullets.map(({ text }): Block => ({ role: 'bullet', text })),
    ...quotes.flatMap((quote) => quoteBlocks(quote, article)),
    ...(bullets.length === 0 ? [{ role: 'remark', text: emptySentence('bullets') } as const] : []),
    ...remarkBlocks(article),
  ]);
}

/** Every quote of an article, below its title. */
export function allQuoteBlocks(article: Article, quotes: readonly Quote[]): readonly Block[] {
  return printableBlocks([
    ...headBlocks(article),
    ...quotes.flatMap((quote) => quoteBlocks(quote, article)),
    ...(quotes.length === 0 ? [{ role: 'remark', text: emptySentence('quotes') } as const] : []),
    ...remarkBlocks(article),
  ]);
}

function quoteBlocks(quote: Quote, article: Article): readonly Block[] {
  const speaker = speakerLine(quote);
  return [
    { role: 'quote', text: shownQuote(quote, article) },
    ...(speaker === undefined ? [] : [{ role: 'speaker', text: speaker } as const]),
  ];
}

function remarkBlocks({ notes }: Article): readonly Block[] {
  return notes.map((note) => ({ role: 'remark', text: noteSentence(note) }));
}

/** All that could have been in a summary, a line each: what became of it, its score, its text. */
export function explanationBlocks({ sentences, quotes }: Explanation): readonly Block[] {
  return [
    ...candidateBlocks('Sentences, and what became of them:', sentences),
    ...candidateBlocks('Quotes, and what became of them:', quotes),
  ];
}

function candidateBlocks(heading: string, candidates: readonly Candidate[]): readonly Block[] {
  if (candidates.length === 0) return [];
  return [
    { role: 'heading', text: heading },
    ...candidates.map((candidate): Block => ({
      role: candidate.verdict === 'chosen' ? 'chosen' : 'left-out',
      text: candidateLine(candidate),
    })),
  ];
}

/** `chosen · 0.82 · The text`, `left out (repeats-another) · 0.41 · The text` */
function candidateLine({ verdict, because, score, text }: Candidate): string {
  const reason = because === undefined ? '' : ` (${because})`;
  const parts = [
    `${verdict === 'chosen' ? 'chosen' : 'left out'}${reason}`,
    // A zero has no sign for people.
    score?.toFixed(2).replace(/^-(?=0\.00$)/u, ''),
    shortened(text),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
