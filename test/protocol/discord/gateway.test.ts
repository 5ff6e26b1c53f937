import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Message } from 'discord.js';
import { Client, GatewayIntentBits } from 'discord.js';
import { connectClient } from './connect-client.ts';
import type { Connected, ConnectOptions } from './connect-client.ts';
import { startDiscordServer } from './start-discord-server.ts';
import type { DiscordServer } from './start-discord-server.ts';

let open: { readonly close: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.map(({ close }) => close()));
  open = [];
});

async function connect(options?: ConnectOptions): Promise<Connected> {
  const connected = await connectClient(options);
  open.push(connected);
  return connected;
}

/** Gathers the ids of what the client was told that people said. */
function gatherIds({ client }: Connected): {
  readonly ids: string[];
  readonly has: (count: number) => Promise<unknown>;
} {
  const ids: string[] = [];
  let wake = (): void => undefined;
  client.on('messageCreate', ({ id }) => {
    ids.push(id);
    wake();
  });
  const has = (count: number): Promise<unknown> =>
    new Promise((resolve) => {
      wake = () => {
        if (ids.length >= count) resolve(undefined);
      };
      wake();
    });
  return { ids, has };
}

function say({ server }: Connected, content: string): string {
  return server.say({ channel: server.channel, user: server.anna, content }).id;
}

