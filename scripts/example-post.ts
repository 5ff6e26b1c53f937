import { readFileSync } from 'node:fs';
import { workOnSource } from '../src/engine/work-on-source.ts';
import type { Post } from '../src/post/post.ts';
import { summaryActions, summarySection } from '../src/post/summary-post.ts';
import type { Length } from '../src/summary/summary.ts';

/** Where the invented article that ships with the project would stand. */
export const exampleUrl = 'https://www.harbourledger.example/port/2031/04/02/deep-harbour-reopens';

/** What the bot answers to it. */
export async function examplePost(length: Length): Promise<Post> {
  const body = readFileSync(new URL('../examples/harbour.html', import.meta.url));
  const done = await workOnSource({ body, url: exampleUrl }, { what: 'summary', length });
  if (done.status === 'failed' || done.summary === undefined)
    throw new Error('the example is no article any more');
  return {
    sections: [summarySection(done.article, done.summary)],
    actions: summaryActions(length),
  };
}
