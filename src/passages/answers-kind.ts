import { findStems } from '../text/stems.ts';
import { wordsIn } from '../text/words.ts';
import { questionWordsOf } from './question-words.ts';
import type { Question } from './read-question.ts';
import type { Sentence } from './read-sentences.ts';

/** Whether a sentence has something of the kind that the question waits for: a name, a time, a number, a reason. */
export function answersKind(
  { text, isCounting }: Sentence,
  { kind, terms }: Question,
  language: string,
): boolean {
  const words = questionWordsOf(language);
  const has = (some: ReadonlySet<string>): boolean =>
    wordsIn(text.toLowerCase()).some((word) => some.has(word));
  const hasNumber = (): boolean => /\p{N}/u.test(text) || has(words.numbers);
  switch (kind) {
    case undefined:
      return true;
    case 'age':
      return AGE.test(text) || (/\d/u.test(text) && has(words.ages));
    case 'money':
      return hasNumber() && (has(words.currency) || CURRENCY_SIGN.test(text));
    case 'measure':
      return has(words.units) && (hasNumber() || has(words.time));
    case 'number':
      return isCounting && hasNumber();
    case 'when':
      return YEAR_OR_HOUR.test(text) || has(words.time);
    case 'why':
      return has(words.because);
    case 'who':
    case 'where':
      return hasOtherName(text, new Set(terms.map(({ stem }) => stem)), language);
  }
}

/** A capital behind the first word, in a word that the question does not have. */
function hasOtherName(text: string, asked: ReadonlySet<string>, language: string): boolean {
  const { time } = questionWordsOf(language);
  return [...text.matchAll(/(?<=\s["“„«‘(]?)\p{Lu}[\p{L}'’-]+/gu)].some(
    ([word]) =>
      !time.has(word.toLowerCase()) && !findStems(word, language).every((stem) => asked.has(stem)),
  );
}

const YEAR_OR_HOUR =
  /(?<![\d.,])(?:1[0-9]|20)\d\d(?![\d]|[.,]\d)|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b/iu;
/** "52-year-old", ", 52,", "She was 91." */
const AGE = /\d{1,3}-\p{L}{1,12}-\p{L}{1,12}|, \d{1,3}[,.](?!\d)|\p{L} \d{1,3}[.,!](?!\d)/u;
const CURRENCY_SIGN = /\p{Sc}|%/u;
