import type { Article, Span } from '../../src/article/article.ts';
import type { Summarized } from '../../src/engine/summarized.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import { LENGTHS } from '../../src/summary/lengths.ts';
import type { Bullet } from '../../src/summary/summary.ts';

/** What of quotes and summary does not stand in the article where they say: a sentence for each, none if all is well. */
export function findLooseEnds(
  result: Extract<Summarized, { readonly status: 'done' }>,
): readonly string[] {
  const { article, quotes = [], summary } = result;
  const known = new Set(wordsOf(article.paragraphs.join('\n')));
  const ends = quotes.flatMap((quote) => [
    ...quoteEnds(quote, article),
    ...foreignNames(quote, known),
  ]);
  if (summary === undefined) return ends;
  const limits = LENGTHS[summary.length];
  return [
    ...ends,
    ...summary.bullets.flatMap((bullet) => bulletEnds(bullet, article)),
    ...summary.quotes.filter((quote) => !isOneOf(quote, quotes)).map(({ text }) => `new: ${text}`),
    ...(summary.bullets.length > limits.bullets ? ['too many bullets'] : []),
    ...(summary.quotes.length > limits.quotes ? ['too many quotes'] : []),
  ];
}

function quoteEnds({ text, spans }: Quote, article: Article): readonly string[] {
  return [
    ...(spans.length === 0 ? [`nowhere: ${text}`] : []),
    ...spans.filter((span) => !isInside(span, article)).map((span) => `outside: ${say(span)}`),
    ...(isAscending(spans) ? [] : [`not in order: ${spans.map(say).join(' ')}`]),
    ...(text === spans.map((span) => textAt(span, article)).join(' ') ? [] : [`not: ${text}`]),
  ];
}

function foreignNames({ speaker = '', role = '' }: Quote, known: ReadonlySet<string>): string[] {
  return wordsOf(`${speaker} ${role}`)
    .filter((word) => !known.has(word))
    .map((word) => `nobody's name: ${word}`);
}

function bulletEnds({ text, evidence }: Bullet, article: Article): readonly string[] {
  const words = new Set(evidence.flatMap((span) => wordsOf(textAt(span, article))));
  return [
    ...(text.trim() === '' ? ['an empty bullet'] : []),
    ...evidence.filter((span) => !isInside(span, article)).map((span) => `outside: ${say(span)}`),
    ...wordsOf(text)
      .filter((word) => !words.has(word))
      .map((word) => `not in the evidence: ${word}`),
  ];
}

function isInside({ paragraph, start, end }: Span, { paragraphs }: Article): boolean {
  const text = paragraphs[paragraph];
  return text !== undefined && start >= 0 && start < end && end <= text.length;
}

function isAscending(spans: readonly Span[]): boolean {
  return spans.every((span, at) => {
    const before = spans[at - 1];
    if (before === undefined) return true;
    return before.paragraph === span.paragraph
      ? before.end <= span.start
      : before.paragraph < span.paragraph;
  });
}

function isOneOf(quote: Quote, quotes: readonly Quote[]): boolean {
  return quotes.some(
    ({ text, spans }) => text === quote.text && spans[0]?.start === quote.spans[0]?.start,
  );
}

/** Letters and digits between anything else: a name and its `’s` may stand in two places. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function textAt({ paragraph, start, end }: Span, { paragraphs }: Article): string {
  return (paragraphs[paragraph] ?? '').slice(start, end);
}

function say({ paragraph, start, end }: Span): string {
  return `${paragraph}:${start}-${end}`;
}
