import type { Article } from '../src/article/article.ts';
import { findQuotes } from '../src/quotes/find-quotes.ts';
import type { Quote } from '../src/quotes/quote.ts';
import { summarize } from '../src/summary/summarize.ts';
import { countWords } from '../src/text/words.ts';
import { articleOf } from './chain.ts';
import { findQuoteTexts } from './corpora.ts';
import { writeQuotedStory } from './invented-story.ts';
import type { Measured, Places, Row } from './measure.ts';
import { medianOf, timeInTurns } from './time.ts';

const MAX_TEXTS = 60;
const INVENTED_PARAGRAPHS = 9;
const WARM_UP_ROUNDS = 2;
const ROUNDS = 3;
/** What the time is told for: an ordinary article. */
const WORDS = 800;

interface Input {
  readonly article: Article;
  readonly quotes: readonly Quote[];
}

interface Stage {
  readonly name: string;
  readonly run: (input: Input) => unknown;
  readonly reachMs: number;
}

const STAGES: readonly Stage[] = [
  { name: 'quotes', run: ({ article }) => findQuotes(article), reachMs: 6 },
  {
    name: 'bullets',
    run: ({ article, quotes }) => summarize(article, quotes, { length: 'standard' }),
    reachMs: 10,
  },
];

/** What quotes and bullets cost once an article is read: warm, for each 800 words. */
export async function measureStages({ corpora }: Places): Promise<Measured> {
  const inputs = articlesIn(corpora).map((article) => ({ article, quotes: findQuotes(article) }));
  const ways = new Map(STAGES.map(({ name, run }) => [name, run]));
  await timeInTurns(ways, inputs, WARM_UP_ROUNDS);
  const timings = await timeInTurns(ways, inputs, ROUNDS);
  return {
    status: 'measured',
    rows: STAGES.map((stage) => rowOf(stage, timings.get(stage.name) ?? [], inputs)),
  };
}

function articlesIn(corpora: string): readonly Article[] {
  const texts = findQuoteTexts(corpora, 'en') ?? [];
  return texts.length === 0
    ? [articleOf(writeQuotedStory(INVENTED_PARAGRAPHS).join('\n'), undefined)]
    : texts.slice(0, MAX_TEXTS).map(({ text, title }) => articleOf(text, title));
}

function rowOf({ name, reachMs }: Stage, times: readonly number[], inputs: readonly Input[]): Row {
  const perArticle = inputs.map(
    ({ article }, at) => ((times[at] ?? 0) * WORDS) / countWords(article.paragraphs.join(' ')),
  );
  const ms = medianOf(perArticle);
  return {
    measure: `${name}, time for ${WORDS} words, median of ${inputs.length} articles`,
    here: `${ms.toFixed(2)} ms`,
    bestElsewhere: '',
    reach: `<= ${reachMs} ms`,
    reached: ms <= reachMs,
  };
}
