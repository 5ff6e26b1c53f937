import type { Post } from '../post/post.ts';
import { helpPost } from '../post/help-post.ts';
import { textPost } from '../post/text-post.ts';
import type { HouseRequest } from '../ports/request.ts';
import type { BotParts } from './bot-parts.ts';
import { DAY_MS } from './find-limit.ts';
import type { FairQueue } from './fair-queue.ts';

/** `/nutgraf help`, `status`, `forget`: answered at once. */
export async function answerHouse(
  parts: BotParts,
  request: HouseRequest,
  queue: FairQueue,
): Promise<Post> {
  switch (request.kind) {
    case 'help':
      return helpPost(parts.settings.name);
    case 'status':
      return tellStatus(parts, request, queue);
    case 'forget':
      return forget(parts, request);
  }
}

async function tellStatus(
  { store, clock }: BotParts,
  { platform, person, place }: HouseRequest,
  queue: FairQueue,
): Promise<Post> {
  const sinceMs = clock.now() - DAY_MS;
  const day = await store.countRequests({ platform, person, place, sinceMs });
  const load =
    queue.waiting === 0
      ? 'nothing waits'
      : `${count(queue.waiting, 'request')} wait for their turn`;
  return textPost(
    `I am up, and ${load}. In the last 24 hours you asked for ${count(day.byPerson, 'summary', 'summaries')}, and everybody here for ${day.byPlace}.`,
  );
}

/** What a person asked for; a moderator has everything of the place forgotten. */
async function forget(
  { store, log }: BotParts,
  { platform, person, place, isModerator, emptiesChannel = false }: HouseRequest,
): Promise<Post> {
  const answers = await store.erase(
    isModerator ? { kind: 'place', platform, place } : { kind: 'person', platform, person },
  );
  log.info({ platform, answers, isModerator }, 'forgotten');
  const whose = isModerator
    ? 'everything that was asked for here'
    : 'everything that you asked for';
  const standing = emptiesChannel
    ? 'What stood in the channel is gone, too.'
    : 'What stands in the channels stays until somebody deletes it.';
  return textPost(
    `I have forgotten ${whose}: ${count(answers, 'answer')}, with the articles behind them. ${standing}`,
  );
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `one ${one}` : `${number} ${many}`;
}
