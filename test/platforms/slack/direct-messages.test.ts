import { afterEach, describe, expect, it } from '@jest/globals';
import { people, places } from '../../protocol/slack/slack-options.ts';
import { key, summary } from './a-post.ts';
import { startSlack, type Started } from './start-slack.ts';

const { ada } = people;
const { adasMessages: channel } = places;
let bot: Started;

afterEach(async () => {
  const { violations, pings } = bot.server;
  await bot.stop();
  expect({ violations, pings }).toEqual({ violations: [], pings: [] });
});

describe('in direct messages', () => {
  it('a word outside of any thread is about the latest answer, and answered below itself', async () => {
    bot = await startSlack();
    await bot.server.say({ channel, user: ada, text: 'https://courier.example/ferry' });
    const { message } = await bot.server.say({ channel, user: ada, text: 'shorter' });
    const request = bot.core.requests.at(-1);
    expect(request).toMatchObject({
      kind: 'follow-up',
      about: { latestIn: channel },
      ask: { kind: 'shorter' },
    });
    if (request === undefined) throw new Error('no request');
    const answer = { post: summary, key, audience: 'everyone' } as const;
    const sent = await bot.slack.send(request.replyTo, answer, AbortSignal.timeout(5000));
    expect(sent.id).toBe(`${channel}/${message.ts}`);
    expect(bot.server.thread(channel, message.ts)).toHaveLength(2);
  });
});
