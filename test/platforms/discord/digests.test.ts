import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelType, InteractionResponseType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Form } from '../../../src/ports/digest.ts';
import type { DigestRequest, FollowUpRequest } from '../../../src/ports/request.ts';
import type { Post } from '../../../src/post/post.ts';
import { textPost } from '../../../src/post/text-post.ts';
import type { OptionValue } from '../../protocol/discord/people/fill-options.ts';
import type { Invocation } from '../../protocol/discord/people/invocation.ts';
import { answerWithinMs } from '../../protocol/discord/rest/callback-route.ts';
import { key } from './a-post.ts';
import { out, standing } from './conversation.ts';
import { shownText } from './shown-text.ts';
import { startDiscord, type Started } from './start-discord.ts';

const signal = new AbortController().signal;
let bot: Started;

beforeEach(async () => {
  bot = await startDiscord();
});
afterEach(async () => {
  await bot.stop();
  expect(bot.server.violations).toEqual([]);
  expect(bot.server.pings).toEqual([]);
});

const form: Form = {
  title: 'New digest',
  submitLabel: 'Look at it',
  about: { kind: 'create' },
  fields: [
    { name: 'name', label: 'Name', hint: 'Morning', isRequired: true, shape: line(60) },
    {
      name: 'source',
      label: 'Feeds',
      isRequired: true,
      shape: { kind: 'lines', maxChars: 3000 },
      value: 'https://quay.example/feed',
    },
    { name: 'schedule', label: 'When', isRequired: true, shape: line(200) },
    { name: 'timezone', label: 'Zone', isRequired: true, shape: line(60), value: 'Asia/Tokyo' },
    {
      name: 'stories',
      label: 'Stories',
      isRequired: true,
      shape: {
        kind: 'choice',
        choices: [
          { label: 'Three', value: '3' },
          { label: 'Five', value: '5' },
        ],
      },
      value: '5',
    },
    { name: 'include', label: 'Only with', isRequired: false, shape: line(3000) },
  ],
};

function line(maxChars: number) {
  return { kind: 'line', maxChars } as const;
}

function digest(
  subcommand: string,
  options: Readonly<Record<string, OptionValue>> = {},
): Invocation {
  const { anna: user, channel } = bot.server;
  return bot.server.slash({ command: 'digest', subcommand, options, user, channel });
}

async function asked(index = 0): Promise<DigestRequest> {
  const request = await bot.core.request(index);
  if (request.kind !== 'digest') throw new Error(request.kind);
  return request;
}

const draft: Post = {
  ...textPost('So I understood it.'),
  actions: ['confirm', 'change', 'discard'],
};

