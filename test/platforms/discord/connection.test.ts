import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelType } from 'discord-api-types/v10';
import { startDiscord, type Started } from './start-discord.ts';

const url = 'https://herald.example/mill';
let bot: Started;
let mayBreak = false;
let listeners = 0;

beforeEach(async () => {
  listeners = process.listenerCount('unhandledRejection');
  mayBreak = false;
  bot = await startDiscord();
});
afterEach(async () => {
  await bot.stop();
  if (!mayBreak) expect(bot.server.violations).toEqual([]);
});

function mention(): { readonly id: string } {
  const { server } = bot;
  const content = `<@${server.botUserId}> ${url}`;
  return server.say({ channel: server.channel, user: server.anna, content });
}

describe('the connection', () => {
  it('is resumed after a cut, and what was said meanwhile is heard once', async () => {
    const { gateway } = bot.server;
    gateway.dropSockets();
    const said = [mention(), mention()];
    await bot.core.request(1);
    await bot.server.until(() => gateway.counts.resumed === 1);
    said.push(mention());
    await bot.core.request(2);
    expect(bot.core.requests.map(({ id }) => id)).toEqual(said.map(({ id }) => `message:${id}`));
  });

  it('begins anew after an invalid session, also behind a resume', async () => {
    const { gateway } = bot.server;
    gateway.dropSockets();
    await bot.server.until(() => gateway.counts.resumed === 1);
    gateway.invalidateSession(false);
    await bot.server.until(() => gateway.counts.identified === 2, { deadlineMs: 15_000 });
    await bot.server.until(() => gateway.counts.connected === 1);
    const { id } = mention();
    expect(await bot.core.request(0)).toMatchObject({ id: `message:${id}` });
  }, 20_000);

  it('is opened anew where the library gives up', async () => {
    mayBreak = true;
    const { gateway } = bot.server;
    gateway.closeSockets(4013);
    await bot.server.until(() => gateway.counts.identified === 2);
    mention();
    await bot.core.request(0);
    expect(bot.log.lines.join('\n')).toContain('beginning anew');
  }, 20_000);

  it('is opened anew when the library throws where nobody catches', async () => {
    const { gateway } = bot.server;
    const error = new Error('a shard that was not idle');
    error.stack = 'Error\n    at x (/app/node_modules/@discordjs/ws/dist/index.js:1:1)';
    process.emit('unhandledRejection', error, Promise.resolve());
    await bot.server.until(() => gateway.counts.identified === 2);
    mention();
    await bot.core.request(0);
  }, 20_000);

  it('is opened anew where the library does not find back in time', async () => {
    const { server, log } = bot;
    server.gateway.refuseSockets();
    server.gateway.dropSockets();
    await server.until(() => server.gateway.counts.connected === 0);
    const isLost = (): boolean => log.lines.some((line) => line.includes('beginning anew'));
    for (let round = 0; round < 200 && !isLost(); round += 1) {
      server.advance(60_000);
      await sleep(20);
    }
    expect(isLost()).toBe(true);
    expect(bot.discord.state()).toMatchObject({ status: 'disconnected' });
    server.gateway.acceptSockets();
    await server.until(() => server.gateway.counts.connected > 0, { deadlineMs: 20_000 });
    mention();
    await bot.core.request(0);
  }, 30_000);

  it('acknowledges a flood of commands within Discord’s 3 s', async () => {
    const { server, core } = bot;
    const { anna: user, channel } = server;
    const asked = Array.from({ length: 200 }, (_, at) =>
      server.slash({ command: 'summarize', options: { url: `${url}/${at}` }, user, channel }),
    );
    const answers = await Promise.all(asked.map((one) => one.answered()));
    for (const { afterMs } of answers) expect(afterMs).toBeLessThan(3000);
    expect(core.requests).toHaveLength(200);
  });

  it('closes with everything that was begun', async () => {
    mention();
    await bot.core.request(0);
    await bot.discord.stop();
    await bot.server.until(() => bot.server.gateway.counts.connected === 0);
    expect(process.listenerCount('unhandledRejection')).toBe(listeners);
  });
});

describe('leaving', () => {
  it('a server is told, an outage is not', async () => {
    const { server, core } = bot;
    server.beginOutage(server.guild);
    server.endOutage(server.guild);
    server.removeBotFromGuild(server.guild);
    await core.told(1);
    expect(core.scopes).toEqual([{ kind: 'place', platform: 'discord', place: server.guild.id }]);
  });

  it('a channel that was deleted is told', async () => {
    const { server, core } = bot;
    const channel = server.addChannel({
      guild: server.guild,
      name: 'old',
      type: ChannelType.GuildText,
    });
    server.deleteChannel(channel);
    await core.told(1);
    expect(core.scopes).toEqual([{ kind: 'channel', platform: 'discord', channel: channel.id }]);
  });
});
