import type { Article, Span } from '../article/article.ts';
import { findSentences } from '../text/sentences.ts';
import { findStems } from '../text/stems.ts';
import { wordsIn } from '../text/words.ts';
import { matchTerms, type Match } from './match-terms.ts';
import { questionWordsOf } from './question-words.ts';
import type { Question } from './read-question.ts';

/** A sentence as far as a question is concerned. */
export interface Sentence {
  readonly span: Span;
  readonly text: string;
  /** For each term that it speaks of: how often and how well, summed. */
  readonly says: Says;
  /** Content words. */
  readonly size: number;
  /** A number stands beside what "how many" counts; true where nothing is counted. */
  readonly isCounting: boolean;
  /** It begins with "she" or "that": the one before tells of whom it speaks. */
  readonly isContinued: boolean;
}

export type Says = ReadonlyMap<number, number>;

/** The sentences of an article; what is a heading, such as a question that the next paragraph answers, goes with that one. */
export interface ReadSentences {
  readonly sentences: readonly Sentence[];
  /** What the heading above a paragraph speaks of, by the paragraph's index. */
  readonly headings: ReadonlyMap<number, Says>;
  readonly title: Says;
}

/** Looks through an article for what is asked. */
export function readSentences(article: Article, { terms, counted }: Question): ReadSentences {
  const { language, title } = article;
  const match = matchTerms(terms, language);
  const headings = new Map<number, Says>();
  const sentences: Sentence[] = [];
  const subheads = new Set(article.subheads);
  let heading: Says | undefined;
  for (const [paragraph, text] of article.paragraphs.entries()) {
    if (subheads.has(paragraph) || isAsking(text)) {
      heading = sayings(findStems(text, language), match);
      continue;
    }
    if (heading !== undefined) headings.set(paragraph, heading);
    for (const { start, end } of findSentences(text, language))
      sentences.push(readSentence(text.slice(start, end), { paragraph, start, end }));
    // What a heading says holds for the first paragraph below it; the next may be about something else.
    heading = undefined;
  }
  return { sentences, headings, title: sayings(findStems(title, language), match) };

  function readSentence(text: string, span: Span): Sentence {
    const stems = findStems(text, language);
    const [first = ''] = wordsIn(text.slice(0, MAX_FIRST_WORD).toLowerCase());
    const isContinued = questionWordsOf(language).pronouns.has(first);
    const says = sayings(stems, match);
    const isCounting =
      counted.length === 0 ||
      (counted.some((term) => says.has(term)) && countsAny(text, { counted, match, language }));
    return { span, text, says, size: stems.length, isCounting, isContinued };
  }
}

interface Counting {
  readonly counted: readonly number[];
  readonly match: (stem: string) => readonly Match[];
  readonly language: string;
}

/** "310 of its 930 workers", "votes: 11" */
function countsAny(text: string, { counted, match, language }: Counting): boolean {
  const { numbers } = questionWordsOf(language);
  const words = wordsIn(text.toLowerCase());
  let lastNumber = -Infinity;
  let lastCounted = -Infinity;
  for (const [at, word] of words.entries()) {
    if (/^\p{N}/u.test(word) || numbers.has(word)) lastNumber = at;
    const found = findStems(word, language).flatMap(match);
    if (found.some(({ term }) => counted.includes(term))) lastCounted = at;
    if (lastCounted === at && at - lastNumber <= WORDS_BEFORE) return true;
    if (lastNumber === at && at - lastCounted <= WORDS_BEHIND) return true;
  }
  return false;
}

const WORDS_BEFORE = 4;
const WORDS_BEHIND = 3;
const MAX_FIRST_WORD = 40;
const MAX_HEADING_CHARS = 100;

/** "How long will it last?" */
function isAsking(text: string): boolean {
  return text.length <= MAX_HEADING_CHARS && /^[^.!?"“”„]+\?$/u.test(text);
}

function sayings(stems: readonly string[], match: (stem: string) => readonly Match[]): Says {
  const says = new Map<number, number>();
  for (const stem of stems) {
    for (const { term, strength } of match(stem)) says.set(term, (says.get(term) ?? 0) + strength);
  }
  return says;
}
