import { people, places } from '../../protocol/slack/slack-options.ts';
import type { Destination } from '../../../src/ports/destination.ts';
import { listAt, textAt } from '../../../src/platforms/payload-field.ts';
import { describePlatform } from '../contract.ts';
import { startSlack } from './start-slack.ts';

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
      .map(({ blocks }) => (blocks ?? []).map(shown).join('\n'));
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

/** What a block shows, without its styles. */
function shown(value: unknown): string {
  const text = textAt(value, 'text') || textAt(value, 'text', 'text');
  return text + listAt(value, 'elements').map(shown).join('');
}
