import type { Outgoing } from '../../../ports/chat-platform.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { renderPost } from '../render/render-post.ts';
import type { SlackLine } from './slack-line.ts';

export interface Listener {
  readonly channel: string;
  readonly user: string;
  /** Only of a thread that is there already: Slack shows nothing of an ephemeral message in a new one. */
  readonly threadTs?: string;
  readonly outgoing: Outgoing;
}

/**
 * Says a post to one person alone. `false` where Slack does not let us, and nothing has been said.
 * https://docs.slack.dev/reference/methods/chat.postEphemeral
 * @throws PlatformError where it is unclear whether it was said
 */
export async function whisper(
  line: SlackLine,
  one: Listener,
  signal: AbortSignal,
): Promise<boolean> {
  const { channel, user, threadTs, outgoing } = one;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const messages = renderPost(outgoing.post, { key: outgoing.key });
  for (const [index, message] of messages.entries()) {
    try {
      const args = { channel, user, ...thread, ...message };
      await line.api.call('chat.postEphemeral', args, { signal, isRepeatable: false });
    } catch (error) {
      const isRefused =
        error instanceof PlatformError && (error.code === 'not-allowed' || error.code === 'gone');
      if (!isRefused || index > 0) throw error;
      line.log.info({ channel, code: error.code }, 'cannot tell one person alone: all are told');
      return false;
    }
  }
  return true;
}
