import type { BotProblem } from './bot-problem.ts';
import { botProblemSentence } from './bot-problem-sentence.ts';
import { HOW_TO_PASTE } from './how-to-paste.ts';
import type { Post, Section } from './post.ts';

/** Problems of sites that keep programs out: a person can still get in. */
const KEPT_OUT: ReadonlySet<BotProblem['code']> = new Set([
  'refused',
  'bot-check',
  'consent-wall',
  'paywall',
  'too-slow',
]);

/** A problem: one sentence, and how else it can be done. */
export function problemPost(problem: BotProblem): Post {
  return { sections: [problemSection(problem)], actions: [] };
}

/** The same as a part of an answer of which other parts went well; `of` names what could not be read. */
export function problemSection(problem: BotProblem, of?: string): Section {
  return {
    ...(of === undefined ? {} : { title: { text: of } }),
    parts: [{ kind: 'text', text: botProblemSentence(problem) }],
    notes: KEPT_OUT.has(problem.code) ? [HOW_TO_PASTE] : [],
  };
}
