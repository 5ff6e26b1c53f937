import type { Article } from '../../../src/article/article.ts';

/** Controls, line breaks and the marks that turn the direction of writing. */
const FOREIGN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** The first texts of an article that no reader should be given: empty, ill-formed, with controls, breaks or turned writing. */
export function findBrokenText({ title, byline, paragraphs }: Article): readonly string[] {
  const texts = [title, ...byline].filter((text) => text !== '');
  const isBroken = (text: string): boolean =>
    text.trim() === '' || !text.isWellFormed() || FOREIGN.test(text);
  return [...texts, ...paragraphs]
    .filter(isBroken)
    .slice(0, 3)
    .map((text) => JSON.stringify(text.slice(0, 200)));
}
