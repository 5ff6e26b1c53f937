import { expect, it } from '@jest/globals';
import { sourcesPost } from '../../src/post/sources-post.ts';
import type { Article } from '../../src/article/article.ts';

const paragraph =
  'The ferry, which is old, has left. It rained in Ostvik, and nobody came. The mayor stayed.';
const article: Article = {
  title: 'Ferry',
  byline: [],
  language: 'en',
  paragraphs: ['Before.', paragraph, 'Behind: the end.'],
  subheads: [],
  notes: [],
};

function spanOf(piece: string) {
  const start = paragraph.indexOf(piece);
  return { paragraph: 1, start, end: start + piece.length };
}

function partsOf(text: string, pieces: readonly string[]) {
  const evidence = pieces.map(spanOf);
  const summary = { length: 'brief', bullets: [{ text, evidence }], quotes: [] } as const;
  return sourcesPost([{ article, summary }]).sections[0]?.parts;
}

const place = 'paragraph 2 of 3';

it('below a bullet stands the sentence that it was made of, whole, though something was cut out of it', () => {
  expect(partsOf('The ferry has left.', ['The ferry', ' has left', '.'])).toEqual([
    {
      kind: 'bullet',
      text: 'The ferry has left.',
      evidence: ['The ferry', ' has left', '.'].map(spanOf),
    },
    {
      kind: 'passage',
      text: 'The ferry, which is old, has left.',
      place,
      evidence: [spanOf('The ferry, which is old, has left.')],
    },
  ]);
});

it('a sentence that was taken as it is stands there once, and below it where', () => {
  expect(partsOf('The mayor stayed.', ['The mayor stayed.'])).toEqual([
    { kind: 'bullet', text: 'The mayor stayed.', evidence: [spanOf('The mayor stayed.')] },
    { kind: 'text', text: `Word for word: ${place}.` },
  ]);
});
