import type { DeliveryKey } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { RESPONSE_LIFE_MS } from '../read/read-responding.ts';
import { findMarker } from '../render/marker.ts';
import { fieldAt, listAt, textAt } from '../../payload-field.ts';
import type { ReachedDestination } from '../wire/slack-address.ts';
import type { SlackLine } from './slack-line.ts';

export interface Sought {
  readonly address: ReachedDestination;
  readonly key: DeliveryKey;
}

const PAGE = 200;
/** Ours: 1,000 messages since somebody asked. */
const MAX_PAGES = 5;
/** Clocks differ: ours may be ahead of Slack's by so much. */
const CLOCK_SLACK_MS = 120_000;

/** Where a destination's messages stand. */
export function placeOf({ channel, threadTs }: ReachedDestination) {
  return { channel, ...(threadTs === undefined ? {} : { threadTs }) };
}

/**
 * The messages of a post, in their order, by the marker in their first block. `unknown` where we cannot look: without
 * history scopes, where we are no member, for what only one person sees, and where too much has been said since.
 * @throws PlatformError `refused-token`, or the signal's reason
 */
export async function findPost(
  line: SlackLine,
  { address, key }: Sought,
  signal: AbortSignal,
): Promise<readonly string[] | 'absent' | 'unknown'> {
  if (address.kind === 'response' && address.isPrivate) return 'unknown';
  const { channel, threadTs } = address;
  try {
    if (threadTs !== undefined) {
      const parts = await findInThread(line, { channel, threadTs, key }, signal);
      return parts.length === 0 ? 'absent' : parts;
    }
    const root = await findInChannel(line, { channel, key, sinceMs: sinceOf(address) }, signal);
    if (root === undefined) return 'absent';
    return await findInThread(line, { channel, threadTs: root, key }, signal);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code === 'refused-token') throw error;
    line.log.info({ channel, code: error.code }, 'cannot look for a message in Slack');
    return 'unknown';
  }
}

/** Nothing of a post stands there from before. */
function sinceOf(address: ReachedDestination): number {
  if (address.kind === 'channel') return address.sinceMs;
  return address.kind === 'response' ? address.responseUntilMs - RESPONSE_LIFE_MS : 0;
}

/** @throws PlatformError */
export async function findInThread(
  line: SlackLine,
  at: { readonly channel: string; readonly threadTs: string; readonly key: DeliveryKey },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { channel, threadTs, key } = at;
  const found: { readonly index: number; readonly ts: string }[] = [];
  const args = { channel, ts: threadTs };
  for await (const message of pages(line, { method: 'conversations.replies', args }, signal)) {
    const index = findMarker(message, key);
    if (index !== undefined) found.push({ index, ts: textAt(message, 'ts') });
  }
  return found.sort((one, other) => one.index - other.index).map(({ ts }) => ts);
}

async function findInChannel(
  line: SlackLine,
  at: { readonly channel: string; readonly key: DeliveryKey; readonly sinceMs: number },
  signal: AbortSignal,
): Promise<string | undefined> {
  const oldest = Math.max(0, at.sinceMs - CLOCK_SLACK_MS) / 1000;
  const args = { channel: at.channel, oldest: oldest.toFixed(6) };
  for await (const message of pages(line, { method: 'conversations.history', args }, signal))
    if (findMarker(message, at.key) === 0) return textAt(message, 'ts');
  return undefined;
}

async function* pages(
  { api }: SlackLine,
  { method, args }: { readonly method: string; readonly args: Readonly<Record<string, string>> },
  signal: AbortSignal,
): AsyncGenerator {
  let cursor = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const more = cursor === '' ? {} : { cursor };
    const options = { signal, isRepeatable: true };
    const answer = await api.call(method, { ...args, limit: PAGE, ...more }, options);
    yield* listAt(answer, 'messages');
    cursor = textAt(answer, 'response_metadata', 'next_cursor');
    if (fieldAt(answer, 'has_more') !== true || cursor === '') return;
  }
  // What was not looked through may hold it: nobody is to take it for absent.
  throw new PlatformError('unclear', `${method}: more messages than are looked through`);
}
