import type { Article } from '../article/article.ts';
import { findPeople } from '../people/find-people.ts';
import type { Quote } from '../quotes/quote.ts';
import { findForms } from './bullets/form.ts';
import type { Line, Story } from './bullets/story.ts';
import type { Candidate, Explanation } from './explanation.ts';
import { chooseKeyQuotes } from './key-quotes/choose-key-quotes.ts';
import { LENGTHS } from './lengths.ts';
import type { SummarizeOptions } from './summarize.ts';
import { weighArticle } from './weigh-article.ts';

/** What `summarize` weighs for the same article, quotes and options, and what becomes of each. */
export function explainSummary(
  article: Article,
  quotes: readonly Quote[],
  { length, maxQuotes = LENGTHS[length].quotes, people = findPeople(article) }: SummarizeOptions,
): Explanation {
  const { story, scores, choice } = weighArticle(article, people, LENGTHS[length]);
  const { bullets } = choice;
  const chosen = new Set(choice.lines);
  const shown = new Set(chooseKeyQuotes(quotes, { article, people, bullets, max: maxQuotes }));
  return {
    sentences: story.lines.map((line): Candidate => {
      const { span, text } = line.sentence;
      const score = Number((scores[line.index] ?? 0).toFixed(3));
      if (chosen.has(line)) return { span, text, score, verdict: 'chosen' };
      return { span, text, score, verdict: 'left-out', because: whyLeftOut(story, line) };
    }),
    quotes: quotes.flatMap((quote): readonly Candidate[] => {
      const [span] = quote.spans;
      if (span === undefined) return [];
      return [{ span, text: quote.text, verdict: shown.has(quote) ? 'chosen' : 'left-out' }];
    }),
  };
}

/** The first thing that speaks against a sentence. */
function whyLeftOut(story: Story, line: Line): string {
  const forms = findForms(story, line);
  const needs = forms.at(-1)?.needs ?? [];
  for (const need of needs) if (need.kind === 'never') return need.because;
  const [open] = needs.filter((need) => need.kind !== 'thing' || need.repair === undefined);
  if (open === undefined) return 'others-tell-more';
  return open.kind === 'thing' ? `needs-${open.stem}` : `needs-${open.kind}`;
}
