import type { Destination } from '../../../src/ports/destination.ts';
import { parseDestination } from '../../../src/platforms/discord/wire/discord-address.ts';
import { describePlatform } from '../contract.ts';
import { shownText } from './shown-text.ts';
import { startDiscord } from './start-discord.ts';

describePlatform('Discord', async () => {
  const bot = await startDiscord();
  const { server, core } = bot;
  const kinds = ['mention', 'command', 'private command'] as const;
  let turn = 0;

  /** By turns a mention, answered below it, and a command, answered to all or to one. */
  const ask = async (): Promise<Destination> => {
    const url = `https://quay.example/${core.requests.length}`;
    const { channel, anna: user } = server;
    const kind = kinds[turn % kinds.length];
    turn += 1;
    const next = core.request(core.requests.length);
    if (kind === 'mention') server.say({ channel, user, content: `<@${server.botUserId}> ${url}` });
    else
      server.slash({
        command: 'summarize',
        options: { url, private: kind === 'private command' },
        user,
        channel,
      });
    return (await next).replyTo;
  };

  const read = (to: Destination): readonly string[] => {
    const address = parseDestination(to);
    return server
      .messagesIn(server.channel)
      .filter(({ authorId }) => authorId === server.botUserId)
      .filter(({ replyToId, interactionId }) =>
        address.kind === 'reply'
          ? replyToId === address.message
          : 'opening' in address && interactionId === address.opening.id,
      )
      .map(({ embeds }) => embeds.map(shownText).join('\n'));
  };

  return {
    platform: bot.discord,
    ask,
    read,
    canChange: true,
    broken: () => [...server.violations, ...server.pings],
    close: () => bot.stop(),
  };
});
