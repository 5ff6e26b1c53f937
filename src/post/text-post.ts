import type { Post } from './post.ts';

/** A sentence of ours. */
export function textPost(text: string): Post {
  return { sections: [{ parts: [{ kind: 'text', text }], notes: [] }], actions: [] };
}
