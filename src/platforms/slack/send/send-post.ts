import type { Outgoing } from '../../../ports/chat-platform.ts';
import type { Destination, SentMessage } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import {
  parseDestination,
  type ReachedDestination,
  type ResponseAddress,
  type SlackDestination,
  type ThreadAddress,
} from '../wire/slack-address.ts';
import { findPost, placeOf } from './find-post.ts';
import { layDown } from './lay-down.ts';
import { reach } from './reach.ts';
import { PASSING, sentOf, standingAt } from './sent-of.ts';
import type { SlackLine } from './slack-line.ts';
import { speakThroughUrl } from './speak-through-url.ts';
import { whisper } from './whisper.ts';

export interface Sending {
  readonly to: Destination;
  readonly outgoing: Outgoing;
}

/**
 * Sends a post. A second sending under the same key waits for the first and sends nothing where that was heard; where
 * nobody knows, the post is looked for, and changed where it stands.
 * @throws PlatformError `unclear` where it may stand there and cannot be looked for
 */
export async function sendPost(
  line: SlackLine,
  { to, outgoing }: Sending,
  signal: AbortSignal,
): Promise<SentMessage> {
  const address = parseDestination(to);
  const before = line.memory.sendingOf(outgoing.key);
  const sending =
    before === undefined
      ? sendNew(line, { address, outgoing }, signal)
      : sendAgain(line, { address, outgoing, before }, signal);
  line.memory.setSending(outgoing.key, sending);
  return sending;
}

async function sendAgain(
  line: SlackLine,
  one: {
    readonly address: SlackDestination;
    readonly outgoing: Outgoing;
    readonly before: Promise<SentMessage>;
  },
  signal: AbortSignal,
): Promise<SentMessage> {
  const { outgoing, before } = one;
  try {
    return await before;
  } catch (error) {
    line.log.debug({ key: outgoing.key, error: String(error) }, 'looking for what was sent before');
  }
  const address = await reach(line, one.address, signal);
  const found = await findPost(line, { address, key: outgoing.key }, signal);
  if (found === 'unknown')
    throw new PlatformError('unclear', 'it was sent before, and cannot be looked for');
  if (found === 'absent') return sendNew(line, { address, outgoing }, signal);
  const place = { ...placeOf(address), existing: found };
  return sentOf(standingAt(address), await layDown(line, { place, outgoing }, signal));
}

async function sendNew(
  line: SlackLine,
  { address: to, outgoing }: { readonly address: SlackDestination; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentMessage> {
  const address = await reach(line, to, signal);
  switch (address.kind) {
    case 'thread':
      return sendToThread(line, { address, outgoing }, signal);
    case 'response':
      return sendToCaller(line, { address, outgoing }, signal);
    case 'channel':
      return post(line, { address, outgoing }, signal);
  }
}

async function post(
  line: SlackLine,
  one: {
    readonly address: ReachedDestination;
    readonly outgoing: Outgoing;
  },
  signal: AbortSignal,
): Promise<SentMessage> {
  const place = { ...placeOf(one.address), existing: [] };
  const ts = await layDown(line, { place, outgoing: one.outgoing }, signal);
  return sentOf(standingAt(one.address), ts);
}

async function sendToThread(
  line: SlackLine,
  { address, outgoing }: { readonly address: ThreadAddress; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentMessage> {
  if (outgoing.audience === 'person' && !address.isDirect && address.user !== '') {
    const { channel, user, threadTs, wasThere } = address;
    const listener = { channel, user, outgoing, ...(wasThere ? { threadTs } : {}) };
    if (await whisper(line, listener, signal)) return PASSING;
  }
  return post(line, { address, outgoing }, signal);
}

async function sendToCaller(
  line: SlackLine,
  { address, outgoing }: { readonly address: ResponseAddress; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentMessage> {
  if (address.isPrivate || outgoing.audience === 'person') {
    await speakThroughUrl(line, { ...address, outgoing, how: 'beside' }, signal);
    return PASSING;
  }
  try {
    return await post(line, { address, outgoing }, signal);
  } catch (error) {
    if (!isOutside(error)) throw error;
    line.log.debug(
      { channel: address.channel },
      'no member there: answering through the response URL',
    );
    await speakThroughUrl(line, { ...address, outgoing, how: 'channel' }, signal);
    return PASSING;
  }
}

/** We may not post there, so that nothing has been posted. */
export function isOutside(error: unknown): boolean {
  return error instanceof PlatformError && (error.code === 'gone' || error.code === 'not-allowed');
}
