import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  ModalSubmitInteraction,
} from 'discord.js';
import {
  ApplicationCommandOptionType as Option,
  ApplicationIntegrationType as Install,
  InteractionContextType as Context,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { connectClient } from './connect-client.ts';
import type { Connected } from './connect-client.ts';
import type { SlashUse } from './people/invoking.ts';
import type { Invocation } from './people/invocation.ts';

let connected: Connected;

beforeEach(async () => {
  connected = await connectClient();
  await connected.client.application.commands.set([
    {
      name: 'summarize',
      description: 'A few bullets of an article',
      integrationTypes: [Install.GuildInstall, Install.UserInstall],
      contexts: [Context.Guild, Context.BotDM, Context.PrivateChannel],
      options: [
        { type: Option.String, name: 'url', description: 'The link', autocomplete: true },
        { type: Option.Attachment, name: 'file', description: 'A page' },
        { type: Option.Boolean, name: 'private', description: 'For you alone' },
      ],
    },
  ]);
});

afterEach(async () => {
  await connected.close();
});

type Received<Kind extends Interaction> = readonly [Invocation, Kind];

async function receive<Kind extends Interaction>(
  act: () => Invocation | Promise<Invocation>,
): Promise<Received<Kind>> {
  const received = once(connected.client, 'interactionCreate');
  const invocation = await act();
  return [invocation, ((await received) as [Kind])[0]];
}

function slash(use: Partial<SlashUse> = {}): Promise<Received<ChatInputCommandInteraction>> {
  const { server } = connected;
  return receive(() =>
    server.slash({ command: 'summarize', user: server.anna, channel: server.channel, ...use }),
  );
}

const button = {
  type: 1,
  components: [{ type: 2, style: 2, label: 'Shorter', custom_id: 'shorter:1' }],
};

describe('a slash command', () => {
  it('shows "thinking", then the answer in its place', async () => {
    const { server } = connected;
    const [invocation, interaction] = await slash({ options: { url: 'https://a.example' } });
    expect(interaction.options.getString('url')).toBe('https://a.example');
    const response = await interaction.deferReply({ withResponse: true });
    expect(response.interaction).toMatchObject({
      responseMessageLoading: true,
      responseMessageEphemeral: false,
    });
    expect(server.messagesIn(server.channel)).toMatchObject([
      { id: response.interaction.responseMessageId, isThinking: true },
    ]);
    await interaction.editReply('Done.');
    expect(await invocation.message()).toMatchObject({
      id: response.interaction.responseMessageId,
      content: 'Done.',
      isThinking: false,
    });
    expect(invocation.acknowledgedAfterMs).toBeLessThan(3000);
    expect(server.violations).toEqual([]);
  });

  it('hands over a file', async () => {
    const [, interaction] = await slash({
      options: { file: { name: 'page.html', bytes: '<p>Page</p>', contentType: 'text/html' } },
    });
    const file = interaction.options.getAttachment('file', true);
    expect(await (await fetch(file.url)).text()).toBe('<p>Page</p>');
    connected.server.advance(25 * 3_600_000);
    expect((await fetch(file.url)).status).toBe(404);
  });

  it('cannot be answered after 3 s, nor twice, nor after 15 min', async () => {
    const [, late] = await slash();
    connected.server.advance(3001);
    await expect(late.deferReply()).rejects.toMatchObject({ code: 10062, status: 404 });
    const [invocation, twice] = await slash();
    await twice.deferReply();
    const url = `${connected.server.apiUrl}/v10/interactions/${invocation.id}/${invocation.token}/callback`;
    const second = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"type":5}',
    });
    expect([second.status, await second.json()]).toMatchObject([400, { code: 40060 }]);
    connected.server.advance(15 * 60_000);
    await expect(twice.editReply('too late')).rejects.toMatchObject({ code: 50027, status: 401 });
    // The bot's own token is still good.
    await expect(connected.client.rest.get('/users/@me')).resolves.toMatchObject({
      id: connected.server.botUserId,
    });
  });

  it('is private to who asked, and unknown to the bot token', async () => {
    const { server, client } = connected;
    const [invocation, interaction] = await slash();
    await interaction.reply({ content: 'Only you.', flags: MessageFlags.Ephemeral });
    const message = await invocation.message();
    expect(message.onlyFor).toBe(server.anna.id);
    expect(server.messagesIn(server.channel, server.ben)).toEqual([]);
    await expect(
      client.rest.delete(`/channels/${server.channel.id}/messages/${message.id}`),
    ).rejects.toMatchObject({ code: 10008 });
    await interaction.deleteReply();
    expect(server.messagesIn(server.channel)).toEqual([]);
  });

  it('takes a follow-up after deferring as the answer itself, as documented', async () => {
    const [invocation, interaction] = await slash();
    await interaction.deferReply();
    await interaction.followUp({ content: 'In place.', flags: MessageFlags.Ephemeral });
    expect(await invocation.message()).toMatchObject({ content: 'In place.', onlyFor: undefined });
    expect(connected.server.messagesIn(connected.server.channel)).toHaveLength(1);
  });

  it('takes five follow-ups where only a person installed the app', async () => {
    const { server } = connected;
    const guild = server.addGuild({ name: 'Elsewhere', owner: server.ben, withBot: false });
    server.addMember({ guild, user: server.anna });
    const channel = server.addChannel({ guild, name: 'talk' });
    const [, interaction] = await slash({ channel });
    expect(interaction.authorizingIntegrationOwners[1]).toBe(server.anna.id);
    expect(interaction.authorizingIntegrationOwners[0]).toBeUndefined();
    await interaction.reply('one');
    for (let index = 0; index < 5; index += 1) await interaction.followUp(`more ${index}`);
    await expect(interaction.followUp('too much')).rejects.toMatchObject({ code: 40094 });
    await expect(connected.client.rest.get(`/channels/${channel.id}`)).rejects.toMatchObject({
      code: 50001,
    });
  });

  it('is answered privately where External Apps are off', async () => {
    const { server } = connected;
    const everyone = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
    const guild = server.addGuild({ name: 'Strict', owner: server.ben, withBot: false, everyone });
    server.addMember({ guild, user: server.anna });
    const [invocation, interaction] = await slash({
      channel: server.addChannel({ guild, name: 'talk' }),
    });
    await interaction.reply('meant for all');
    expect((await invocation.message()).onlyFor).toBe(server.anna.id);
  });

  it('runs in conversations that the bot is no part of', async () => {
    const { server } = connected;
    const [invocation, interaction] = await slash({
      channel: server.addPrivateChannel([server.anna, server.ben]),
    });
    expect(interaction.context).toBe(2);
    await interaction.reply('here');
    expect((await invocation.message()).content).toBe('here');
  });

  it('is offered only as registered', () => {
    const { server } = connected;
    expect(() =>
      server.slash({ command: 'other', user: server.anna, channel: server.channel }),
    ).toThrow(/registered/u);
    expect(() =>
      server.slash({
        command: 'summarize',
        options: { no: 'x' },
        user: server.anna,
        channel: server.channel,
      }),
    ).toThrow(/no option/u);
  });

  it('suggests while somebody types', async () => {
    const { server, client } = connected;
    const received = once(client, 'interactionCreate');
    const typing = server.autocomplete({
      command: 'summarize',
      focused: 'url',
      options: { url: 'https' },
      user: server.anna,
      channel: server.channel,
    });
    const [interaction] = (await received) as [Interaction];
    if (!interaction.isAutocomplete()) throw new Error('not typed');
    await interaction.respond([{ name: 'A page', value: 'https://a.example' }]);
    expect(await typing.choices()).toEqual([{ name: 'A page', value: 'https://a.example' }]);
  });
});

