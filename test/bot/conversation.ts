import { expect } from '@jest/globals';
import type { Post } from '../../src/post/post.ts';
import type { Accepted } from '../../src/ports/core.ts';
import type { Standing } from './memory-platform.ts';
import type { BotRig } from './rig.ts';

export const linkTo = ({ site }: BotRig) =>
  ({ kind: 'link', url: `${site.address}/eels` }) as const;

export function partsOf(post: Post | undefined, kind: string): readonly string[] {
  return (post?.sections ?? []).flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === kind ? [part.text] : [])),
  );
}

/** What the last message says, its notes too. */
export function lastText({ platform }: BotRig): string {
  return JSON.stringify(platform.messages.at(-1)?.outgoing.post);
}

export function postOf(accepted: Accepted): string {
  return accepted.status === 'answered' ? JSON.stringify(accepted.post) : accepted.status;
}

/** Asks for the summary of the eels' page and waits for it. */
export async function summarizeLink(rig: BotRig): Promise<Standing> {
  expect(await rig.summarize({ sources: [linkTo(rig)] })).toEqual({ status: 'accepted' });
  await rig.settled();
  const message = rig.platform.messages.at(-1);
  if (message === undefined) throw new Error('nothing was answered');
  return message;
}
