import type { Article } from '../article/article.ts';
import { allQuotesPost, summarySection } from '../post/summary-post.ts';
import { shortened, type Block } from '../platforms/terminal/block.ts';
import { postBlocks } from '../platforms/terminal/post-blocks.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Candidate, Explanation } from '../summary/explanation.ts';
import type { Summary } from '../summary/summary.ts';

/** A summary from the article's title to the notes on it. */
export function summaryBlocks(article: Article, summary: Summary): readonly Block[] {
  return postBlocks({ sections: [summarySection(article, summary)] });
}

/** Every quote of an article, below its title. */
export function allQuoteBlocks(article: Article, quotes: readonly Quote[]): readonly Block[] {
  return postBlocks(allQuotesPost([{ article, quotes }]));
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
