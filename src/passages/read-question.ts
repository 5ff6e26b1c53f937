import { findStems } from '../text/stems.ts';
import { wordsIn } from '../text/words.ts';
import { questionWordsOf, type AnswerKind, type QuestionWords } from './question-words.ts';

/** Something that is asked about. */
export interface Term {
  readonly stem: string;
  /** How much of the question it is: from 0 to 1. */
  readonly weight: number;
}

export interface Question {
  /** What is asked about, each once, in the order of asking. */
  readonly terms: readonly Term[];
  readonly kind: AnswerKind | undefined;
  /** What "how many" counts, as indexes of terms: "council" and "members"; empty where the kind is no number. */
  readonly counted: readonly number[];
}

/** Nobody asks longer questions; what is longer is cut. */
const MAX_CHARS = 1000;
/** As many as the longest question that a person writes. */
const MAX_TERMS = 40;
const WEAK = 0.3;
/** A given name: people are called by their surname in most places. */
const GIVEN_NAME = 0.3;

/** What a question asks about, in the language of the article. */
export function readQuestion(text: string, language: string): Question {
  const words = questionWordsOf(language);
  const near = cutLong(text).normalize('NFC').replaceAll('’', "'");
  const kind = kindOf(near, words);
  const weights = new Map<string, number>();
  for (const { word, isGiven } of askedWords(near)) {
    const lower = word.toLowerCase();
    if (words.small.has(lower)) continue;
    // A sum of money in the answer says as much as its "cost" or "pay".
    const isWeak = words.weak.has(lower) || (kind === 'money' && words.money.has(lower));
    const weight = isGiven ? GIVEN_NAME : isWeak ? WEAK : 1;
    for (const stem of findStems(lower, language))
      weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
  }
  const terms = [...weights].slice(0, MAX_TERMS).map(([stem, weight]) => ({ stem, weight }));
  const counted = kind === 'number' ? findCounted(near, { terms, words, language }) : [];
  return { terms, kind, counted };
}

/** Half a word at the end would be something that no article speaks of. */
function cutLong(text: string): string {
  if (text.length <= MAX_CHARS) return text;
  return text.slice(0, MAX_CHARS).replace(/\S{1,60}$/u, '');
}

/** The words of a question, and which of them stand before a surname: "Ragna" in "Did Ragna Moe …". */
function askedWords(text: string): readonly { readonly word: string; readonly isGiven: boolean }[] {
  const words = wordsIn(text);
  return words.map((word, at) => ({
    word,
    isGiven: at > 0 && isCapital(word) && isCapital(words[at + 1] ?? ''),
  }));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word);
}

interface Known {
  readonly terms: readonly Term[];
  readonly words: QuestionWords;
  readonly language: string;
}

/** The words right behind "how many", unless they are small or so general that the answer need not have them. */
function findCounted(text: string, { terms, words, language }: Known): readonly number[] {
  const line = ` ${wordsIn(text.toLowerCase()).join(' ')} `;
  const phrase = words.count.find((one) => line.includes(` ${one} `));
  if (phrase === undefined) return [];
  const behind = line.slice(line.indexOf(` ${phrase} `) + phrase.length + 2).split(' ');
  const end = behind.findIndex((word) => words.small.has(word) || words.weak.has(word));
  const counted = behind.slice(0, Math.min(MAX_COUNTED, end < 0 ? behind.length : end));
  const stems = findStems(counted.join(' '), language);
  return terms.flatMap(({ stem }, term) => (stems.includes(stem) ? [term] : []));
}

/** "council members", "hours of recordings" */
const MAX_COUNTED = 2;

function kindOf(text: string, { kinds, money }: QuestionWords): AnswerKind | undefined {
  const asked = wordsIn(text.toLowerCase());
  const line = ` ${asked.join(' ')} `;
  const [kind] = kinds.find(([, all]) => all.some((one) => line.includes(` ${one} `))) ?? [];
  const isSum = asked.some((word) => money.has(word));
  return isSum && (kind === undefined || kind === 'number') ? 'money' : kind;
}
