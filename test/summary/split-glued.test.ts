import { expect, it } from '@jest/globals';
import { splitGlued } from '../../src/summary/split-glued.ts';

const partsOf = (text: string): readonly string[] =>
  splitGlued(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

it.each([
  ['The mayor waves to the crowd The singer left early.', 'The mayor waves to the crowd'],
  ['The mayor waves to the crowd A singer left early.', 'The mayor waves to the crowd'],
  [
    'Two sailors sit on the harbour wall Waiting for the tide: Many boats stayed in Ostvik.',
    'Two sailors sit on the harbour wall',
  ],
  [
    'Ostvik lose to Luleby in the derby Head coach Odd Holm was angry again.',
    'Ostvik lose to Luleby in the derby',
  ],
  [
    'The boats lie in the old harbour of the town After the storm the pilots counted them.',
    'The boats lie in the old harbour of the town',
  ],
  [
    'Mara Lund has sold the last ferry of the town Mara Lund has now sold the quay too.',
    'Mara Lund has sold the last ferry of the town',
  ],
  ['About Nettle Nettle makes sails for the islands.', 'About Nettle'],
  [
    'Wanted: Police in Ostvik are looking for a man of thirty Police in Ostvik have now found him.',
    'Wanted: Police in Ostvik are looking for a man of thirty',
  ],
  [
    'Lund’s story is told in a film called ‘The Night Ferry’ The story of the boat is older.',
    'Lund’s story is told in a film called ‘The Night Ferry’',
  ],
  [
    'Mara Lund stands beside the old tug of her father ‘I love the sea, and it loves me,’ she said.',
    'Mara Lund stands beside the old tug of her father',
  ],
])('a caption without a stop is cut off the sentence behind it: %s', (text, caption) => {
  expect(partsOf(text)).toEqual([caption, text.slice(caption.length + 1)]);
});

it.each([
  'The crew of Cotton After the storm sailed home.',
  'The old comedy When the tide turns is back in the theatre.',
  'Mara Lund is the name of a ferry that Mara Lund sold in the spring.',
  'The play opened in The night ferry of Ostvik in May.',
  'Ostvik lost its Group A match against Luleby.',
  'Ostvik signed the coach of Luleby as Head coach Odd Holm left.',
  'The board met in Reading for the first time: Nobody came.',
  'Odd Odd was the name of a boat that Odd Holm had sold.',
  'Ann Poole opened the meeting by saying ‘I love the sea, and it loves me,’ said the mayor.',
])('a capital inside a name starts no sentence: %s', (text) => {
  expect(partsOf(text)).toEqual([text]);
});
