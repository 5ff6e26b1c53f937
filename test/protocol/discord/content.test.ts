import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Message, MessageContextMenuCommandInteraction } from 'discord.js';
import { ApplicationCommandType } from 'discord.js';
import { connectClient } from './connect-client.ts';
import type { Connected } from './connect-client.ts';
import type { Saying } from './people/write.ts';

let connected: Connected | undefined;

afterEach(async () => {
  await connected?.close();
  connected = undefined;
});

async function connect(messageContent: boolean): Promise<Connected> {
  connected = await connectClient({ messageContent });
  return connected;
}

/** What the client is told of a message. */
async function hear({ client, server }: Connected, saying: Partial<Saying>): Promise<Message> {
  const told: Message[] = [];
  const listen = (message: Message): void => void told.push(message);
  client.on('messageCreate', listen);
  const { id } = server.say({ channel: server.channel, user: server.anna, ...saying });
  for (;;) {
    const found = told.find((message) => message.id === id);
    if (found !== undefined) {
      client.off('messageCreate', listen);
      return found;
    }
    await once(client, 'messageCreate');
  }
}

const files = [{ name: 'page.txt', bytes: 'The whole page' }];

describe('without the message content intent', () => {
  it('what people write in servers is empty, by gateway and HTTP', async () => {
    const all = await connect(false);
    const message = await hear(all, { content: 'https://a.example', files });
    expect(message.content).toBe('');
    expect(message.attachments.size).toBe(0);
    const fetched = await message.fetch(true);
    expect([fetched.content, fetched.attachments.size]).toEqual(['', 0]);
  });

  it('direct messages and mentions are whole', async () => {
    const all = await connect(false);
    const mention = await hear(all, { content: `<@${all.server.botUserId}> look`, files });
    expect(mention.content).toContain('look');
    expect(await (await fetch(mention.attachments.first()?.url ?? '')).text()).toBe(
      'The whole page',
    );
    const direct = await hear(all, {
      channel: all.server.directChannel(all.server.ben),
      user: all.server.ben,
      content: 'psst',
    });
    expect(direct.content).toBe('psst');
  });

  it('a mention of everyone is no mention of the bot', async () => {
    const all = await connect(false);
    expect((await hear(all, { content: '@everyone look' })).content).toBe('');
  });

  it('a reply to the bot is whole with the ping on, and empty with the ping off', async () => {
    const all = await connect(false);
    const channel = await all.client.channels.fetch(all.server.channel.id);
    if (channel?.isSendable() !== true) throw new Error('no channel');
    const own = await channel.send('the summary');
    expect((await hear(all, { content: 'shorter', replyTo: own })).content).toBe('shorter');
    expect((await hear(all, { content: 'longer', replyTo: own, ping: false })).content).toBe('');
  });

  it('the message that a mention replies to is empty, by gateway and HTTP', async () => {
    const all = await connect(false);
    const link = all.server.say({
      channel: all.server.channel,
      user: all.server.ben,
      content: 'https://a.example',
    });
    const mention = await hear(all, { content: `<@${all.server.botUserId}>`, replyTo: link });
    expect((await mention.fetchReference()).content).toBe('');
  });

  it('an edit that takes the mention out is empty', async () => {
    const all = await connect(false);
    const said = all.server.say({
      channel: all.server.channel,
      user: all.server.anna,
      content: `<@${all.server.botUserId}> one`,
    });
    const updated = once(all.client, 'messageUpdate');
    all.server.editMessage(said, 'two');
    expect(((await updated) as [Message, Message])[1].content).toBe('');
  });

  it('the target of a context menu command comes whole, with its files', async () => {
    const all = await connect(false);
    await all.client.application.commands.set([
      { type: ApplicationCommandType.Message, name: 'Summarize' },
    ]);
    const said = all.server.say({
      channel: all.server.channel,
      user: all.server.ben,
      content: 'https://a.example',
      files,
    });
    const asked = once(all.client, 'interactionCreate');
    all.server.messageCommand({ name: 'Summarize', message: said, user: all.server.anna });
    const [interaction] = (await asked) as [MessageContextMenuCommandInteraction];
    expect(interaction.targetMessage.content).toBe('https://a.example');
    expect(interaction.targetMessage.attachments.size).toBe(1);
  });
});

describe('with the message content intent', () => {
  it('everything is whole', async () => {
    const all = await connect(true);
    const link = all.server.say({
      channel: all.server.channel,
      user: all.server.ben,
      content: 'https://a.example',
    });
    const message = await hear(all, {
      content: 'what of this?',
      replyTo: link,
      ping: false,
      files,
    });
    expect(message.content).toBe('what of this?');
    expect(message.attachments.size).toBe(1);
    expect((await message.fetchReference()).content).toBe('https://a.example');
  });
});
