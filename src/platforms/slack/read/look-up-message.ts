import type { LookedUp } from '../../../ports/chat-platform.ts';
import type { Json } from '../../../ports/json.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { SlackLine } from '../send/slack-line.ts';
import { listAt, textAt } from '../../payload-field.ts';
import { readSources } from './read-sources.ts';

/**
 * What the root of a thread holds, out of `{channel, ts}`.
 * https://docs.slack.dev/reference/methods/conversations.replies
 * @throws PlatformError where Slack does not answer or refuses the token
 */
export async function lookUpMessage(
  line: SlackLine,
  { message, botUserId }: { readonly message: Json; readonly botUserId: string },
  signal: AbortSignal,
): Promise<LookedUp> {
  const channel = textAt(message, 'channel');
  const ts = textAt(message, 'ts');
  const args = { channel, ts, limit: 1, inclusive: true };
  try {
    const answer = await line.api.call('conversations.replies', args, {
      signal,
      isRepeatable: true,
    });
    const root = listAt(answer, 'messages').find((one) => textAt(one, 'ts') === ts);
    if (root === undefined) return { status: 'failed', because: 'gone' };
    return { status: 'found', sources: readSources(root, botUserId) };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code !== 'gone' && error.code !== 'not-allowed') throw error;
    line.log.info({ channel, code: error.code }, 'cannot look at a message');
    return { status: 'failed', because: error.code };
  }
}
