import type { Post } from '../../../src/post/post.ts';

/** A summary as the bot makes them. */
export const summary: Post = {
  sections: [
    {
      title: { text: 'Windmill on Harrow Hill turns again', url: 'https://herald.example/mill' },
      about: 'Upland Herald · Jonna Vael · 3 June 2031 · 4 min read',
      parts: [
        {
          kind: 'bullet',
          text: 'The mill on Harrow Hill grinds flour for the first time since 1962.',
        },
        { kind: 'bullet', text: 'Eleven volunteers mended its sails over three winters.' },
        {
          kind: 'quote',
          text: '“My grandmother would have wept at that sound”',
          speaker: 'Aldo Kemmer, miller',
        },
      ],
      notes: ['This is only the part that stands before the paywall.'],
    },
  ],
  actions: ['shorter', 'longer', 'quotes', 'sources', 'delete'],
};

/** A post of so many quotes of about 300 characters. */
export function manyQuotes(count: number): Post {
  return {
    sections: [
      {
        title: { text: 'Many speak of the mill', url: 'https://herald.example/many' },
        parts: Array.from({ length: count }, (_, at) => ({
          kind: 'quote' as const,
          text: `“${at}: ${'the sails turned and the stones sang through the night, '.repeat(5)}as before.”`,
          speaker: `Neighbour ${at}`,
        })),
        notes: [],
      },
    ],
    actions: ['delete'],
  };
}

export const key = 'k3yK3yk3yK3yk3yK3yk3yA';
export const otherKey = 'o7herK3yo7herK3yo7herA';
