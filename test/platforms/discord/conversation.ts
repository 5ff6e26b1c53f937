import type { Outgoing } from '../../../src/ports/chat-platform.ts';
import type { Destination } from '../../../src/ports/destination.ts';
import type { SeenMessage } from '../../protocol/discord/world/see-message.ts';
import { key } from './a-post.ts';
import { shownText } from './shown-text.ts';
import type { Started } from './start-discord.ts';

const url = 'https://herald.example/mill';

export const out = (post: Outgoing['post'], more: Partial<Outgoing> = {}): Outgoing => ({
  post,
  key,
  audience: 'everyone',
  ...more,
});

/** Anna mentions the bot; resolves to where her answer goes. */
export async function mention({ server, core }: Started): Promise<Destination> {
  const next = core.request(core.requests.length);
  server.say({
    channel: server.channel,
    user: server.anna,
    content: `<@${server.botUserId}> ${url}`,
  });
  return (await next).replyTo;
}

/** The same by the command. */
export async function command({ server, core }: Started): Promise<Destination> {
  const next = core.request(core.requests.length);
  const { anna: user, channel } = server;
  server.slash({ command: 'summarize', options: { url }, user, channel });
  return (await next).replyTo;
}

/** Our messages in the channel, once they say something. */
export function standing({ server }: Started): readonly SeenMessage[] {
  return server
    .messagesIn(server.channel)
    .filter(({ authorId, isThinking }) => authorId === server.botUserId && !isThinking);
}

export function textsOf(bot: Started): readonly string[] {
  return standing(bot).map(({ embeds }) => embeds.map(shownText).join('\n'));
}
