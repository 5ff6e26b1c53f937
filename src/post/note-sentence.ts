import type { Note } from '../article/article.ts';

const SENTENCES: Readonly<Record<Note, string>> = {
  paywalled: 'This is only the part that stands before the paywall.',
  truncated: 'The text is not complete: it was longer than what is read, or the page broke off.',
  pasted: 'This was found in a pasted page, so check it against the original if it matters.',
};

/** What a reader should know about how an article was read, in one sentence. */
export function noteSentence(note: Note): string {
  return SENTENCES[note];
}
