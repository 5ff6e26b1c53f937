import type { Post } from '../../../src/post/post.ts';

/** A summary as the bot makes them. */
export const summary: Post = {
  sections: [
    {
      title: { text: 'Ferry to Sandholm gets a second boat', url: 'https://courier.example/ferry' },
      about: 'Nuthall Courier · Ilse Brandt · 2 April 2031 · 3 min read',
      parts: [
        { kind: 'bullet', text: 'The council bought a second boat for the Sandholm line.' },
        { kind: 'bullet', text: 'It sails from May on, twice as often as before.' },
        {
          kind: 'quote',
          text: '“Nobody shall wait on the pier for two hours again”',
          speaker: 'Oda Grimsby, harbour master',
        },
      ],
      notes: ['Only the beginning was readable: the page is paywalled.'],
    },
  ],
  actions: ['shorter', 'longer', 'quotes', 'sources', 'delete'],
};

export const key = 'k3yK3yk3yK3yk3yK3yk3yA';
