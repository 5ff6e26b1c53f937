import type { Article, Span } from '../article/article.ts';
import { findSentences } from '../text/sentences.ts';
import { findStems } from '../text/stems.ts';
import { answersKind } from './answers-kind.ts';
import { readQuestion, type AnswerKind, type Question } from './read-question.ts';

/** A piece of an article that answers a question: its place, and how well it does. */
export interface Passage {
  readonly span: Span;
  /** Comparable within one question only. */
  readonly score: number;
}

interface Sentence {
  readonly span: Span;
  readonly text: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Robertson & Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond": usual values. */
const K1 = 1.2;
const B = 0.5;
/**
 * So much of what is asked, weighed by how rare it is, a passage has to speak of; less where it has just the number or
 * the time that is asked for.
 */
const MIN_COVERAGE = 0.5;
const MIN_COVERAGE_OF_FACT = 0.3;
/** What the sentences beside it say counts in part. */
const NEIGHBOUR = 0.25;
/** What a sentence is worth that has nothing of the kind that is asked for. */
const WRONG_KIND = 0.55;
/** What is there or is not. */
const FACTS: ReadonlySet<AnswerKind> = new Set(['number', 'age', 'when', 'why']);
/** A passage that answers half as well as the best is not shown beside it. */
const MIN_SHARE = 0.6;

/**
 * The sentences of an article that answer a question best, best first; none where it does not say. They are found by
 * the words that they share with the question, rare ones above all.
 */
export function findPassages(article: Article, question: string, max = 3): readonly Passage[] {
  const asked = readQuestion(question, article.language);
  if (asked.stems.length === 0 && asked.kind !== 'age') return [];
  const sentences = readSentences(article, asked);
  const rarity = findRarity(asked, sentences);
  const scores = scoreAll(sentences, { asked, rarity, language: article.language });
  const ranked = scores
    .map((score, at) => ({ score, at }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const best = ranked[0]?.score ?? 0;
  return ranked
    .filter(({ score }) => score >= MIN_SHARE * best)
    .slice(0, max)
    .flatMap(({ score, at }) => {
      const sentence = sentences[at];
      return sentence === undefined ? [] : [{ span: sentence.span, score }];
    });
}

/** The sentences, with how often each says what is asked about, in whatever form of the word. */
function readSentences(
  { paragraphs, language }: Article,
  { stems }: Question,
): readonly Sentence[] {
  const formOf = new Map<string, string | undefined>();
  const asked = (stem: string): string | undefined => {
    if (!formOf.has(stem))
      formOf.set(
        stem,
        stems.find((one) => isFormOf(stem, one)),
      );
    return formOf.get(stem);
  };
  return paragraphs.flatMap((paragraph, index) =>
    findSentences(paragraph, language).map(({ start, end }): Sentence => {
      const text = paragraph.slice(start, end);
      const own = findStems(text, language);
      const counts = new Map<string, number>();
      for (const stem of own) {
        const one = asked(stem);
        if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1);
      }
      return { span: { paragraph: index, start, end }, text, counts, size: own.length };
    }),
  );
}

const MIN_COMMON = 3;
const MAX_ENDING = 3;

/** "die" and "died", "son" and "sons": short words are not cut to a stem, and their endings differ. */
function isFormOf(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < MIN_COMMON || long.length - short.length > MAX_ENDING) return false;
  return [short, short.replace(/[ey]$/u, '')].some(
    (start) => long.startsWith(start) && ENDING.test(long.slice(start.length)),
  );
}

const ENDING = /^(?:e?s|e?d|ing|e?r|e?n|ies|ied|e?t|e?m)$/u;

/** For each stem of the question how rare it is in the article; what it never speaks of is rarest. */
function findRarity(
  { stems }: Question,
  sentences: readonly Sentence[],
): ReadonlyMap<string, number> {
  const size = sentences.length;
  return new Map(
    stems.map((stem) => {
      const found = sentences.filter(({ counts }) => counts.has(stem)).length;
      return [stem, Math.log(1 + (size - found + 0.5) / (found + 0.5))];
    }),
  );
}

interface Search {
  readonly asked: Question;
  readonly rarity: ReadonlyMap<string, number>;
  readonly language: string;
}

function scoreAll(sentences: readonly Sentence[], search: Search): readonly number[] {
  const { asked, rarity, language } = search;
  const meanSize =
    sentences.reduce((sum, { size }) => sum + size, 0) / Math.max(1, sentences.length);
  const own = sentences.map((sentence) => bm25(sentence, rarity, meanSize));
  const all = asked.stems.reduce((sum, stem) => sum + (rarity.get(stem) ?? 0), 0);
  return sentences.map((sentence, at) => {
    const beside = [at - 1, at + 1].filter(
      (other) => sentences[other]?.span.paragraph === sentence.span.paragraph,
    );
    const answers = answersKind(sentence.text, asked, language);
    // "How old was she?" asks for nothing but the age.
    if (asked.stems.length === 0) return Number(answers);
    if (own[at] === 0 || all === 0) return 0;
    const isFact = asked.kind !== undefined && FACTS.has(asked.kind);
    if (isFact && !answers && asked.kind !== 'why') return 0;
    const least = isFact && answers ? MIN_COVERAGE_OF_FACT : MIN_COVERAGE;
    const others = beside.map((other) => sentences[other]);
    if (coverage(sentence, others, search) / all < least) return 0;
    const near = beside.reduce((sum, other) => sum + (own[other] ?? 0), 0);
    const score = (own[at] ?? 0) + NEIGHBOUR * near;
    return answers ? score : WRONG_KIND * score;
  });
}

function bm25(
  { counts, size }: Sentence,
  rarity: ReadonlyMap<string, number>,
  meanSize: number,
): number {
  const length = K1 * (1 - B + (B * size) / Math.max(1, meanSize));
  let score = 0;
  for (const [stem, weight] of rarity) {
    const count = counts.get(stem) ?? 0;
    score += (weight * count * (K1 + 1)) / (count + length);
  }
  return score;
}

/** What is asked that the sentence speaks of; what only the ones beside it speak of counts half. */
function coverage(
  { counts }: Sentence,
  beside: readonly (Sentence | undefined)[],
  { rarity }: Search,
): number {
  let sum = 0;
  for (const [stem, weight] of rarity) {
    if (counts.has(stem)) sum += weight;
    else if (beside.some((other) => other?.counts.has(stem) === true)) sum += weight / 2;
  }
  return sum;
}
