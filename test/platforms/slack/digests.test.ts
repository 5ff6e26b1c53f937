import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { textPost } from '../../../src/post/text-post.ts';
import type { Form, FormAbout, FormField } from '../../../src/ports/digest.ts';
import type { Post } from '../../../src/post/post.ts';
import type { FollowUpRequest, Request } from '../../../src/ports/request.ts';
import { people, places } from '../../protocol/slack/slack-options.ts';
import { key } from './a-post.ts';
import { startSlack, type Started } from './start-slack.ts';

const { ada, benno } = people;
const { news, harbour, desk, adasMessages } = places;
const signal = () => AbortSignal.timeout(5000);

const field = (one: Partial<FormField> & Pick<FormField, 'name'>): FormField => ({
  label: one.name,
  isRequired: true,
  shape: { kind: 'line', maxChars: 60 },
  ...one,
});

const formFor = (about: FormAbout, channel: string, more: readonly FormField[] = []): Form => ({
  title: 'A digest, as long a title as anybody can think of',
  submitLabel: 'Look at what I have made of it',
  about,
  fields: [
    field({ name: 'name', hint: 'Morning news' }),
    field({ name: 'source', shape: { kind: 'lines', maxChars: 4000 } }),
    field({
      name: 'stories',
      value: '5',
      shape: {
        kind: 'choice',
        choices: ['3', '5'].map((value) => ({ label: `${value} ${'of them '.repeat(12)}`, value })),
      },
    }),
    field({ name: 'channel', value: channel, shape: { kind: 'channel' } }),
    field({ name: 'include', isRequired: false }),
    ...more,
  ],
});

interface Where {
  readonly user?: string;
  readonly channel?: string;
}

const draft: Post = {
  ...textPost('Morning news, weekdays at 9:00: is it so?'),
  actions: ['confirm', 'change', 'discard'],
};

