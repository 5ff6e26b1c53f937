import type { Part, Post } from './post.ts';
import { printableName } from './printable.ts';

const COMMANDS: readonly (readonly [command: string, does: string])[] = [
  ['/summarize https://example.com/story', 'a summary of a link, a text or a file'],
  ['/nutgraf help', 'what I can do; also status and forget'],
  [
    '/digest create',
    'news on a schedule; also list, show, edit, preview, run, pause, resume, remove',
  ],
];

/** Something that begins like a command and is none. @param typed with its slash; a slash alone asks which there are */
export function unknownCommandPost(typed: string): Post {
  const lead =
    typed === '/'
      ? 'These are the commands:'
      : `There is no command “${printableName(typed, 40)}”. There are these:`;
  const parts: readonly Part[] = [
    { kind: 'text', text: lead },
    ...COMMANDS.map(([command, does]): Part => ({ kind: 'bullet', text: `${command}: ${does}` })),
  ];
  return { sections: [{ parts, notes: [] }], actions: [] };
}