describe('/digest', () => {
  it('is for people who manage channels, in servers where the bot is', () => {
    const { server } = bot;
    const [command] = server.world.commands.filter(({ name }) => name === 'digest');
    expect(command).toMatchObject({ contexts: [0], integration_types: [0] });
    expect(command?.default_member_permissions).toBe(String(PermissionFlagsBits.ManageChannels));
    const use = { command: 'digest', subcommand: 'list', channel: server.channel };
    expect(() => server.slash({ ...use, user: server.ben })).toThrow('not offered');
    const direct = server.directChannel(server.anna);
    expect(() => server.slash({ ...use, user: server.anna, channel: direct })).toThrow('context');
  });

  it('says what is typed, and is answered to the person alone', async () => {
    const { server } = bot;
    const other = server.addChannel({ guild: server.guild, name: 'news' });
    const options = {
      name: 'Morning',
      source: 'quay.example tower.example/feed',
      schedule: 'weekdays at 9',
      timezone: 'Asia/Tokyo',
      stories: 3,
      length: 'brief',
      include: 'harbour, boats',
      exclude: 'football',
      channel: other.id,
      missed: 'skip',
      nothing: 'say',
    };
    const invocation = digest('create', options);
    const request = await asked();
    expect(request).toMatchObject({
      id: `interaction:${invocation.id}`,
      platform: 'discord',
      person: server.anna.id,
      place: server.guild.id,
      channel: server.channel.id,
      isPrivate: true,
      ask: { kind: 'create', fields: { ...options, stories: '3' } },
    });
    const { type } = await invocation.answered();
    expect(type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    await bot.discord.send(request.replyTo, out(draft), signal);
    const message = await invocation.message();
    expect(message.onlyFor).toBe(server.anna.id);
    expect(message.buttons.map(({ label }) => label)).toEqual(['Yes, so it is', 'Change it', 'No']);
  });

  it('takes only channels in which posts have a thread', () => {
    const { server } = bot;
    const type = ChannelType.GuildForum;
    const forum = server.addChannel({ guild: server.guild, name: 'talks', type });
    expect(() => digest('create', { channel: forum.id })).toThrow('does not offer a channel');
  });

  it.each(['show', 'pause', 'resume', 'run', 'preview', 'remove'])(
    '%s names a digest',
    async (kind) => {
      digest(kind, { name: 'Morning' });
      expect((await asked()).ask).toEqual({ kind, name: 'Morning' });
    },
  );

  it('lists, and changes what is said of a digest', async () => {
    digest('list');
    expect((await asked()).ask).toEqual({ kind: 'list' });
    digest('edit', { name: 'Morning', exclude: 'football' });
    expect((await asked(1)).ask).toEqual({
      kind: 'edit',
      name: 'Morning',
      fields: { exclude: 'football' },
    });
  });

  it('says at once what is known at once', async () => {
    bot.core.answer = { status: 'answered', post: textPost('Not here.') };
    const message = await digest('list').message();
    expect(message.embeds.map(shownText)).toEqual(['Not here.']);
    expect(message.onlyFor).toBe(bot.server.anna.id);
  });
});

describe('what may be meant', () => {
  const typeInto = (focused: string, typed: string, subcommand = 'create'): Invocation => {
    const { anna: user, channel } = bot.server;
    const options = { [focused]: typed };
    return bot.server.autocomplete({
      command: 'digest',
      subcommand,
      options,
      focused,
      user,
      channel,
    });
  };

  it('is suggested while somebody types', async () => {
    bot.core.choices = [{ label: 'weekdays at 9:00', value: 'weekdays at 9:00' }];
    expect(await typeInto('schedule', 'week').choices()).toEqual([
      { name: 'weekdays at 9:00', value: 'weekdays at 9:00' },
    ]);
    await typeInto('timezone', 'tok').choices();
    await typeInto('name', 'mor', 'pause').choices();
    const place = bot.server.guild.id;
    expect(bot.core.suggestions).toEqual([
      { platform: 'discord', place, field: 'schedule', typed: 'week' },
      { platform: 'discord', place, field: 'timezone', typed: 'tok' },
      { platform: 'discord', place, field: 'name', typed: 'mor' },
    ]);
  });

  it('stays within what Discord takes, and no value is cut', async () => {
    bot.core.choices = [
      { label: 'a'.repeat(120), value: 'short' },
      { label: 'long', value: 'b'.repeat(101) },
      { label: 'empty', value: '' },
      ...Array.from({ length: 40 }, (_, at) => ({ label: `${at}`, value: `${at}` })),
    ];
    const choices = await typeInto('timezone', '').choices();
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: 'a'.repeat(100), value: 'short' });
    expect(choices.map(({ name }) => name)).not.toContain('long');
  });

  it('is nothing where the core fails', async () => {
    bot.core.suggest = () => Promise.reject(new Error('locked'));
    expect(await typeInto('schedule', 'week').choices()).toEqual([]);
    expect(bot.log.lines.join('\n')).toContain('nothing suggested');
  });

  it('is nothing where the core takes too long', async () => {
    bot.core.suggest = (_query, ending) =>
      new Promise((_, reject) => {
        ending.addEventListener('abort', () => reject(ending.reason as Error));
      });
    const typing = typeInto('schedule', 'week');
    expect(await typing.choices()).toEqual([]);
    expect(typing.acknowledgedAfterMs).toBeLessThan(answerWithinMs);
  });
});

