import { describeOwnPosts } from '../contract.ts';
import { createFakeCore, createFakeLog } from '../fake-core.ts';
import { shownText } from './shown-text.ts';
import { createTestDiscord, startDiscord } from './start-discord.ts';

describeOwnPosts('Discord', async () => {
  const bot = await startDiscord();
  const { server, discord } = bot;
  const textsIn = (id: string): readonly string[] =>
    server
      .messagesIn({ id })
      .filter(({ authorId, isNotice }) => authorId === server.botUserId && !isNotice)
      .map(({ embeds }) => embeds.map(shownText).join('\n'));
  return {
    platform: discord,
    channel: server.channel.id,
    nowMs: () => server.now(),
    read: () => textsIn(server.channel.id),
    readThreads: (below) =>
      [...server.world.channels.values()]
        .filter(({ threadOf }) => threadOf?.messageId === below.id)
        .map(({ id }) => textsIn(id)),
    startAnother: async () => {
      const platform = createTestDiscord(server, { log: createFakeLog(), messageContent: false });
      await platform.start(createFakeCore());
      return { platform, close: () => platform.stop() };
    },
    broken: () => [...server.violations, ...server.pings],
    close: () => bot.stop(),
  };
});