describe('a button', () => {
  it('updates, deletes, or opens a form that is sent with its fields', async () => {
    const { server } = connected;
    const [asked, interaction] = await slash();
    await interaction.reply({ content: 'Summary', components: [button] });
    const message = await asked.message();
    const press = (): Promise<Received<ButtonInteraction>> =>
      receive(() => server.click({ message, customId: 'shorter:1', user: server.ben }));
    await (await press())[1].update({ content: 'Shorter' });
    expect(server.messagesIn(server.channel)[0]?.content).toBe('Shorter');
    const [opened, pressed] = await press();
    const field = { type: 4, custom_id: 'q', style: 2, max_length: 4000 };
    await pressed.showModal({
      customId: 'ask',
      title: 'Ask',
      components: [{ type: 18, label: 'Question', component: field }],
    } as never);
    const [submitted, filled] = await receive<ModalSubmitInteraction>(() =>
      server.submitModal({ from: opened, values: { q: 'Who?' } }),
    );
    expect(filled.fields.getTextInputValue('q')).toBe('Who?');
    await filled.reply({ content: 'Her.', flags: MessageFlags.Ephemeral });
    expect((await submitted.message()).onlyFor).toBe(server.ben.id);
    const [, last] = await press();
    await last.deferUpdate();
    await last.deleteReply();
    expect(server.messagesIn(server.channel).map(({ content }) => content)).toEqual(['Her.']);
  });
});
