import { describe, expect, it } from '@jest/globals';
import { furnitureKind, headsEnd } from '../../../src/article/furniture/line-kind.ts';

const furniture: readonly (readonly [kind: string, line: string])[] = [
  ['ad-label', 'Advertisement'],
  ['ad-label', 'SKIP ADVERTISEMENT'],
  ['ad-label', '– Anzeige –'],
  ['ad-label', 'Publicidad'],
  ['ad-label', 'Story continues below'],
  ['share', 'Share full article'],
  ['share', 'Artikel teilen'],
  ['share', 'Read in app'],
  ['newsletter', 'Get it sent to your inbox.'],
  ['newsletter', 'Sign up for our weekly newsletter'],
  ['subscribe', 'Subscribe to The Tarn Courier to keep reading whenever you want.'],
  ['related', 'Read more: Council votes on the ferries'],
  ['related', 'See more on: Ferries, Tarn Council'],
  ['related', 'Mehr zum Thema'],
  ['related', 'Читайте также: Новый мост'],
  ['related', '関連記事'],
  ['related', 'اقرأ أيضا'],
  ['related', 'यह भी पढ़ें'],
  ['topics', 'Tags: ferries, islands'],
  ['credit', 'Photo: Tomas Wrede'],
  ['credit', 'Credit...Tomas Wrede/Coastal Press'],
  ['credit', '(Foto: dpa)'],
  ['credit', 'Tomas Wrede/Getty Images'],
  ['caption', 'The ferry at its berth on Tuesday.Credit...Tomas Wrede/Coastal Press'],
  ['caption', 'The ferry at its berth on Tuesday. (AP Photo/Tomas Wrede)'],
  ['media', 'Video'],
  ['media', 'LIVE'],
  ['media', '0:18'],
  ['media', '1 of 12'],
  ['byline', 'By Ingrid Halloway'],
  ['date', 'March 4, 2031, 7:15 a.m. ET'],
  [
    'author-note',
    'Ingrid Halloway covers the islands. She was born there. More about Ingrid Halloway',
  ],
  ['author-note', 'Follow Ingrid Halloway on Twitter @ingrid'],
  ['comments', '12 comments'],
  ['comments', '댓글 12'],
  ['copyright', '© 2031 The Tarn Courier. All rights reserved.'],
  ['navigation', 'Skip to content'],
  ['section', 'Politics'],
  ['contact', 'Have a tip? Write to us.'],
  ['ornament', '* * *'],
  ['link', 'https://example.org/a'],
];

const prose = [
  'Share prices fell',
  'Share prices fell three percent on Monday.',
  'Read more books, he says.',
  'Watch what you say, she told him.',
  'Video shows the ship sinking near the coast.',
  'Image problems have dogged the minister for years.',
  'Images by the new telescope show a dim galaxy that nobody had expected there.',
  'See also chapter three of the book, which explains all this in more detail than we can.',
  '“Share,” he said.',
  'By the end of the year, prices had doubled.',
  'LUND (Reuters) - The council met on Monday.',
  'He told Reuters',
  'Advertisement revenue rose for the third year in a row.',
  'Comments by the minister angered the fishermen.',
  'Search teams found the boat on Sunday.',
  'Next week the parliament will vote.',
  'Mehr als hundert Menschen kamen zum Hafen.',
  'Das Bild zeigt, wie der Hafen früher aussah.',
];

describe('furnitureKind', () => {
  it.each(furniture)('takes for %s: %s', (kind, line) => {
    expect(furnitureKind(line)).toBe(kind);
  });

  it.each(prose)('leaves alone: %s', (line) => {
    expect(furnitureKind(line)).toBeUndefined();
  });

  it('looks at no line longer than furniture ever is', () => {
    expect(furnitureKind(`Advertisement ${'a'.repeat(100_000)}`)).toBeUndefined();
  });
});

describe('headsEnd', () => {
  it('knows headings of what stands below stories', () => {
    expect(headsEnd('Related Articles')).toBe(true);
    expect(headsEnd('Kommentare:')).toBe(true);
    expect(headsEnd('The council voted.')).toBe(false);
  });
});
