import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelType, OverwriteType, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { ChannelRights } from '../../../src/ports/chat-platform.ts';
import type { Person, Place } from '../../protocol/discord/world/person.ts';
import { startDiscord, type Started } from './start-discord.ts';
import { startThread } from './start-thread.ts';

const signal = new AbortController().signal;
let bot: Started;

beforeEach(async () => {
  bot = await startDiscord();
});
afterEach(async () => {
  await bot.stop();
  expect(bot.server.violations).toEqual([]);
});

function rights(person: Person, channel: Place = bot.server.channel): Promise<ChannelRights> {
  const place = bot.server.guild.id;
  return bot.discord.rightsIn({ channel: channel.id, place, person: person.id }, signal);
}

function addMember(name: string, permissions?: bigint): Person {
  const { server } = bot;
  const user = server.addUser({ name });
  const extra = permissions === undefined ? {} : { permissions };
  server.addMember({ guild: server.guild, user, ...extra });
  return user;
}

function overwrite(id: string, type: OverwriteType, change: { allow?: bigint; deny?: bigint }) {
  const { allow = 0n, deny = 0n } = change;
  const channel = bot.server.world.channels.get(bot.server.channel.id);
  channel?.overwrites.push({ id, type, allow: String(allow), deny: String(deny) });
}

const all = { mayCreate: true, mayManage: true, channelName: '#general' };
const none = { mayCreate: false, mayManage: false, channelName: '#general' };

describe('who may have digests in a channel', () => {
  it('is whoever manages it: owner, administrators, and those whose roles say so', async () => {
    const { anna, ben } = bot.server;
    expect(await rights(anna)).toEqual(all);
    expect(await rights(ben)).toEqual(none);
    expect(await rights(addMember('ida', Bits.Administrator))).toEqual(all);
    expect(await rights(addMember('emil', Bits.ManageChannels))).toEqual(all);
    expect(await rights(bot.server.addUser({ name: 'nobody' }))).toEqual(none);
  });

  it('is told by the channel’s own rules, those for a person last', async () => {
    const emil = addMember('emil', Bits.ManageChannels);
    const ben = bot.server.ben;
    const [role = ''] =
      bot.server.world.guilds.get(bot.server.guild.id)?.members.get(emil.id) ?? [];
    overwrite(role, OverwriteType.Role, { deny: Bits.ManageChannels });
    expect(await rights(emil)).toEqual(none);
    overwrite(emil.id, OverwriteType.Member, { allow: Bits.ManageChannels });
    overwrite(ben.id, OverwriteType.Member, { allow: Bits.ManageChannels });
    expect(await rights(emil)).toEqual(all);
    expect(await rights(ben)).toEqual(all);
  });

  it('is nobody who does not see it', async () => {
    const emil = addMember('emil', Bits.ManageChannels);
    bot.server.deny({ channel: bot.server.channel, permissions: Bits.ViewChannel, user: emil });
    expect(await rights(emil)).toEqual(none);
  });

  it('is in a thread whoever may in the channel that it is in', async () => {
    const { server } = bot;
    const { ben: user, channel } = server;
    const message = server.say({ channel, user, content: 'the mill' });
    const thread = await startThread(server, message.id);
    expect(await rights(server.anna, thread)).toEqual({ ...all, channelName: '#about the mill' });
    expect(await rights(server.ben, thread)).toMatchObject({ mayCreate: false });
    overwrite(server.ben.id, OverwriteType.Member, { allow: Bits.ManageChannels });
    expect(await rights(server.ben, thread)).toMatchObject({ mayManage: true });
  });

  it('is nobody in another server’s channel, in none, and where the bot is no member', async () => {
    const { server } = bot;
    const { anna } = server;
    const missing = { mayCreate: false, mayManage: false, hindrance: 'no-such-channel' };
    const elsewhere = server.addGuild({ name: 'Tower Post', owner: anna });
    const secret = server.addChannel({ guild: elsewhere, name: 'secret' });
    expect(await rights(anna, secret)).toEqual(missing);
    server.deny({ channel: secret, permissions: Bits.ViewChannel });
    expect(await rights(anna, secret)).toEqual(missing);
    expect(await rights(anna, { id: '123456789012345678' })).toEqual(missing);
    expect(await rights(anna, { id: '../users/@me' })).toEqual(missing);
    const foreign = server.addGuild({ name: 'Strict', owner: anna, withBot: false });
    const { id: channel } = server.addChannel({ guild: foreign, name: 'talk' });
    const where = { channel, place: foreign.id, person: anna.id };
    expect(await bot.discord.rightsIn(where, signal)).toMatchObject({ hindrance: 'no-member' });
  });
});

describe('what keeps the bot from posting', () => {
  it.each([
    ['View Channel', Bits.ViewChannel, 'no-permission'],
    ['Send Messages', Bits.SendMessages, 'no-permission'],
    ['Create Public Threads', Bits.CreatePublicThreads, 'no-threads'],
    ['Send Messages in Threads', Bits.SendMessagesInThreads, 'no-threads'],
    ['Read Message History', Bits.ReadMessageHistory, 'no-threads'],
    ['Embed Links', Bits.EmbedLinks, undefined],
  ] as const)('without %s', async (_name, permissions, hindrance) => {
    const { server } = bot;
    server.deny({ channel: server.channel, permissions });
    const told = hindrance === undefined ? all : { ...all, hindrance };
    expect(await rights(server.anna)).toEqual(told);
  });

  it('is nothing in voice channels and threads, and a forum has no messages of its own', async () => {
    const { server } = bot;
    const add = (type: ChannelType) =>
      server.addChannel({ guild: server.guild, name: 'other', type });
    const other = { ...all, channelName: '#other' };
    expect(await rights(server.anna, add(ChannelType.GuildVoice))).toEqual(other);
    expect(await rights(server.anna, add(ChannelType.GuildForum))).toEqual({
      ...other,
      hindrance: 'no-such-channel',
    });
  });

  it('is told as it is when Discord does not answer: not at all', async () => {
    const { server } = bot;
    server.fault({
      method: 'GET',
      path: /^\/guilds\/\d+\/members\//u,
      does: { kind: 'status', status: 502, applied: false },
      times: 20,
    });
    await expect(rights(server.anna)).rejects.toMatchObject({ code: 'unclear' });
  });
});

describe('the place of a channel', () => {
  it('is its server, where the bot sees it', async () => {
    const { server, discord } = bot;
    const { channel, guild } = server;
    expect(await discord.placeOf(channel.id, signal)).toBe(guild.id);
    expect(await discord.placeOf(server.directChannel(server.anna).id, signal)).toBeUndefined();
    expect(await discord.placeOf('#general', signal)).toBeUndefined();
    server.deny({ channel, permissions: Bits.ViewChannel });
    expect(await discord.placeOf(channel.id, signal)).toBeUndefined();
  });

  it('tells nothing of where people live', async () => {
    expect(await bot.discord.timezoneOf(bot.server.anna.id, signal)).toBeUndefined();
  });
});
