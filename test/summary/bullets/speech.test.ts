import { describe, expect, it } from '@jest/globals';
import { findStorySentences } from '../../../src/summary/find-story-sentences.ts';
import { betweenMarks, findSpeech } from '../../../src/summary/bullets/speech.ts';
import { inventedArticle } from '../invented-article.ts';

/** The sentences of the paragraphs that are speech. */
function speechOf(...paragraphs: readonly string[]): readonly string[] {
  const article = inventedArticle(paragraphs);
  const sentences = findStorySentences(article);
  const speech = [...findSpeech(sentences, article.paragraphs)];
  return speech.flatMap(([{ text }, { isWhole }]) => (isWhole ? [text] : []));
}

describe('a sentence within somebody’s words', () => {
  it.each([
    ['“We left. The quay is dry. Nobody came,” Lund said.'],
    ['"We left. The quay is dry. Nobody came," Lund said.'],
    ["'We left. The quay is dry. Nobody came,' Lund said."],
    ['„Wir gingen. The quay is dry. Niemand kam“, sagte Lund.'],
    ['«Nous partons. The quay is dry. Personne ne vient», dit Lund.'],
    ['« Nous partons. The quay is dry. Personne ne vient », dit Lund.'],
    ['"$9 was paid. The quay is dry. Nobody came," Lund said.'],
    ['Lund said,“We left. The quay is dry. Nobody came.”'],
    ['"[The pilots] left. The quay is dry. Nobody came," Lund said.'],
    ['“We left. The quay is dry.', '“Nobody came,” Lund said.'],
    ['Lund said: “We left. The quay is dry.', '“Nobody came.”'],
    ["Lund said: 'We left. The quay is dry.", "'Nobody came.'"],
  ])('is speech: %s', (...paragraphs) => {
    expect(speechOf(...paragraphs)).toEqual(['The quay is dry.']);
  });

  it.each([
    ['“We left,” Lund said. The quay is dry. “Nobody came,” Haug said.'],
    ['The pilots’ boats left. The quay is dry. The boats’ crews came.'],
    ["It rained in the '90s. The quay is dry. Nobody came."],
    ['Lund said “we left. The quay is dry. Nobody came.'],
    ['We left. The quay is dry.” Lund said so.'],
    ['Lund said: “We left. The quay is dry.', 'Nobody came.'],
  ])('is none elsewhere, nor where a mark is missing: %s', (...paragraphs) => {
    expect(speechOf(...paragraphs)).toEqual([]);
  });
});

it.each([
  ['“', '“We left.”'],
  ['„', '„We left.“'],
  ['«', '«We left.»'],
  ['»', '»We left.«'],
  ['‘', '‘We left.’'],
  ['"', '"We left."'],
])('is shown between marks where it is told at all: %s', (mark, expected) => {
  expect(betweenMarks('We left.', mark)).toBe(expected);
});
