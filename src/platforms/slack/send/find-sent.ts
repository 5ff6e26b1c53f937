import type { Found } from '../../../ports/chat-platform.ts';
import type { DeliveryKey, Destination } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { parseDestination } from '../wire/slack-address.ts';
import { findPost } from './find-post.ts';
import { reach } from './reach.ts';
import { sentOf, standingAt } from './sent-of.ts';
import type { SlackLine } from './slack-line.ts';

/**
 * Whether a post stands at a destination, as it is found from now on.
 * @throws PlatformError `refused-token`, or the signal's reason
 */
export async function findSent(
  line: SlackLine,
  { to, key }: { readonly to: Destination; readonly key: DeliveryKey },
  signal: AbortSignal,
): Promise<Found> {
  try {
    const address = await reach(line, parseDestination(to), signal);
    const found = await findPost(line, { address, key }, signal);
    if (typeof found === 'string') return { status: found };
    return { status: 'found', message: sentOf(standingAt(address), found) };
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code === 'refused-token') throw error;
    line.log.info({ code: error.code }, 'cannot look for a message to a person in Slack');
    return { status: 'unknown' };
  }
}
