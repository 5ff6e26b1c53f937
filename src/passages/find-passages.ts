import type { Article, Span } from '../article/article.ts';
import { readQuestion } from './read-question.ts';
import { readSentences, type Sentence } from './read-sentences.ts';
import { scoreSentences } from './score-sentences.ts';

/** A piece of an article that answers a question: one to three sentences of a paragraph, and how well they do. */
export interface Passage {
  readonly span: Span;
  /** Comparable within one question only. */
  readonly score: number;
}

/** A passage that answers not nearly as well as the best is not shown beside it. */
const MIN_SHARE = 0.6;
const MAX_SENTENCES = 3;

/**
 * The passages of an article that answer a question best, best first; none where it does not say. They are found by
 * the words that they share with the question, rare ones above all, and by the kind of answer that it waits for.
 */
export function findPassages(article: Article, question: string, max = 3): readonly Passage[] {
  const asked = readQuestion(question, article.language);
  if (asked.terms.length === 0 && asked.kind !== 'age') return [];
  const read = readSentences(article, asked);
  const scores = scoreSentences(read, asked, article.language);
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  const ranked = scores
    .map((score, at) => ({ score, at }))
    .filter(({ score }) => score > 0 && score >= MIN_SHARE * best)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const widened = ranked.flatMap(({ score, at }): readonly Passage[] => {
    const sentence = read.sentences[at];
    return sentence === undefined ? [] : [{ score, span: widen(read.sentences, sentence, at) }];
  });
  return withoutOverlaps(widened, max);
}

/** A sentence with those before it that it cannot be understood without: "It needs a new boiler" needs to be told what. */
function widen(sentences: readonly Sentence[], { span }: Sentence, at: number): Span {
  let first = at;
  while (
    at - first < MAX_SENTENCES - 1 &&
    sentences[first]?.isContinued === true &&
    sentences[first - 1]?.span.paragraph === span.paragraph
  )
    first -= 1;
  return { ...span, start: sentences[first]?.span.start ?? span.start };
}

/** The best of those that share a sentence. */
function withoutOverlaps(passages: readonly Passage[], max: number): readonly Passage[] {
  const kept: Passage[] = [];
  for (const passage of passages) {
    if (kept.length >= max) break;
    if (!kept.some(({ span }) => isOverlapping(span, passage.span))) kept.push(passage);
  }
  return kept;
}

function isOverlapping(one: Span, other: Span): boolean {
  return one.paragraph === other.paragraph && one.start < other.end && other.start < one.end;
}