describe.each(['socket', 'http'] as const)('/digest over %s', (mode) => {
  let bot: Started;
  const digest = (text: string, { user = ada, channel = news }: Where = {}) =>
    bot.server.slash({ command: '/digest', text, user, channel });
  const open = (about: FormAbout, channel: string = news, more?: readonly FormField[]): void => {
    const form = formFor(about, channel, more);
    bot.core.opened = { status: 'form', form };
  };
  const shown = async (user: string = ada) => bot.server.until(() => bot.server.viewsOf(user)[0]);
  const heard = (user: string = ada) => bot.server.ephemeralsFor(user).map(({ text }) => text);
  const last = (): Request => {
    const request = bot.core.requests.at(-1);
    if (request === undefined) throw new Error('nothing was asked');
    return request;
  };

  beforeEach(async () => {
    bot = await startSlack({ mode });
  });
  afterEach(async () => {
    await bot.server.settled();
    const { violations, pings, leaks, unfurls } = bot.server;
    const late = bot.server.unacknowledged();
    await bot.stop();
    expect({ violations, pings, leaks, unfurls, late }).toEqual({ violations: [], pings: [], leaks: [], unfurls: [], late: [] }); // prettier-ignore
  });

  it.each(['', 'help', ' HELP '])('says what it can do: “%s”', async (text) => {
    await digest(text);
    expect(heard()).toEqual([expect.stringContaining('/digest preview Morning news')]);
    expect(bot.core.requests).toEqual([]);
    expect(bot.server.messagesIn(news)).toEqual([]);
  });

  it('asks for what is typed, names with spaces and odd marks', async () => {
    await digest('list');
    await digest('show “Morning news"');
    await digest('Remove Fish & boats');
    expect(bot.core.requests).toMatchObject([
      { kind: 'digest', isPrivate: true, channel: news, person: ada, ask: { kind: 'list' } },
      { kind: 'digest', ask: { kind: 'show', name: 'Morning news' } },
      { kind: 'digest', ask: { kind: 'remove', name: 'Fish & boats' } },
    ]);
    expect(heard()).toEqual([]);
    const outgoing = { post: textPost('Two digests.'), key, audience: 'person' } as const;
    await bot.slack.send(last().replyTo, outgoing, signal());
    expect(heard()).toEqual(['Two digests.']);
    expect(bot.server.messagesIn(news)).toEqual([]);
  });

  it('says at once that it reads where that takes long', async () => {
    await digest('preview Morning news');
    expect(heard()).toEqual(['Reading Morning news …']);
  });

  it('names the word that may have been meant, and asks for a name that is missing', async () => {
    await digest('creat');
    await digest('pasue Morning news');
    await digest('show');
    await digest('xylophone');
    expect(heard()).toEqual([
      expect.stringContaining('did you mean /digest create?'),
      expect.stringContaining('did you mean /digest pause?'),
      expect.stringContaining('Say which digest: /digest show'),
      expect.stringContaining('/digest help shows what I know'),
    ]);
    expect(bot.core.requests).toEqual([]);
  });

  it('opens a form within every limit, and takes it', async () => {
    open({ kind: 'create' });
    await digest('create  Harbour  news ');
    expect(bot.core.forms).toEqual([
      { platform: 'slack', place: bot.server.teamId, channel: news, person: ada, about: { kind: 'create' } }, // prettier-ignore
    ]);
    const form = await shown();
    await bot.server.submitView(form, { source: 'a.example\nb.example', include: '' });
    expect(bot.server.viewsOf(ada)).toEqual([]);
    expect(last()).toMatchObject({
      kind: 'digest',
      id: `view:${form.id}`,
      person: ada,
      channel: news,
      isPrivate: true,
      ask: {
        kind: 'create',
        fields: {
          name: 'Harbour news',
          source: 'a.example\nb.example',
          stories: '5',
          channel: news,
          include: '',
        },
      },
    });
    const outgoing = { post: draft, key, audience: 'person' } as const;
    await bot.slack.send(last().replyTo, outgoing, signal());
    const [answer] = bot.server.ephemeralsFor(ada);
    expect(answer).toMatchObject({ channel: news, viaResponseUrl: true });
  });

  it('shows faults at their fields, and takes the form when it is put right', async () => {
    open({ kind: 'create' });
    await digest('create');
    const form = await shown();
    bot.core.faults = [
      { field: 'source', sentence: 'That is no address.' },
      { field: 'schedule', sentence: 'Say when.' },
    ];
    const filled = { name: 'Boats', source: 'nonsense', stories: '3', channel: desk };
    const { errors } = await bot.server.submitView(form, filled);
    // The form has no field for the schedule.
    expect(errors).toEqual({ source: 'That is no address.', name: 'Say when.' });
    expect(bot.core.requests).toEqual([]);
    bot.core.faults = [];
    await bot.server.submitView(form, { ...filled, source: 'a.example' });
    expect(last()).toMatchObject({
      ask: { fields: { name: 'Boats', stories: '3', channel: desk } },
    });
  });

  it('answers a form in the channel that was chosen once the command’s time is nearly over', async () => {
    open({ kind: 'create' });
    await digest('create');
    const form = await shown();
    bot.server.clock.advance(27 * 60_000);
    await bot.server.submitView(form, { name: 'Boats', source: 'a.example', channel: harbour });
    bot.server.clock.advance(10 * 60_000);
    const outgoing = { post: draft, key, audience: 'person' } as const;
    await bot.slack.send(last().replyTo, outgoing, signal());
    expect(bot.server.ephemeralsFor(ada)).toMatchObject([{ channel: harbour }]);
    expect(bot.server.messagesIn(harbour)).toEqual([]);
  });

  it('answers a form where the bot is no member', async () => {
    open({ kind: 'create' }, harbour);
    await digest('create', { channel: harbour });
    const form = await shown();
    await bot.server.submitView(form, { name: 'Boats', source: 'a.example' });
    await bot.slack.send(last().replyTo, { post: draft, key, audience: 'person' }, signal());
    expect(bot.server.ephemeralsFor(ada)).toMatchObject([{ channel: harbour }]);
  });

  it('offers direct messages where the form is opened in them', async () => {
    open({ kind: 'create' }, adasMessages);
    await digest('create', { channel: adasMessages });
    const form = await shown();
    await bot.server.submitView(form, { name: 'Mine', source: 'a.example' });
    expect(last()).toMatchObject({ ask: { fields: { channel: adasMessages } } });
  });

  it('leaves as it is what was too long for its field, unless something is put there', async () => {
    const long = { name: 'exclude', value: 'tide, '.repeat(700), isRequired: false } as const;
    open({ kind: 'edit', name: 'Boats' }, news, [field(long)]);
    await digest('edit Boats');
    const form = await shown();
    await bot.server.submitView(form, { name: 'Boats', source: 'a.example' });
    const { ask } = last() as Extract<Request, { kind: 'digest' }>;
    expect(ask).toMatchObject({ kind: 'edit', name: 'Boats' });
    expect('fields' in ask && 'exclude' in ask.fields).toBe(false);
    await digest('edit Boats');
    const again = await shown();
    await bot.server.submitView(again, { name: 'Boats', source: 'a.example', exclude: 'ebb' });
    expect(last()).toMatchObject({ ask: { fields: { exclude: 'ebb' } } });
  });

  it('says what is to be said where there is nothing to fill in', async () => {
    bot.core.opened = { status: 'answered', post: textPost('There is no digest “Boats” here.') };
    const { ack } = await digest('edit Boats');
    expect(ack).toMatchObject({ state: 'acknowledged' });
    expect(heard()).toEqual(['There is no digest “Boats” here.']);
    expect(bot.server.viewsOf(ada)).toEqual([]);
  });

  it('is busy, in time, where a form is not made or not taken', async () => {
    bot.core.form = (_query, until) =>
      new Promise((_, reject) =>
        until.addEventListener('abort', () => reject(new Error('given up')), { once: true }),
      );
    const { ack } = await digest('create');
    expect(ack).toMatchObject({ state: 'acknowledged' });
    expect(heard()).toEqual([expect.stringContaining('as much to read as I can take')]);
    bot.core.form = () => Promise.resolve(bot.core.opened);
    open({ kind: 'create' });
    await digest('create', { user: benno });
    const form = await shown(benno);
    bot.core.answer = 'never';
    const { delivery } = await bot.server.submitView(form, { name: 'Boats', source: 'a.example' });
    expect(delivery.ack).toMatchObject({ state: 'acknowledged' });
    await bot.server.until(() => heard(benno).length === 1);
    expect(heard(benno)).toEqual([expect.stringContaining('as much to read as I can take')]);
    bot.core.answer = { status: 'accepted' };
  });

  it('says that nothing has changed where the form does not open', async () => {
    open({ kind: 'create' });
    bot.server.faults.fail('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await digest('create');
    await bot.server.until(() => heard().length === 1);
    expect(heard()).toEqual([expect.stringContaining('Nothing has changed')]);
  });

  it.each(['confirm', 'discard'] as const)('replaces what was shown by %s', async (action) => {
    await digest('pause Boats');
    await bot.slack.send(last().replyTo, { post: draft, key, audience: 'person' }, signal());
    const [message] = bot.server.ephemeralsFor(ada);
    if (message === undefined) throw new Error('nothing is shown');
    await bot.server.click({ message, action_id: action, user: ada });
    const click = last() as FollowUpRequest;
    expect(click).toMatchObject({ kind: 'follow-up', ask: { kind: action }, about: { key } });
    if (click.from.kind !== 'button') throw new Error('no click');
    const done = { post: textPost('So it is.'), key, audience: 'person' } as const;
    await bot.slack.replace(click.from.message, done, signal());
    expect(heard()).toEqual(['So it is.']);
  });

  it('opens another form of what was shown', async () => {
    await digest('pause Boats');
    await bot.slack.send(last().replyTo, { post: draft, key, audience: 'person' }, signal());
    const [message] = bot.server.ephemeralsFor(ada);
    if (message === undefined) throw new Error('nothing is shown');
    open({ kind: 'redraft', key });
    await bot.server.click({ message, action_id: 'change', user: ada });
    expect(bot.core.requests).toHaveLength(1);
    const form = await shown();
    expect(bot.core.forms).toMatchObject([{ channel: news, person: ada, about: { kind: 'redraft', key } }]); // prettier-ignore
    await bot.server.submitView(form, { name: 'Boats', source: 'a.example' });
    expect(last()).toMatchObject({ kind: 'digest', ask: { kind: 'redraft', key } });
    await bot.slack.send(last().replyTo, { post: draft, key: 'another', audience: 'person' }, signal()); // prettier-ignore
    expect(heard()).toHaveLength(2);
    bot.core.opened = { status: 'answered', post: textPost('That was a day ago.') };
    await bot.server.click({ message, action_id: 'change', user: ada });
    await bot.server.until(() => heard().length === 3);
    expect(heard().at(-1)).toBe('That was a day ago.');
  });
});
