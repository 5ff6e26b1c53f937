import type { Article } from '../src/article/article.ts';
import { findQuotes } from '../src/quotes/find-quotes.ts';
import type { Quote } from '../src/quotes/quote.ts';
import { articleOf } from './chain.ts';
import { findQuoteTexts, loadQuoteTruth } from './corpora.ts';
import type { Measured, Places, Row } from './measure.ts';
import { findScorer } from './scorer.ts';

/** What the scorer says of a set of predictions: shares from 0 to 1. */
interface QuoteScore {
  readonly f1: number;
  readonly attribution: number;
  readonly misattributed: number;
  readonly e2eF1: number;
  readonly verbatim: number;
  readonly inside: number;
}

interface Prediction {
  readonly text: string;
  readonly speaker: string | null;
}

interface Scorer {
  score(truth: unknown, predictions: Readonly<Record<string, readonly Prediction[]>>): QuoteScore;
}

interface Mark {
  readonly name: string;
  readonly of: keyof QuoteScore;
  readonly elsewhere: string;
  /** In percent; `atMost` where less is better. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

const LANGUAGES: ReadonlyMap<string, readonly Mark[]> = new Map([
  [
    'en',
    [
      { name: 'found, F1', of: 'f1', elsewhere: 'regex 92.9, compromise 90.7', atLeast: 98 },
      {
        name: 'found with the right speaker, F1',
        of: 'e2eF1',
        elsewhere: 'regex 63.9, compromise 47.8',
        atLeast: 90,
      },
      { name: 'right speaker of those found', of: 'attribution', elsewhere: 'regex 69.0' },
      {
        name: 'wrong speaker',
        of: 'misattributed',
        elsewhere: 'regex 7.2, compromise 18.7',
        atMost: 4,
      },
      { name: 'verbatim', of: 'verbatim', elsewhere: '100', atLeast: 100 },
      { name: 'inside the marks', of: 'inside', elsewhere: 'regex 95.5', atLeast: 100 },
    ],
  ],
  [
    'de',
    [
      { name: 'found, F1', of: 'f1', elsewhere: 'regex 99.7', atLeast: 98 },
      {
        name: 'found with the right speaker, F1',
        of: 'e2eF1',
        elsewhere: 'regex 25.5',
        atLeast: 75,
      },
      { name: 'right speaker of those found', of: 'attribution', elsewhere: 'regex 25.6' },
      { name: 'wrong speaker', of: 'misattributed', elsewhere: 'regex 12.2' },
      { name: 'verbatim', of: 'verbatim', elsewhere: '', atLeast: 100 },
      { name: 'inside the marks', of: 'inside', elsewhere: 'regex 99.6', atLeast: 100 },
    ],
  ],
]);

/** The direct quotes of annotated news and who said them. */
export async function measureQuotes({ corpora }: Places): Promise<Measured> {
  const scorer = await findScorer<Scorer>(corpora, 'quotes');
  if (scorer === undefined) return { status: 'left-out', why: `no scorer beside ${corpora}` };
  const rows: Row[] = [];
  for (const [language, marks] of LANGUAGES) {
    const texts = findQuoteTexts(corpora, language);
    if (texts === undefined) return { status: 'left-out', why: `no quotes corpus in ${corpora}` };
    const found = texts.map(({ id, title, text }) => {
      const article = articleOf(text, title);
      return { id, article, quotes: findQuotes(article) };
    });
    const predictions = Object.fromEntries(
      found.map(({ id, article, quotes }) => [id, predictionsOf(article, quotes)]),
    );
    const score = scorer.score(loadQuoteTruth(corpora, language), predictions);
    rows.push(
      ...marks.map((mark) => rowOf(mark, score, `quotes ${language}, ${texts.length} articles`)),
      spanRow(language, found),
    );
  }
  return { status: 'measured', rows };
}

/** One for each run between marks, as the corpus counts them. */
function predictionsOf(article: Article, quotes: readonly Quote[]): readonly Prediction[] {
  return quotes.flatMap(({ spans, speaker = null }) =>
    spans.map((span) => ({ text: textAt(article, span), speaker })),
  );
}

function rowOf(mark: Mark, score: QuoteScore, set: string): Row {
  const { name, of, elsewhere, atLeast, atMost } = mark;
  const percent = 100 * score[of];
  const row = { measure: `${set}: ${name}`, here: percent.toFixed(1), bestElsewhere: elsewhere };
  if (atLeast !== undefined) return { ...row, reach: `>= ${atLeast}`, reached: percent >= atLeast };
  if (atMost !== undefined) return { ...row, reach: `<= ${atMost}`, reached: percent <= atMost };
  return { ...row, reach: '' };
}

interface Found {
  readonly article: Article;
  readonly quotes: readonly Quote[];
}

function spanRow(language: string, found: readonly Found[]): Row {
  const given = found.flatMap(({ article, quotes }) =>
    quotes.map(({ text, spans }) => text === spans.map((span) => textAt(article, span)).join(' ')),
  );
  const right = given.filter((isGiven) => isGiven).length;
  return {
    measure: `quotes ${language}: spans that give the text, of ${given.length}`,
    here: (given.length === 0 ? 0 : (100 * right) / given.length).toFixed(1),
    bestElsewhere: '',
    reach: '100',
    reached: right === given.length && right > 0,
  };
}

function textAt({ paragraphs }: Article, span: Quote['spans'][number]): string {
  return (paragraphs[span.paragraph] ?? '').slice(span.start, span.end);
}
