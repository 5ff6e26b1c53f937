import { findStems } from '../text/stems.ts';
import { wordsIn } from '../text/words.ts';
import { questionWordsOf, type Question } from './read-question.ts';

/** Whether a sentence has something of the kind that the question waits for: a name, a time, a number, a reason. */
export function answersKind(text: string, { kind, stems }: Question, language: string): boolean {
  const words = questionWordsOf(language);
  const lower = (): readonly string[] => wordsIn(text.toLowerCase());
  switch (kind) {
    case undefined:
      return true;
    case 'age':
      return AGE.test(text) || (/\d/u.test(text) && lower().some((word) => words.ages.has(word)));
    case 'number':
      return /\p{N}/u.test(text) || lower().some((word) => words.numbers.has(word));
    case 'when':
      return /\d/u.test(text) || lower().some((word) => words.time.has(word));
    case 'why':
      return lower().some((word) => words.because.has(word));
    case 'who':
    case 'where':
      return hasOtherName(text, stems, language);
  }
}

/** A capital behind the first word, in a word that the question does not have. */
function hasOtherName(text: string, asked: readonly string[], language: string): boolean {
  return [...text.matchAll(/(?<=\s["“„«‘(]?)\p{Lu}[\p{L}'’-]+/gu)].some(
    ([word]) => !findStems(word, language).every((stem) => asked.includes(stem)),
  );
}

/** "52-year-old", ", 52,", "She was 91." */
const AGE = /\d{1,3}-\p{L}+-\p{L}+|, \d{1,3}[,.]|\p{L} \d{1,3}[.,!]/u;