describe('the gateway', () => {
  it('makes the client ready, with its servers and channels', async () => {
    const { client, server } = await connect();
    expect(client.user.id).toBe(server.botUserId);
    expect(client.guilds.cache.get(server.guild.id)?.name).toBe('Harbour Post');
    expect(client.channels.cache.has(server.channel.id)).toBe(true);
    expect(server.violations).toEqual([]);
  });

  it('turns a wrong token away', async () => {
    const server = await startDiscordServer();
    open.push(server);
    const client = new Client({ intents: [], rest: { api: server.apiUrl } });
    await expect(client.login('of.somebody.else')).rejects.toThrow(/invalid token/u);
    await client.destroy();
  });

  it('closes with 4014 on the message content intent where it is not granted', async () => {
    const server: DiscordServer = await startDiscordServer({ messageContent: false });
    open.push(server);
    const client = new Client({
      intents: [GatewayIntentBits.MessageContent],
      rest: { api: server.apiUrl },
    });
    await expect(client.login(server.token)).rejects.toThrow(/disallowed intents/u);
    expect(server.violations.map(({ what }) => what)).toEqual(['Disallowed intent(s). (4014)']);
    await client.destroy();
  });

  it('tells after a cut what was missed, once and in order', async () => {
    const connected = await connect();
    const told = gatherIds(connected);
    const said = [say(connected, 'one')];
    await told.has(1);
    const resumed = once(connected.client, 'shardResume');
    connected.server.gateway.dropSockets();
    said.push(say(connected, 'two'), say(connected, 'three'));
    await resumed;
    said.push(say(connected, 'four'));
    await told.has(4);
    expect(told.ids).toEqual(said);
    expect(connected.server.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
  });

  it('is resumed when it asks for it, and when heartbeats stay unanswered', async () => {
    const connected = await connect({ heartbeatIntervalMs: 150 });
    const { gateway } = connected.server;
    const first = once(connected.client, 'shardResume');
    gateway.askReconnect();
    await first;
    const second = once(connected.client, 'shardResume');
    gateway.ignoreHeartbeats();
    await connected.server.until(() => gateway.counts.resumed === 2);
    gateway.answerHeartbeats();
    await second;
    expect(gateway.counts.identified).toBe(1);
  });

  it('begins anew after an invalid session, and resumes one that is not lost', async () => {
    const connected = await connect();
    const { gateway } = connected.server;
    const resumed = once(connected.client, 'shardResume');
    gateway.invalidateSession(true);
    await resumed;
    gateway.invalidateSession(false);
    await connected.server.until(() => gateway.counts.identified === 2, { deadlineMs: 15_000 });
    const told = gatherIds(connected);
    const said = say(connected, 'again');
    await told.has(1);
    expect(told.ids).toEqual([said]);
  });

  it('refuses to resume what it has forgotten', async () => {
    const connected = await connect();
    const { gateway } = connected.server;
    const ready = once(connected.client, 'shardReady');
    gateway.forgetSessions();
    gateway.dropSockets();
    await ready;
    expect(gateway.counts.identified).toBe(2);
    expect(gateway.counts.resumed).toBe(0);
  });

  it('keeps events back and delivers them in order', async () => {
    const connected = await connect();
    const told = gatherIds(connected);
    connected.server.gateway.pauseDelivery();
    const said = [say(connected, 'one'), say(connected, 'two')];
    connected.server.gateway.resumeDelivery();
    await told.has(2);
    expect(told.ids).toEqual(said);
  });

  it('repeats nothing that a resume has told already', async () => {
    const connected = await connect();
    const told = gatherIds(connected);
    connected.server.gateway.pauseDelivery();
    const said = [say(connected, 'one'), say(connected, 'two')];
    connected.server.gateway.dropSockets();
    await told.has(2);
    connected.server.gateway.resumeDelivery();
    said.push(say(connected, 'three'));
    await told.has(3);
    expect(told.ids).toEqual(said);
    expect(connected.server.gateway.counts.resumed).toBe(1);
  });

  it('delivers the same event again on demand', async () => {
    const connected = await connect();
    const told: unknown[] = [];
    const isTwice = new Promise((resolve) => {
      // discord.js passes over a message that it has already: what came is seen in the raw packets.
      connected.client.on(
        'raw' as never,
        (packet: { readonly t: string; readonly d: { readonly id: string } }) => {
          if (packet.t === 'MESSAGE_CREATE' && told.push(packet.d.id) === 2) resolve(undefined);
        },
      );
    });
    const said = connected.server.say({
      channel: connected.server.channel,
      user: connected.server.ben,
      content: 'twice',
    });
    said.redeliver();
    await isTwice;
    expect(told).toEqual([said.id, said.id]);
  });

  it('tells of edits, previews, deletions and of being removed', async () => {
    const { client, server } = await connect();
    const said = server.say({
      channel: server.channel,
      user: server.anna,
      content: `<@${server.botUserId}> first`,
    });
    const edited = once(client, 'messageUpdate');
    server.editMessage(said, `<@${server.botUserId}> second`);
    const [, after] = (await edited) as [Message, Message];
    expect(after.content).toBe(`<@${server.botUserId}> second`);
    expect(after.editedTimestamp).not.toBeNull();
    const unfurled = once(client, 'messageUpdate');
    server.unfurl(said, [{ title: 'A preview' }]);
    expect(((await unfurled) as [Message, Message])[1].embeds).toHaveLength(1);
    const deleted = once(client, 'messageDelete');
    server.deleteMessage(said);
    await deleted;
    const left = once(client, 'guildDelete');
    server.removeBotFromGuild(server.guild);
    await left;
    await expect(client.rest.get(`/channels/${server.channel.id}`)).rejects.toMatchObject({
      code: 50001,
    });
  });

  it('tells an outage from leaving, and of a channel that is gone', async () => {
    const { client, server } = await connect();
    const unavailable = once(client, 'guildUnavailable');
    server.beginOutage(server.guild);
    await unavailable;
    const back = once(client, 'guildAvailable');
    server.endOutage(server.guild);
    await back;
    const gone = once(client, 'channelDelete');
    server.deleteChannel(server.channel);
    await gone;
    await expect(client.rest.get(`/channels/${server.channel.id}`)).rejects.toMatchObject({
      code: 10003,
    });
  });

  it('says nothing of channels that the bot does not see', async () => {
    const connected = await connect();
    const told = gatherIds(connected);
    const hidden = connected.server.addChannel({ guild: connected.server.guild, name: 'hidden' });
    connected.server.deny({ channel: hidden, permissions: 1n << 10n });
    connected.server.say({ channel: hidden, user: connected.server.anna, content: 'a secret' });
    const said = say(connected, 'aloud');
    await told.has(1);
    expect(told.ids).toEqual([said]);
  });
});
