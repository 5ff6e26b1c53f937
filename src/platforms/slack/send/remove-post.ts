import type { SentMessage } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { parseSent, type ClickedAddress } from '../wire/slack-address.ts';
import { deleteMessage } from './lay-down.ts';
import { partsOf } from './parts-of.ts';
import { isOutside } from './send-post.ts';
import type { SlackLine } from './slack-line.ts';

/** Removes a message of ours with all that belongs to it. What is gone, or nobody can reach, is no error. */
export async function removePost(
  line: SlackLine,
  message: SentMessage,
  signal: AbortSignal,
): Promise<void> {
  const address = parseSent(message);
  if (address.kind === 'passing') return;
  if (address.kind === 'clicked' && address.isEphemeral)
    return removeClicked(line, address, signal);
  const { channel, threadTs } = address;
  const place = { channel, ...(threadTs === undefined ? {} : { threadTs }) };
  const known = address.kind === 'posted' ? address.ts : [address.ts];
  const key = address.kind === 'clicked' ? { key: address.key } : {};
  const all = await partsOf(line, { ...place, known, ...key }, signal);
  try {
    for (const ts of all) await deleteMessage(line, { channel, ts }, signal);
  } catch (error) {
    if (address.kind !== 'clicked' || !isOutside(error)) throw error;
    await removeClicked(line, address, signal);
  }
}

async function removeClicked(
  line: SlackLine,
  { responseUrl, responseUntilMs }: ClickedAddress,
  signal: AbortSignal,
): Promise<void> {
  if (line.clock.now() >= responseUntilMs)
    throw new PlatformError('gone', 'response_url: its time is over');
  await line.respond(responseUrl, { delete_original: true }, signal);
}
