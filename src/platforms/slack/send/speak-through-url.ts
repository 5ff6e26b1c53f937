import type { Outgoing } from '../../../ports/chat-platform.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { renderPost } from '../render/render-post.ts';
import type { SlackLine } from './slack-line.ts';

export interface ThroughUrl {
  readonly responseUrl: string;
  readonly responseUntilMs: number;
  readonly threadTs?: string;
  readonly outgoing: Outgoing;
  /** `beside` for the person alone, `channel` for all, `over` in place of the message that was clicked. */
  readonly how: 'beside' | 'channel' | 'over';
}

/** Slack lets a response URL be used five times; one is kept for what may have to be said later. */
const MAX_MESSAGES = 4;

/**
 * Says a post through a response URL, where we need be no member. Nobody learns how its messages are called, so they
 * cannot be changed. @throws PlatformError `gone` once the URL has ended
 */
export async function speakThroughUrl(
  line: SlackLine,
  one: ThroughUrl,
  signal: AbortSignal,
): Promise<void> {
  const { outgoing, how, threadTs } = one;
  if (line.clock.now() >= one.responseUntilMs)
    throw new PlatformError('gone', 'response_url: its time is over');
  const maxMessages = how === 'over' ? 1 : MAX_MESSAGES;
  const messages = renderPost(outgoing.post, { key: outgoing.key, maxMessages });
  for (const message of messages) {
    const body = {
      ...message,
      response_type: how === 'channel' ? 'in_channel' : 'ephemeral',
      replace_original: how === 'over',
      ...(threadTs === undefined || how === 'over' ? {} : { thread_ts: threadTs }),
      unfurl_links: false,
      unfurl_media: false,
    };
    await line.respond(one.responseUrl, body, signal);
  }
}
