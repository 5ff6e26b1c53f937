import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Form } from '../../../src/ports/digest.ts';
import type { Post } from '../../../src/post/post.ts';
import { textPost } from '../../../src/post/text-post.ts';
import { answerWithinMs } from '../../protocol/discord/rest/callback-route.ts';
import { key } from './a-post.ts';
import { asked, clickOn, digest, form } from './ask-digest.ts';
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

const draft: Post = {
  ...textPost('So I understood it.'),
  actions: ['confirm', 'change', 'discard'],
};

describe('a form', () => {
  beforeEach(() => {
    bot.core.opened = { status: 'form', form };
  });

  it('opens for a digest of which nothing is said, with what is known of it', async () => {
    const modal = await digest(bot, 'create').modal();
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
    const from = digest(bot, 'create');
    const values = { name: 'Morning', schedule: 'weekdays at 9', stories: ['3'] };
    const submitted = await bot.server.submitModal({ from, values });
    const request = await asked(bot);
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
    const from = digest(bot, 'edit', { name: about.name });
    const values = { name: 'Rain', schedule: 'daily at 7' };
    await bot.server.submitModal({ from, values });
    const edited = await asked(bot);
    expect(bot.core.forms[0]?.about).toEqual(about);
    expect(edited.ask).toMatchObject({ ...about, fields: values });

    await bot.discord.send(edited.replyTo, out(draft), signal);
    bot.core.opened = { status: 'form', form: { ...form, about: { kind: 'redraft', key } } };
    const clicked = clickOn(bot, 'Change it');
    await bot.server.submitModal({ from: clicked, values });
    expect(bot.core.forms[1]?.about).toEqual({ kind: 'redraft', key });
    expect((await asked(bot, 1)).ask).toMatchObject({ kind: 'redraft', key, fields: values });
  });

  it('whose value has become longer than a field can be leaves the field out, and so the value as it was', async () => {
    const fields = form.fields.map((field) =>
      field.name === 'source' ? { ...field, value: 'x'.repeat(3001) } : field,
    );
    bot.core.opened = { status: 'form', form: { ...form, fields } };
    const { components } = await digest(bot, 'create').modal();
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
    await bot.server.submitModal({ from: digest(bot, 'create'), values: {} });
    expect((await asked(bot)).ask).toEqual({ kind: 'create', fields: { channel: channel.id } });
  });

  it('is not there where the core says something else, or is too slow', async () => {
    bot.core.opened = { status: 'answered', post: textPost('There is no such digest.') };
    const message = await digest(bot, 'edit', { name: 'Noon' }).message();
    expect(message.embeds.map(shownText)).toEqual(['There is no such digest.']);
    expect(message.onlyFor).toBe(bot.server.anna.id);
    bot.core.form = (_query, ending) =>
      new Promise((_, reject) => {
        ending.addEventListener('abort', () => reject(ending.reason as Error));
      });
    const slow = digest(bot, 'create');
    expect((await slow.message()).onlyFor).toBe(bot.server.anna.id);
    expect(slow.acknowledgedAfterMs).toBeLessThan(answerWithinMs);
    expect(bot.log.lines.join('\n')).toContain('no form in time');
  });

  it('that was not written down in time is told so', async () => {
    bot.core.answer = 'never';
    const values = { name: 'Morning', schedule: 'daily at 7' };
    const submitted = await bot.server.submitModal({ from: digest(bot, 'create'), values });
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
    const submitted = await bot.server.submitModal({ from: digest(bot, 'create'), values });
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
    const submitted = await bot.server.submitModal({ from: digest(bot, 'create'), values });
    await submitted.message();
    await bot.discord.stop();
    await bot.discord.start(bot.core);
    const again = clickOn(bot, 'Open the form again');
    expect((await again.modal()).components).toMatchObject([
      { component: { value: 'Morning' } },
      { component: { value: source.replaceAll('`', 'ˋ') } },
      { component: { value: 'now and then' } },
      { component: { value: 'Asia/Tokyo' } },
      { component: { options: [{ value: '3', default: true }, { value: '5' }] } },
    ]);
    bot.core.faults = [];
    await bot.server.submitModal({ from: again, values: { schedule: 'daily at 7' } });
    expect((await asked(bot)).ask).toMatchObject({
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
      from: digest(bot, 'create'),
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
