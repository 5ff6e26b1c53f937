import type { Outgoing } from '../../../ports/chat-platform.ts';
import type { DiscordMessage } from '../render/discord-message.ts';
import { renderPlain } from '../render/render-plain.ts';
import { renderPost } from '../render/render-post.ts';
import type { SentAddress } from '../wire/discord-address.ts';
import type { DiscordLine } from './discord-api.ts';
import { nonceOf, speakBelow } from './speak.ts';
import { isLackingPermission } from './to-platform-error.ts';

export interface Below {
  readonly channel: string;
  /** The message that it answers; in a channel of its own accord where there is none. */
  readonly replyTo?: string;
  readonly outgoing: Pick<Outgoing, 'post' | 'key'>;
}

/** Sends a post into a channel or below a message, in plain text where Discord lets the bot send no embeds. */
export async function sendBelow(
  line: DiscordLine,
  below: Below,
  signal: AbortSignal,
): Promise<SentAddress> {
  const { post, key } = below.outgoing;
  try {
    return await speakAll(line, { below, messages: renderPost(post, key) }, signal);
  } catch (error) {
    if (!isLackingPermission(error)) throw error;
    const sent = await speakAll(line, { below, messages: renderPlain(post, key) }, signal);
    line.log.info({ channel: below.channel }, 'no Embed Links there: said in plain text');
    return { ...sent, isPlain: true };
  }
}

async function speakAll(
  line: DiscordLine,
  { below, messages }: { readonly below: Below; readonly messages: readonly DiscordMessage[] },
  signal: AbortSignal,
): Promise<SentAddress> {
  const { channel, replyTo, outgoing } = below;
  const reference = replyTo === undefined ? {} : { replyTo };
  const before: string[] = [];
  for (const [index, message] of messages.entries()) {
    const to = { channel, ...reference, nonce: nonceOf(outgoing.key, index) };
    const id = await speakBelow(line, to, { message, before: [...before], signal });
    line.keys.note(id, outgoing.key);
    before.push(id);
  }
  return { channel, ...reference, messages: before.map((id) => ({ id, via: 'channel' })) };
}
