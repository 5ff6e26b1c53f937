import type { Outgoing } from '../../../ports/chat-platform.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { MAX_MESSAGE_CHARS, renderPost, type SlackMessage } from '../render/render-post.ts';
import { textAt } from '../../payload-field.ts';
import type { SlackLine } from './slack-line.ts';
import { SlackRefusal } from './to-platform-error.ts';

export interface Place {
  readonly channel: string;
  /** The thread to post in; without it the first message stands in the channel and the others below it. */
  readonly threadTs?: string;
  /** Messages that the post takes the place of; the first are changed, what is over is removed. */
  readonly existing: readonly string[];
}

/** How much stands in a message; less where Slack calls it too long. */
const TRIES = [MAX_MESSAGE_CHARS, MAX_MESSAGE_CHARS / 2, MAX_MESSAGE_CHARS / 4];

/**
 * Makes a post stand at a place, as our own messages; resolves to their `ts`. Nothing is posted twice: what an attempt
 * that was called too long has posted already is changed by the next.
 * @throws PlatformError
 */
export async function layDown(
  line: SlackLine,
  { place, outgoing }: { readonly place: Place; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const stands = [...place.existing];
  for (const [attempt, maxChars] of TRIES.entries()) {
    const messages = renderPost(outgoing.post, { key: outgoing.key, maxChars });
    try {
      await layMessages(line, { place, messages, stands }, signal);
      line.memory.setParts(place.channel, stands);
      return stands;
    } catch (error) {
      line.memory.setParts(place.channel, stands);
      const isTooLong = error instanceof SlackRefusal && error.word === 'msg_blocks_too_long';
      if (!isTooLong || attempt === TRIES.length - 1) {
        if (stands.length <= place.existing.length || signal.aborted) throw error;
        throw new PlatformError('unclear', 'only its beginning was posted', { cause: error });
      }
      line.log.warn({ maxChars }, 'Slack calls a message too long: it is divided further');
    }
  }
  return stands;
}

interface Laying {
  readonly place: Place;
  readonly messages: readonly SlackMessage[];
  /** What stands there, kept up to date with every step. */
  readonly stands: string[];
}

async function layMessages(line: SlackLine, laying: Laying, signal: AbortSignal): Promise<void> {
  const { place, messages, stands } = laying;
  for (const [index, message] of messages.entries()) {
    const ts = stands[index];
    const isChanged =
      ts !== undefined && (await change(line, { place, ts, message, index }, signal));
    if (!isChanged) stands[index] = await post(line, { place, message, rootTs: stands[0] }, signal);
  }
  for (const surplus of stands.splice(messages.length))
    await deleteMessage(line, { channel: place.channel, ts: surplus }, signal);
}

async function change(
  { api }: SlackLine,
  one: {
    readonly place: Place;
    readonly ts: string;
    readonly message: SlackMessage;
    readonly index: number;
  },
  signal: AbortSignal,
): Promise<boolean> {
  const { place, ts, message, index } = one;
  try {
    const args = { channel: place.channel, ts, ...message };
    await api.call('chat.update', args, { signal, isRepeatable: true });
    return true;
  } catch (error) {
    // Somebody removed a later message of the post: it is posted anew below the first, which still stands.
    if (index > 0 && error instanceof PlatformError && error.code === 'gone') return false;
    throw error;
  }
}

async function post(
  { api }: SlackLine,
  one: {
    readonly place: Place;
    readonly message: SlackMessage;
    readonly rootTs: string | undefined;
  },
  signal: AbortSignal,
): Promise<string> {
  const { place, message, rootTs } = one;
  const threadTs = place.threadTs ?? rootTs;
  const answer = await api.call(
    'chat.postMessage',
    {
      channel: place.channel,
      ...message,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      unfurl_links: false,
      unfurl_media: false,
    },
    { signal, isRepeatable: false },
  );
  const ts = textAt(answer, 'ts');
  if (ts === '') throw new PlatformError('unclear', 'chat.postMessage: no ts in the answer');
  return ts;
}

/** Removes a message of ours; one that is gone already is no error. @throws PlatformError */
export async function deleteMessage(
  { api }: SlackLine,
  at: { readonly channel: string; readonly ts: string },
  signal: AbortSignal,
): Promise<void> {
  try {
    await api.call('chat.delete', { ...at }, { signal, isRepeatable: true });
  } catch (error) {
    if (error instanceof SlackRefusal && error.word === 'message_not_found') return;
    throw error;
  }
}
