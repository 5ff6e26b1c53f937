import { afterEach, describe, expect, it } from '@jest/globals';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import {
  startDiscordServer,
  type DiscordServer,
} from '../../protocol/discord/start-discord-server.ts';
import { createFakeCore, createFakeLog } from '../fake-core.ts';
import { createTestDiscord } from './start-discord.ts';

const signal = new AbortController().signal;
let server: DiscordServer;

afterEach(async () => {
  await server.close();
});

const discordAt = (messageContent = false, token = server.token) =>
  createTestDiscord(server, { log: createFakeLog(), messageContent, token });

const bad = (checks: readonly { what: string; outcome: { status: string } }[]) =>
  checks.filter(({ outcome }) => outcome.status !== 'good').map(({ what }) => what);

describe('what doctor tells of Discord', () => {
  it('is all good where it is', async () => {
    server = await startDiscordServer();
    const discord = discordAt();
    await discord.start(createFakeCore());
    expect(bad(await discord.check(signal))).toEqual([]);
    await discord.stop();
    expect(server.violations).toEqual([]);
  });

  it('is a wrong token, and nothing else then', async () => {
    server = await startDiscordServer();
    const [check, ...more] = await discordAt(false, 'a.b.c').check(signal);
    expect(check).toMatchObject({
      what: 'Discord: DISCORD_TOKEN',
      outcome: { status: 'bad', without: 'everything on Discord' },
    });
    expect(more).toEqual([]);
  });

  it('is an intent that is not granted, a missing install type, commands not registered', async () => {
    server = await startDiscordServer({ installTypes: [0] });
    expect(bad(await discordAt(true).check(signal))).toEqual([
      'Discord: message content intent',
      'Discord: User Install',
      'Discord: commands',
    ]);
  });

  it('is the permissions that miss in a channel, by their names', async () => {
    server = await startDiscordServer();
    server.deny({
      channel: server.channel,
      permissions: PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.ReadMessageHistory,
    });
    const checks = await discordAt().check(signal);
    expect(checks.at(-1)).toMatchObject({
      what: 'Discord: channels of Harbour Post',
      outcome: {
        status: 'bad',
        mend: expect.stringContaining('#general: Embed Links, Read Message History') as unknown,
      },
    });
  });

  it.each([
    [PermissionFlagsBits.EmbedLinks, 'Embed Links', 'plain text'],
    [PermissionFlagsBits.CreatePublicThreads, 'Create Public Threads', 'digest'],
  ])('is what goes without permission %s', async (permissions, name, without) => {
    server = await startDiscordServer();
    server.deny({ channel: server.channel, permissions });
    const checks = await discordAt().check(signal);
    expect(checks.at(-1)?.outcome).toMatchObject({
      mend: expect.stringMatching(new RegExp(`#general: ${name}$`, 'u')) as unknown,
      without: expect.stringContaining(without) as unknown,
    });
  });

  it('is that the bot is in no server', async () => {
    server = await startDiscordServer();
    server.removeBotFromGuild(server.guild);
    expect(bad(await discordAt().check(signal))).toContain('Discord: servers');
  });

  it('is that Discord does not answer', async () => {
    server = await startDiscordServer();
    server.fault({ path: /.*/u, times: 10, does: { kind: 'status', status: 503, applied: false } });
    const [check] = await discordAt().check(signal);
    expect(check?.outcome).toMatchObject({
      mend: expect.stringContaining('DISCORD_API_URL') as unknown,
    });
  });
});
