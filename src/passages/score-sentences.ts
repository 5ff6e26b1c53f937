import { answersKind } from './answers-kind.ts';
import type { AnswerKind } from './question-words.ts';
import type { Question } from './read-question.ts';
import type { ReadSentences, Says, Sentence } from './read-sentences.ts';

/** Robertson & Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond": usual values. */
const K1 = 1.2;
const B = 0.5;
/** What the sentences beside it say counts in part. */
const NEIGHBOUR = 0.25;
/** What a sentence is worth that has nothing of the kind that is asked for. */
const WRONG_KIND = 0.55;

/**
 * So much of what is asked, weighed by how rare it is, a passage has to speak of: less where it has just the number or
 * the time that is asked for, more where it has no name though one is asked for.
 */
const MIN_COVERAGE = 0.5;
const MIN_COVERAGE_OF_FACT = 0.36;
const MIN_COVERAGE_OF_WRONG_KIND = 0.6;
/** How far a term counts as spoken of that stands beside the sentence or above it. */
const IN_SENTENCE_BEFORE = 0.8;
const IN_HEADING = 0.8;
const IN_PARAGRAPH = 0.5;
const IN_TITLE = 0.5;

/** What is there or is not. */
const FACTS: ReadonlySet<AnswerKind> = new Set(['number', 'money', 'measure', 'age', 'when']);

/** How well each sentence answers a question; 0 where it does not. */
export function scoreSentences(
  read: ReadSentences,
  asked: Question,
  language: string,
): readonly number[] {
  const { sentences } = read;
  const rarity = findRarity(asked, sentences);
  const all = rarity.reduce((sum, weight) => sum + weight, 0);
  const meanSize = sentences.reduce((sum, { size }) => sum + size, 0) / sentences.length;
  const own = sentences.map((sentence) => bm25(sentence, rarity, meanSize));
  return sentences.map((sentence, at) => {
    const around = contextOf(read, sentence, at);
    const answers = answersKind(sentence, asked, language);
    // "How old was she?" asks for nothing but the age.
    if (asked.terms.length === 0) return Number(answers);
    const near = around.beside.reduce((sum, other) => sum + (own[other] ?? 0), 0);
    if ((own[at] ?? 0) === 0 || all === 0) return 0;
    const least = leastCoverage(asked, answers);
    if (least === undefined || coverage(sentence, around, rarity) / all < least) return 0;
    const score = (own[at] ?? 0) + NEIGHBOUR * near;
    return answers ? score : WRONG_KIND * score;
  });
}

/** How much a sentence has to speak of; nothing is enough where it lacks the fact that is asked for. */
function leastCoverage({ kind }: Question, answers: boolean): number | undefined {
  if (kind === undefined) return MIN_COVERAGE;
  if (FACTS.has(kind)) return answers ? MIN_COVERAGE_OF_FACT : undefined;
  return answers ? MIN_COVERAGE : MIN_COVERAGE_OF_WRONG_KIND;
}

/** For each term how much of the question it is: rare ones much, and what the article never speaks of most. */
function findRarity({ terms }: Question, sentences: readonly Sentence[]): readonly number[] {
  const size = sentences.length;
  return terms.map(({ weight }, term) => {
    const found = sentences.reduce((sum, { says }) => sum + Number(says.has(term)), 0);
    return weight * Math.log(1 + (size - found + 0.5) / (found + 0.5));
  });
}

interface Context {
  /** Indexes of the sentences beside it in its paragraph. */
  readonly beside: readonly number[];
  /** What is spoken of around a sentence, and how far that counts. */
  readonly said: readonly (readonly [says: Says, share: number])[];
}

function contextOf(
  { sentences, headings, title }: ReadSentences,
  { span, isContinued }: Sentence,
  at: number,
): Context {
  const besides = [at - 1, at + 1].flatMap((other) => {
    const sentence = sentences[other];
    if (sentence?.span.paragraph !== span.paragraph) return [];
    const share = other < at && isContinued ? IN_SENTENCE_BEFORE : IN_PARAGRAPH;
    return [{ other, heard: [sentence.says, share] as const }];
  });
  const heading = headings.get(span.paragraph);
  return {
    beside: besides.map(({ other }) => other),
    said: [
      [title, IN_TITLE],
      ...besides.map(({ heard }) => heard),
      ...(heading === undefined ? [] : [[heading, IN_HEADING] as const]),
    ],
  };
}

function bm25({ says, size }: Sentence, rarity: readonly number[], meanSize: number): number {
  const length = K1 * (1 - B + (B * size) / Math.max(1, meanSize));
  return rarity.reduce((score, weight, term) => {
    const count = says.get(term) ?? 0;
    return score + (weight * count * (K1 + 1)) / (count + length);
  }, 0);
}

/** What is asked that the sentence speaks of, alone or with what stands around it. */
function coverage({ says }: Sentence, { said }: Context, rarity: readonly number[]): number {
  return rarity.reduce((sum, weight, term) => {
    const around = said.map(([other, share]) => share * Math.min(1, other.get(term) ?? 0));
    return sum + weight * Math.max(Math.min(1, says.get(term) ?? 0), ...around);
  }, 0);
}
