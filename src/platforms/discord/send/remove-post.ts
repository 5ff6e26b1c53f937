import type { SentMessage } from '../../../ports/destination.ts';
import { parseSent } from '../wire/discord-address.ts';
import type { DiscordLine } from './discord-api.ts';
import { isGone, reach } from './reach.ts';

/** Removes all messages of a post; those that are gone already are no error. */
export async function removePost(
  line: DiscordLine,
  message: SentMessage,
  signal: AbortSignal,
): Promise<void> {
  const sent = parseSent(message);
  for (const standing of sent.messages) {
    try {
      await reach(line, { at: sent, standing }, { method: 'DELETE', signal });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    line.keys.forget(standing.id);
  }
}