describe('a form', () => {
  beforeEach(() => {
    bot.core.opened = { status: 'form', form };
  });

  it('opens for a digest of which nothing is said, with what is known of it', async () => {
    const modal = await digest('create').modal();
    const { guild, channel, anna } = bot.server;
    expect(bot.core.forms).toEqual([
      {
        platform: 'discord',
        place: guild.id,
        channel: channel.id,
        person: anna.id,
        about: { kind: 'create' },
      },
    ]);
    expect(modal).toMatchObject({
      custom_id: 'digest:create',
      title: 'New digest',
      components: [
        { label: 'Name', description: 'Morning', component: { custom_id: 'name', style: 1 } },
        { component: { custom_id: 'source', style: 2, value: 'https://quay.example/feed' } },
        { component: { custom_id: 'schedule', required: true } },
        { component: { custom_id: 'timezone', value: 'Asia/Tokyo' } },
        { component: { options: [{ value: '3' }, { value: '5', default: true }] } },
      ],
    });
  });

  it('comes back as a request like every other', async () => {
    const from = digest('create');
    const values = { name: 'Morning', schedule: 'weekdays at 9', stories: ['3'] };
    const submitted = await bot.server.submitModal({ from, values });
    const request = await asked();
    expect(request).toMatchObject({
      id: `interaction:${submitted.id}`,
      isPrivate: true,
      ask: {
        kind: 'create',
        fields: {
          name: 'Morning',
          source: 'https://quay.example/feed',
          schedule: 'weekdays at 9',
          timezone: 'Asia/Tokyo',
          stories: '3',
        },
      },
    });
    await submitted.answered();
    await bot.discord.send(request.replyTo, out(draft), signal);
    expect((await submitted.message()).onlyFor).toBe(bot.server.anna.id);
  });

  it('is about the digest whose name alone is said, and about the draft that is to be changed', async () => {
    const about = { kind: 'edit', name: 'Rain: north & south' } as const;
    bot.core.opened = { status: 'form', form: { ...form, about } };
    const from = digest('edit', { name: about.name });
    const values = { name: 'Rain', schedule: 'daily at 7' };
    await bot.server.submitModal({ from, values });
    const edited = await asked();
    expect(bot.core.forms[0]?.about).toEqual(about);
    expect(edited.ask).toMatchObject({ ...about, fields: values });

    await bot.discord.send(edited.replyTo, out(draft), signal);
    bot.core.opened = { status: 'form', form: { ...form, about: { kind: 'redraft', key } } };
    const clicked = clickOn('Change it');
    await bot.server.submitModal({ from: clicked, values });
    expect(bot.core.forms[1]?.about).toEqual({ kind: 'redraft', key });
    expect((await asked(1)).ask).toMatchObject({ kind: 'redraft', key, fields: values });
  });

  it('whose value has become longer than a field can be leaves the field out, and so the value as it was', async () => {
    const fields = form.fields.map((field) =>
      field.name === 'source' ? { ...field, value: 'x'.repeat(3001) } : field,
    );
    bot.core.opened = { status: 'form', form: { ...form, fields } };
    const { components } = await digest('create').modal();
    const ids = components.map((one) => 'component' in one && one.component.custom_id);
    expect(ids).toEqual(['name', 'schedule', 'timezone', 'stories', 'include']);
  });

  it('draws channels, and leaves empty what nobody must choose', async () => {
    const { channel } = bot.server;
    const fields: Form['fields'] = [
      {
        name: 'channel',
        label: 'Channel',
        isRequired: true,
        shape: { kind: 'channel' },
        value: channel.id,
      },
      {
        name: 'missed',
        label: 'When I was down',
        isRequired: false,
        shape: { kind: 'choice', choices: [{ label: 'Leave it out', value: 'skip' }] },
      },
    ];
    bot.core.opened = { status: 'form', form: { ...form, fields } };
    await bot.server.submitModal({ from: digest('create'), values: {} });
    expect((await asked()).ask).toEqual({ kind: 'create', fields: { channel: channel.id } });
  });

  it('is not there where the core says something else, or is too slow', async () => {
    bot.core.opened = { status: 'answered', post: textPost('There is no such digest.') };
    const message = await digest('edit', { name: 'Noon' }).message();
    expect(message.embeds.map(shownText)).toEqual(['There is no such digest.']);
    expect(message.onlyFor).toBe(bot.server.anna.id);
    bot.core.form = (_query, ending) =>
      new Promise((_, reject) => {
        ending.addEventListener('abort', () => reject(ending.reason as Error));
      });
    const slow = digest('create');
    expect((await slow.message()).onlyFor).toBe(bot.server.anna.id);
    expect(slow.acknowledgedAfterMs).toBeLessThan(answerWithinMs);
    expect(bot.log.lines.join('\n')).toContain('no form in time');
  });

  it('that was not written down in time is told so', async () => {
    bot.core.answer = 'never';
    const values = { name: 'Morning', schedule: 'daily at 7' };
    const submitted = await bot.server.submitModal({ from: digest('create'), values });
    const message = await submitted.message();
    expect(message.onlyFor).toBe(bot.server.anna.id);
    expect(submitted.acknowledgedAfterMs).toBeLessThan(answerWithinMs);
  });
});

