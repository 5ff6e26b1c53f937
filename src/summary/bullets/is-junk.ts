import type { BulletWords } from './bullet-words.ts';

/** Whether a sentence is no part of the story: "Sign up for our newsletter", where to write or to click. */
export function isJunk(sentence: string, { junk }: BulletWords): boolean {
  const text = sentence.toLowerCase().replaceAll('’', "'");
  return ADDRESS.test(text) || junk.some((phrase) => hasPhrase(text, phrase));
}

const ADDRESS = /\bwww\.|https?:|\S@\S+\.\S/u;

/** Whether a phrase stands in a text, and not in the midst of words: "for comment", but "for comments on the fee". */
function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (
      !JOINED.test(text.slice(Math.max(0, at - 1), at + 1)) &&
      !JOINED.test(text.slice(end - 1, end + 1))
    )
      return true;
  }
  return false;
}

/** In other scripts, words have endings that go with the phrase, or no spaces between them. */
const JOINED = /^(?:\p{Script=Latin}{2}|\p{Script=Cyrillic}{2})$/u;
