import type { DeliveryKey } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { findInThread } from './find-post.ts';
import type { SlackLine } from './slack-line.ts';

export interface PartlyKnown {
  readonly channel: string;
  readonly threadTs?: string;
  /** Those messages of the post that are known, the first first. */
  readonly known: readonly string[];
  /** By which the others are found; absent where nobody remembers. */
  readonly key?: DeliveryKey;
}

/**
 * All messages of the post that some messages are of: as we remember, else as Slack shows, else those that are known.
 * @throws PlatformError `refused-token`, or the signal's reason
 */
export async function partsOf(
  line: SlackLine,
  { channel, threadTs, known, key }: PartlyKnown,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const [first = ''] = known;
  const remembered = line.memory.partsOf(channel, first);
  if (remembered !== undefined) return remembered;
  if (key === undefined) return known;
  try {
    const found = await findInThread(line, { channel, threadTs: threadTs ?? first, key }, signal);
    return found.length > 0 ? found : known;
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code === 'refused-token') throw error;
    // Most posts are one message, which is the one that we know.
    line.log.debug({ channel, code: error.code }, 'cannot look for the other messages of a post');
    return known;
  }
}
