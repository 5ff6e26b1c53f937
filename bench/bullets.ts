import { findQuotes } from '../src/quotes/find-quotes.ts';
import { LENGTHS } from '../src/summary/lengths.ts';
import { summarize } from '../src/summary/summarize.ts';
import { splitSentences } from '../src/text/sentences.ts';
import { formOf, type BulletForm } from './bullet-form.ts';
import { articleOf } from './chain.ts';
import { findSummaryTexts, type NewsText } from './corpora.ts';
import type { Measured, Places, Row } from './measure.ts';
import { findScorer } from './scorer.ts';

interface SummaryScore {
  readonly rougeMean: number;
  readonly documentsWithForeignNumbers: number;
  readonly redundancy: number;
}

type Predictions = Readonly<Record<string, readonly string[]>>;

interface Scorer {
  scoreAll(truth: unknown, predictions: Predictions): { readonly summary: SummaryScore };
}

const REACH_ROUGE = 34;
const REACH_REDUNDANCY = 0.2;
const LEAD_SENTENCES = 3;

/** Standard summaries of news against the bullets that editors wrote, and their form. */
export async function measureBullets({ corpora }: Places): Promise<Measured> {
  const scorer = await findScorer<Scorer>(corpora, 'summaries');
  const texts = findSummaryTexts(corpora);
  if (texts === undefined) return { status: 'left-out', why: `no summaries corpus in ${corpora}` };
  if (scorer === undefined) return { status: 'left-out', why: `no scorer beside ${corpora}` };
  const made = texts.map((text) => summarizeText(text));
  const scoreOf = (bulletsOf: (text: NewsText, at: number) => readonly string[]): SummaryScore =>
    scorer.scoreAll(
      texts,
      Object.fromEntries(texts.map((text, at) => [text.id, bulletsOf(text, at)])),
    ).summary;
  const ours = scoreOf((_, at) => made[at]?.bullets ?? []);
  const lead = scoreOf(({ text }) => splitSentences(text).slice(0, LEAD_SENTENCES));
  const set = `bullets, ${texts.length} texts`;
  return {
    status: 'measured',
    rows: [
      ...scoreRows(set, ours, lead),
      ...formRows(set, sum(made.map(({ form }) => form)), texts),
    ],
  };
}

function summarizeText({ text, title }: NewsText): {
  readonly bullets: readonly string[];
  readonly form: BulletForm;
} {
  const article = articleOf(text, title);
  const summary = summarize(article, findQuotes(article), { length: 'standard' });
  return { bullets: summary.bullets.map((bullet) => bullet.text), form: formOf(summary, article) };
}

function scoreRows(set: string, ours: SummaryScore, lead: SummaryScore): readonly Row[] {
  return [
    {
      measure: `${set}: mean ROUGE`,
      here: ours.rougeMean.toFixed(1),
      bestElsewhere: `first three sentences ${lead.rougeMean.toFixed(1)} (same run), LexRank 27.2`,
      reach: `>= ${REACH_ROUGE.toFixed(1)}`,
      reached: ours.rougeMean >= REACH_ROUGE,
    },
    {
      measure: `${set}: redundancy`,
      here: ours.redundancy.toFixed(2),
      bestElsewhere: `first three sentences ${lead.redundancy.toFixed(2)} (same run)`,
      reach: `<= ${REACH_REDUNDANCY.toFixed(2)}`,
      reached: ours.redundancy <= REACH_REDUNDANCY,
    },
    noneRow(
      `${set}: texts with numbers that are not in the article`,
      ours.documentsWithForeignNumbers,
    ),
  ];
}

function formRows(set: string, form: BulletForm, texts: readonly NewsText[]): readonly Row[] {
  const { minWords, maxWords } = LENGTHS.standard;
  const words = form.words / texts.length;
  return [
    {
      measure: `${set}: words a summary`,
      here: words.toFixed(1),
      bestElsewhere: '',
      reach: `${minWords} to ${maxWords}`,
      reached: words >= minWords && words <= maxWords,
    },
    noneRow(`${set}: over 35 words`, form.longBullets),
    noneRow(`${set}: that open with he, this, but …`, form.badOpenings),
    noneRow(`${set}: words that are not in the evidence`, form.foreignWords),
    noneRow(`${set}: repeated in a shown quote`, form.repeatedInQuotes),
  ];
}

function noneRow(measure: string, count: number): Row {
  return { measure, here: String(count), bestElsewhere: '', reach: '0', reached: count === 0 };
}

function sum(forms: readonly BulletForm[]): BulletForm {
  const total = (key: keyof BulletForm): number =>
    forms.reduce((amount, form) => amount + form[key], 0);
  return {
    bullets: total('bullets'),
    words: total('words'),
    longBullets: total('longBullets'),
    badOpenings: total('badOpenings'),
    foreignWords: total('foreignWords'),
    repeatedInQuotes: total('repeatedInQuotes'),
  };
}
