import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TextChannel } from 'discord.js';
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { connectClient } from './connect-client.ts';
import type { Connected } from './connect-client.ts';

let connected: Connected;
let channel: TextChannel;

beforeEach(async () => {
  connected = await connectClient();
  channel = (await connected.client.channels.fetch(connected.server.channel.id)) as TextChannel;
});

afterEach(async () => {
  await connected.close();
});

describe('messages', () => {
  it('with the same enforced nonce are one for a few minutes', async () => {
    const { server } = connected;
    const sent = { content: 'once', nonce: 'a'.repeat(22), enforceNonce: true };
    const first = await channel.send(sent);
    expect((await channel.send(sent)).id).toBe(first.id);
    expect(server.messagesIn(server.channel)).toHaveLength(1);
    server.advance(6 * 60_000);
    await channel.send(sent);
    expect(server.messagesIn(server.channel)).toHaveLength(2);
  });

  it('are edited, listed and deleted', async () => {
    const { server } = connected;
    const message = await channel.send({
      content: 'first',
      files: [{ attachment: Buffer.from('text'), name: 'a.txt' }],
    });
    expect(new TextDecoder().decode(server.messagesIn(server.channel)[0]?.files[0]?.bytes)).toBe(
      'text',
    );
    await message.edit({ content: 'second', embeds: [{ title: 'A title' }] });
    expect(
      [...(await channel.messages.fetch({ limit: 5 })).values()].map(({ content }) => content),
    ).toEqual(['second']);
    await message.delete();
    expect(server.messagesIn(server.channel)).toEqual([]);
    await expect(message.edit('third')).rejects.toMatchObject({ code: 10008 });
  });

  it('of others are neither edited nor, without permission, deleted', async () => {
    const { server, client } = connected;
    const said = server.say({ channel: server.channel, user: server.ben, content: 'mine' });
    await expect(
      client.rest.patch(`/channels/${channel.id}/messages/${said.id}`, { body: { content: 'x' } }),
    ).rejects.toMatchObject({ code: 50005 });
    await expect(
      client.rest.delete(`/channels/${channel.id}/messages/${said.id}`),
    ).rejects.toMatchObject({ code: 50013 });
  });

  it('have one thread, with their own id', async () => {
    const { server, client } = connected;
    const message = await channel.send('a digest');
    const thread = await message.startThread({ name: 'Talk' });
    expect(thread.id).toBe(message.id);
    const path = `/channels/${channel.id}/messages/${message.id}/threads` as const;
    await expect(client.rest.post(path, { body: { name: 'Talk' } })).rejects.toMatchObject({
      code: 160004,
    });
    await (await message.fetch(true)).edit('a digest, mended');
    const inside = await thread.send('inside');
    await expect(
      client.rest.post(`/channels/${thread.id}/messages/${inside.id}/threads`, {
        body: { name: 'Deeper' },
      }),
    ).rejects.toMatchObject({ code: 50024 });
    const [notice, ...said] = server.messagesIn({ id: thread.id });
    expect(notice).toMatchObject({ isNotice: true, content: '' });
    expect(said.map(({ content }) => content)).toEqual(['inside']);
  });

  it('need the permissions that they need', async () => {
    const { server, client } = connected;
    const said = server.say({ channel: server.channel, user: server.ben, content: 'hello' });
    const path = `/channels/${channel.id}/messages` as const;
    const reply = { content: 'yes', message_reference: { message_id: said.id } };
    await expect(
      client.rest.post(path, { body: { content: 'x', message_reference: { message_id: '1' } } }),
    ).rejects.toMatchObject({ code: 50035 });
    server.deny({ channel: server.channel, permissions: PermissionFlagsBits.ReadMessageHistory });
    await expect(client.rest.post(path, { body: reply })).rejects.toMatchObject({ code: 160002 });
    server.deny({ channel: server.channel, permissions: PermissionFlagsBits.EmbedLinks });
    await expect(
      client.rest.post(path, { body: { embeds: [{ title: 'x' }] } }),
    ).rejects.toMatchObject({ code: 50013 });
    const forum = server.addChannel({
      guild: server.guild,
      name: 'forum',
      type: ChannelType.GuildForum,
    });
    await expect(
      client.rest.post(`/channels/${forum.id}/messages`, { body: { content: 'x' } }),
    ).rejects.toMatchObject({ code: 50024 });
    await expect(client.rest.post(path, { body: { content: '  ' } })).rejects.toMatchObject({
      code: 50006,
    });
  });

  it('reach people directly unless they refuse', async () => {
    const { server, client } = connected;
    await (await client.users.fetch(server.ben.id)).send('psst');
    expect(
      server.messagesIn(server.directChannel(server.ben)).map(({ content }) => content),
    ).toEqual(['psst']);
    const shut = server.addUser({ name: 'carla', refusesDirectMessages: true });
    await expect((await client.users.fetch(shut.id)).send('psst')).rejects.toMatchObject({
      code: 50007,
    });
  });

  it('notify nobody with mentions switched off, and are written down where they would', async () => {
    const { server, client } = connected;
    const content = `<@${server.ben.id}> @everyone`;
    await channel.send(content);
    expect(server.pings).toEqual([]);
    await client.rest.post(`/channels/${channel.id}/messages`, { body: { content } });
    expect(server.pings).toMatchObject([{ userIds: [server.ben.id], everyone: false }]);
  });

  it('are answered with who and what the app is', async () => {
    const { server, client } = connected;
    expect(await client.rest.get('/applications/@me')).toMatchObject({
      id: server.applicationId,
      flags: 0,
      integration_types_config: { 0: {}, 1: {} },
    });
    const member = await (await client.guilds.fetch(server.guild.id)).members.fetchMe();
    expect(member.permissions.has('CreatePublicThreads')).toBe(true);
    await channel.sendTyping();
    expect(server.calls.at(-1)?.path).toBe(`/channels/${channel.id}/typing`);
  });

  it('of the bot reach no command list but a valid one, whose ids stay', async () => {
    const { commands } = connected.client.application;
    const [before] = (await commands.set([{ name: 'one', description: 'First' }])).values();
    const version = before?.version;
    const [after] = (await commands.set([{ name: 'one', description: 'Changed' }])).values();
    expect(after?.id).toBe(before?.id);
    expect(after?.version).not.toBe(version);
    expect((await commands.fetch()).size).toBe(1);
  });
});
