import type { Post } from '../post.ts';

/** What is wrong with a digest as it was typed: a sentence each. */
export function faultsPost(sentences: readonly string[]): Post {
  const lead = 'Not yet:';
  return {
    sections: [
      {
        parts: [
          ...(sentences.length === 1 ? [] : [{ kind: 'text', text: lead } as const]),
          ...sentences.map(
            (text) => ({ kind: sentences.length === 1 ? 'text' : 'bullet', text }) as const,
          ),
        ],
        notes: [],
      },
    ],
    actions: [],
  };
}
