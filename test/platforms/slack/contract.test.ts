import { people, places } from '../../protocol/slack/slack-options.ts';
import type { SlackMessage } from '../../protocol/slack/world.ts';
import type { Destination } from '../../../src/ports/destination.ts';
import { listAt, textAt } from '../../../src/platforms/payload-field.ts';
import { createFakeLog } from '../fake-core.ts';
import { describeOwnPosts, describePlatform } from '../contract.ts';
import { createTestSlack, startSlack } from './start-slack.ts';

const { news } = places;

describePlatform('Slack', async () => {
  const bot = await startSlack();
  const { server } = bot;
  const isCommand = { next: false };

  /** By turns a mention, answered in its thread, and a command, answered in the channel. */
  const ask = async (): Promise<Destination> => {
    const text = `https://quay.example/${bot.core.requests.length}`;
    if (isCommand.next)
      await server.slash({ command: '/summarize', text, user: people.ada, channel: news });
    else
      await server.say({ channel: news, user: people.ada, text: `<@${server.botUserId}> ${text}` });
    isCommand.next = !isCommand.next;
    const request = bot.core.requests.at(-1);
    if (request === undefined) throw new Error('nothing was asked');
    return request.replyTo;
  };

  const read = ({ address }: Destination): readonly string[] => {
    const threadTs = textAt(address, 'threadTs');
    return server.world.messages
      .filter(({ user, onlyFor }) => user === server.botUserId && onlyFor === undefined)
      .filter((one) => threadTs === '' || one.thread_ts === threadTs)
      .map(textOf);
  };

  return {
    platform: bot.slack,
    ask,
    read,
    canChange: true,
    broken: () => [...server.violations, ...server.pings, ...server.unfurls, ...server.leaks],
    close: () => bot.stop(),
  };
});

describeOwnPosts('Slack', async () => {
  const bot = await startSlack();
  const { server } = bot;
  const ours = () => server.world.messages.filter(({ user }) => user === server.botUserId);
  return {
    platform: bot.slack,
    channel: news,
    nowMs: () => server.clock.now(),
    // What a post goes on with stands in its thread, and is a message of it all the same.
    read: () =>
      ours()
        .filter((one) => one.thread_ts === undefined || !markerIn(one).endsWith('.0'))
        .map(textOf),
    readThreads: ({ address }) => {
      const [ts = ''] = listAt(address, 'ts').map(String);
      const replies = server.thread(news, ts).filter((one) => one.ts !== ts);
      return [replies.map(textOf)];
    },
    startAnother: async () => {
      const platform = createTestSlack(server, { log: createFakeLog(), mode: 'socket' });
      await platform.start(bot.core);
      const close = async () => {
        await server.settled();
        await platform.stop();
      };
      return { platform, close };
    },
    broken: () => [...server.violations, ...server.pings, ...server.unfurls, ...server.leaks],
    close: () => bot.stop(),
  };
});

function textOf({ blocks }: SlackMessage): string {
  return (blocks ?? []).map(shown).join('\n');
}

function markerIn({ blocks }: SlackMessage): string {
  return textAt(blocks?.[0], 'block_id');
}

/** What a block shows, without its styles. */
function shown(value: unknown): string {
  const text = textAt(value, 'text') || textAt(value, 'text', 'text');
  return text + listAt(value, 'elements').map(shown).join('');
}
