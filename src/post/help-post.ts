import { HOW_TO_PASTE } from './how-to-paste.ts';
import type { Part, Post } from './post.ts';

/** What the bot can do, with examples. */
export function helpPost(name: string): Post {
  const parts: readonly Part[] = [
    {
      kind: 'text',
      text: 'I turn an article into a few bullets and its key quotes. Every word of them stands in the article.',
    },
    { kind: 'bullet', text: 'Ask me with a command:' },
    { kind: 'example', text: '/summarize https://example.com/story' },
    {
      kind: 'bullet',
      text: 'Mention me with up to three links, or in a reply to a message that has one:',
    },
    { kind: 'example', text: `@${name} https://example.com/story` },
    {
      kind: 'bullet',
      text: 'Give me a file in place of a link: a saved web page, a PDF, a text.',
    },
    {
      kind: 'bullet',
      text: 'Choose “Summarize” from the menu of any message: I read its links, its files, or its text.',
    },
    {
      kind: 'bullet',
      text: 'Reply to a summary with “shorter”, “longer”, “quotes”, “sources” or a question about the article.',
    },
    { kind: 'bullet', text: 'Have the news of your sources posted by themselves, on a schedule:' },
    { kind: 'example', text: '/digest create' },
  ];
  return {
    sections: [{ title: { text: 'What I can do' }, parts, notes: [HOW_TO_PASTE] }],
    actions: [],
  };
}
