import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../src/article/article.ts';
import { findPassages } from '../src/passages/find-passages.ts';
import type { Measured, Places, Row } from './measure.ts';

/** An invented story and what is asked of it. */
export interface AskedStory {
  readonly article: Article;
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion {
  readonly ask: string;
  /** The paragraphs that answer it; none where the story does not say. */
  readonly answeredIn: readonly number[];
}

/** What came of the questions: shares from 0 to 1. */
export interface PassageScore {
  readonly answerable: number;
  readonly unanswerable: number;
  /** Answerable ones whose first passage stands in the right paragraph. */
  readonly first: number;
  /** Answerable ones with a passage from the right paragraph among the first three. */
  readonly amongThree: number;
  /** Unanswerable ones that get nothing. */
  readonly silent: number;
}

/** The halves: rules are made on one and judged on the other, which nobody tunes to. */
export type Half = 'tune' | 'report';

/** Passages that answer questions, and silence where nothing answers them. */
export async function measurePassages({ fixtures }: Places): Promise<Measured> {
  const halves = ['tune', 'report'] as const;
  const rows = halves.flatMap((half) => {
    const stories = loadAskedStories(fixtures, half);
    const score = scorePassages(stories);
    return rowsOf(score, `passages, ${stories.length} stories to ${half}`);
  });
  return Promise.resolve({ status: 'measured', rows });
}

export function loadAskedStories(fixtures: string, half: Half): readonly AskedStory[] {
  const folder = path.join(fixtures, 'passages', half);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = readFileSync(path.join(folder, name), 'utf8');
      const { questions, ...told } = JSON.parse(file) as Told;
      return { article: { ...told, byline: [], subheads: [], notes: [] }, questions };
    });
}

type Told = Pick<Article, 'title' | 'language' | 'paragraphs'> & Pick<AskedStory, 'questions'>;

export function scorePassages(stories: readonly AskedStory[]): PassageScore {
  const asked = stories.flatMap(({ article, questions }) =>
    questions.map(({ ask, answeredIn }) => {
      const found = findPassages(article, ask).map(({ span }) => span.paragraph);
      return { found, answeredIn };
    }),
  );
  const answerable = asked.filter(({ answeredIn }) => answeredIn.length > 0);
  const unanswerable = asked.filter(({ answeredIn }) => answeredIn.length === 0);
  const within = (count: number): number =>
    answerable.filter(({ found, answeredIn }) =>
      found.slice(0, count).some((paragraph) => answeredIn.includes(paragraph)),
    ).length;
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    first: within(1) / answerable.length,
    amongThree: within(3) / answerable.length,
    silent: unanswerable.filter(({ found }) => found.length === 0).length / unanswerable.length,
  };
}

function rowsOf(score: PassageScore, set: string): readonly Row[] {
  const { answerable, unanswerable, first, amongThree, silent } = score;
  const row = (measure: string, share: number): Row => ({
    measure: `${set}: ${measure}`,
    here: (100 * share).toFixed(1),
    bestElsewhere: '',
    reach: '',
  });
  return [
    row(`right paragraph first, of ${answerable}`, first),
    row(`right paragraph among three, of ${answerable}`, amongThree),
    row(`nothing for what is not said, of ${unanswerable}`, silent),
  ];
}
