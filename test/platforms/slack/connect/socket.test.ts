import { afterEach, describe, expect, it } from '@jest/globals';
import { people, places } from '../../../protocol/slack/slack-options.ts';
import { createFakeCore, createFakeLog } from '../../fake-core.ts';
import { createTestSlack, startSlack, type Started } from '../start-slack.ts';

let bot: Started;
afterEach(() => bot.stop());

async function mention(): Promise<void> {
  const text = `<@${bot.server.botUserId}> https://courier.example/ferry`;
  await bot.server.say({ channel: places.news, user: people.ada, text });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the socket', () => {
  it.each(['drop', 'refresh', 'refused', 'unavailable'] as const)(
    'is opened again after it ended (%s)',
    async (how) => {
      bot = await startSlack();
      const { socket, faults } = bot.server;
      if (how === 'refused') faults.fail('apps.connections.open', { kind: 'error', error: 'invalid_auth' }); // prettier-ignore
      if (how === 'unavailable') faults.fail('apps.connections.open', { kind: 'status', status: 503 }, 2); // prettier-ignore
      if (how === 'refresh') socket.disconnect('refresh_requested');
      else socket.drop();
      if (how === 'unavailable') {
        await until(() => bot.log.lines.some((line) => line.includes('cannot connect')));
        expect(bot.slack.state()).toMatchObject({ status: 'disconnected' });
      }
      await bot.server.until(() => socket.connectedSoFar() === 2);
      await mention();
      expect(bot.core.requests).toHaveLength(1);
      await until(() => bot.slack.state().status === 'connected');
    },
  );

  it('is not opened with a token that Slack refuses', async () => {
    bot = await startSlack();
    const log = createFakeLog();
    const core = createFakeCore();
    const wrong = createTestSlack(bot.server, { log, mode: 'socket', token: 'xoxb-wrong' });
    await expect(wrong.start(core)).rejects.toMatchObject({ code: 'refused-token' });
    bot.server.faults.fail('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    const other = createTestSlack(bot.server, { log, mode: 'socket' });
    await expect(other.start(core)).rejects.toMatchObject({ code: 'refused-token' });
    await other.stop();
    await wrong.stop();
    expect(log.lines.join()).not.toContain('xoxb-wrong');
  });
});
