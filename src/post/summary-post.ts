import type { Article } from '../article/article.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Length, Summary } from '../summary/summary.ts';
import { articleSection } from './article-section.ts';
import { emptySentence } from './empty-sentence.ts';
import type { Part, Post, Section } from './post.ts';
import type { Action } from './actions.ts';
import { shownQuote } from './shown-quote.ts';
import { speakerLine } from './speaker-line.ts';

/** A summary: bullets, then key quotes. */
export function summarySection(
  article: Article,
  { bullets, quotes }: Summary,
  id?: string,
): Section {
  const parts: readonly Part[] = [
    ...bullets.map(({ text, evidence }): Part => ({ kind: 'bullet', text, evidence })),
    ...quotes.map((quote) => quotePart(quote, article)),
  ];
  return articleSection(
    article,
    bullets.length === 0 ? [...parts, { kind: 'text', text: emptySentence('bullets') }] : parts,
    id,
  );
}

/**
 * What can be done with summaries of a length: nothing gets shorter than brief or longer than detailed, nor where there
 * is nothing.
 */
export function summaryActions(
  length: Length,
  of?: readonly Pick<Summary, 'bullets' | 'quotes'>[],
): readonly Action[] {
  if (of?.every(({ bullets }) => bullets.length === 0) === true)
    return of.some(({ quotes }) => quotes.length > 0) ? ['quotes', 'delete'] : ['delete'];
  return [
    ...(length === 'brief' ? [] : (['shorter'] as const)),
    ...(length === 'detailed' ? [] : (['longer'] as const)),
    'quotes',
    'sources',
    'delete',
  ];
}

/** Every quote of some articles. */
export function allQuotesPost(
  articles: readonly {
    readonly id?: string;
    readonly article: Article;
    readonly quotes: readonly Quote[];
  }[],
): Post {
  return {
    sections: articles.map(({ id, article, quotes }) =>
      articleSection(
        article,
        quotes.length === 0
          ? [{ kind: 'text', text: emptySentence('quotes') }]
          : quotes.map((quote) => quotePart(quote, article)),
        id,
      ),
    ),
    actions: [],
  };
}

function quotePart(quote: Quote, article: Article): Part {
  const speaker = speakerLine(quote);
  const text = shownQuote(quote, article);
  const evidence = quote.spans;
  return { kind: 'quote', text, ...(speaker === undefined ? {} : { speaker }), evidence };
}