describe('what is wrong in a form', () => {
  const source = 'https://quay.example/feed\nhttps://tower.example/`odd`';
  const values = { name: 'Morning', source, schedule: 'now and then', stories: ['3'] };

  beforeEach(() => {
    bot.core.opened = { status: 'form', form };
    bot.core.faults = [{ field: 'schedule', sentence: 'I do not know when “now and then” is.' }];
  });

  it('is told to the person alone, with all that was typed', async () => {
    const submitted = await bot.server.submitModal({ from: digest('create'), values });
    const message = await submitted.message();
    expect(message.onlyFor).toBe(bot.server.anna.id);
    const [said, ...typed] = message.embeds;
    expect(shownText(said ?? {})).toContain('“now and then”');
    expect(typed.map(({ title }) => title)).toEqual([
      'name',
      'source',
      'schedule',
      'timezone',
      'stories',
    ]);
    expect(typed[2]?.description).toBe('```\nnow and then\n```');
    expect(bot.core.requests).toEqual([]);
  });

  it('is mended in the form, which opens again with what was typed, after a restart too', async () => {
    const submitted = await bot.server.submitModal({ from: digest('create'), values });
    await submitted.message();
    await bot.discord.stop();
    await bot.discord.start(bot.core);
    const again = clickOn('Open the form again');
    expect((await again.modal()).components).toMatchObject([
      { component: { value: 'Morning' } },
      { component: { value: source.replaceAll('`', 'ˋ') } },
      { component: { value: 'now and then' } },
      { component: { value: 'Asia/Tokyo' } },
      { component: { options: [{ value: '3', default: true }, { value: '5' }] } },
    ]);
    bot.core.faults = [];
    await bot.server.submitModal({ from: again, values: { schedule: 'daily at 7' } });
    expect((await asked()).ask).toMatchObject({
      kind: 'create',
      fields: { name: 'Morning', schedule: 'daily at 7', stories: '3' },
    });
  });

  it('is told whole where it does not fit into one message', async () => {
    const long = 'https://quay.example/'.padEnd(3000, 'x');
    bot.core.faults = Array.from({ length: 10 }, (_, at) => ({
      field: 'source',
      sentence: `${at}: ${'this is no address of a feed, '.repeat(12)}sorry.`,
    }));
    const submitted = await bot.server.submitModal({
      from: digest('create'),
      values: { ...values, source: long },
    });
    await submitted.message();
    await bot.server.until(() => standing(bot).length === 2);
    const [first, second] = standing(bot);
    expect(first?.buttons.map(({ label }) => label)).toEqual(['Open the form again']);
    expect(second).toMatchObject({
      onlyFor: bot.server.anna.id,
      embeds: [{ title: 'source', description: `\`\`\`\n${long}\n\`\`\`` }],
    });
  });
});

describe('a draft', () => {
  async function shown(): Promise<void> {
    digest('pause', { name: 'Morning' });
    await bot.discord.send((await asked()).replyTo, out(draft), signal);
  }

  it.each([
    ['Yes, so it is', 'confirm'],
    ['No', 'discard'],
  ] as const)('is decided by “%s”, in its place', async (label, kind) => {
    await shown();
    const clicked = clickOn(label);
    const request = (await bot.core.request(1)) as FollowUpRequest;
    expect(request).toMatchObject({ about: { key }, ask: { kind }, isPrivate: true });
    expect((await clicked.answered()).type).toBe(InteractionResponseType.DeferredMessageUpdate);
    if (request.from.kind !== 'button') throw new Error(request.from.kind);
    await bot.discord.replace(request.from.message, out(textPost('So it is.')), signal);
    expect(standing(bot)).toMatchObject([{ buttons: [], onlyFor: bot.server.anna.id }]);
    expect(standing(bot)[0]?.embeds.map(shownText)).toEqual(['So it is.']);
  });
});

function clickOn(label: string): Invocation {
  const message = standing(bot).findLast(({ buttons }) =>
    buttons.some((one) => one.label === label),
  );
  const customId = message?.buttons.find((one) => one.label === label)?.customId;
  if (message === undefined || customId === undefined) throw new Error(`no button ${label}`);
  return bot.server.click({ message, customId, user: bot.server.anna });
}
