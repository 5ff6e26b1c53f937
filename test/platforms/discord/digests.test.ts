import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelType, InteractionResponseType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { FollowUpRequest } from '../../../src/ports/request.ts';
import type { Post } from '../../../src/post/post.ts';
import { textPost } from '../../../src/post/text-post.ts';
import type { Invocation } from '../../protocol/discord/people/invocation.ts';
import { answerWithinMs } from '../../protocol/discord/rest/callback-route.ts';
import { key } from './a-post.ts';
import { asked, clickOn, digest } from './ask-digest.ts';
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
    const invocation = digest(bot, 'create', options);
    const request = await asked(bot);
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
    expect(() => digest(bot, 'create', { channel: forum.id })).toThrow('does not offer a channel');
  });

  it.each(['show', 'pause', 'resume', 'run', 'preview', 'remove'])(
    '%s names a digest',
    async (kind) => {
      digest(bot, kind, { name: 'Morning' });
      expect((await asked(bot)).ask).toEqual({ kind, name: 'Morning' });
    },
  );

  it('lists, and changes what is said of a digest', async () => {
    digest(bot, 'list');
    expect((await asked(bot)).ask).toEqual({ kind: 'list' });
    digest(bot, 'edit', { name: 'Morning', exclude: 'football' });
    expect((await asked(bot, 1)).ask).toEqual({
      kind: 'edit',
      name: 'Morning',
      fields: { exclude: 'football' },
    });
  });

  it('says at once what is known at once', async () => {
    bot.core.answer = { status: 'answered', post: textPost('Not here.') };
    const message = await digest(bot, 'list').message();
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

describe('a draft', () => {
  async function shown(): Promise<void> {
    digest(bot, 'pause', { name: 'Morning' });
    await bot.discord.send((await asked(bot)).replyTo, out(draft), signal);
  }

  it.each([
    ['Yes, so it is', 'confirm'],
    ['No', 'discard'],
  ] as const)('is decided by “%s”, in its place', async (label, kind) => {
    await shown();
    const clicked = clickOn(bot, label);
    const request = (await bot.core.request(1)) as FollowUpRequest;
    expect(request).toMatchObject({ about: { key }, ask: { kind }, isPrivate: true });
    expect((await clicked.answered()).type).toBe(InteractionResponseType.DeferredMessageUpdate);
    if (request.from.kind !== 'button') throw new Error(request.from.kind);
    await bot.discord.replace(request.from.message, out(textPost('So it is.')), signal);
    expect(standing(bot)).toMatchObject([{ buttons: [], onlyFor: bot.server.anna.id }]);
    expect(standing(bot)[0]?.embeds.map(shownText)).toEqual(['So it is.']);
  });
});
