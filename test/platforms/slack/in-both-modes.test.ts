import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { helpPost } from '../../../src/post/help-post.ts';
import { progressPost } from '../../../src/post/progress-post.ts';
import type { Request } from '../../../src/ports/request.ts';
import { people, places } from '../../protocol/slack/slack-options.ts';
import { key, summary } from './a-post.ts';
import { startSlack, type Started } from './start-slack.ts';

const { ada } = people;
const { news, harbour } = places;
const link = 'https://courier.example/ferry';
const signal = () => AbortSignal.timeout(5000);

describe.each(['socket', 'http'] as const)('Slack over %s', (mode) => {
  let bot: Started;
  const only = (): Request => {
    const [request, ...more] = bot.core.requests;
    if (request === undefined || more.length > 0)
      throw new Error(`${bot.core.requests.length} requests`);
    return request;
  };
  const mention = (text = link) =>
    bot.server.say({ channel: news, user: ada, text: `<@${bot.server.botUserId}> ${text}` });

  beforeEach(async () => {
    bot = await startSlack({ mode });
  });
  afterEach(async () => {
    const { violations, pings, leaks, unfurls } = bot.server;
    await bot.stop();
    expect({ violations, pings, leaks, unfurls }).toEqual({ violations: [], pings: [], leaks: [], unfurls: [] }); // prettier-ignore
    expect(bot.log.lines.join('\n')).not.toMatch(/xox[bp]-|xapp-/u);
  });

  it('writes a mention down before it acknowledges it, and once though it comes twice', async () => {
    const { deliveries } = await mention();
    expect(deliveries).toHaveLength(2);
    for (const { ack } of deliveries) expect(ack).toMatchObject({ state: 'acknowledged' });
    expect(only()).toMatchObject({ kind: 'summarize', sources: [{ kind: 'link', url: link }] });
  });

  it('knows what is delivered again, with and without a mark', async () => {
    const [first] = (await mention()).deliveries;
    const id = String(first?.payload['event_id']);
    await bot.server.redeliver(id);
    await bot.server.redeliver(id, { num: 1, reason: 'timeout' });
    expect(bot.core.requests).toHaveLength(1);
  });

  it('answers in the thread: first that it reads, then in the same place with the summary', async () => {
    const { message } = await mention();
    const { replyTo } = only();
    const reading = { post: progressPost(['courier.example']), key, audience: 'everyone' } as const;
    const sent = await bot.slack.send(replyTo, reading, signal());
    expect(sent.id).toBe(`${news}/${message.ts}`);
    const answer = { post: summary, key, audience: 'everyone' } as const;
    const replaced = await bot.slack.replace(sent, answer, signal());
    expect(replaced).toEqual(sent);
    const [, reply, ...more] = bot.server.thread(news, message.ts);
    expect(more).toEqual([]);
    expect(JSON.stringify(reply?.blocks)).toContain('harbour master');
    expect(await bot.slack.find(replyTo, key, signal())).toEqual({
      status: 'found',
      message: sent,
    });
    await bot.slack.remove(replaced, signal());
    await bot.slack.remove(replaced, signal());
    expect(bot.server.thread(news, message.ts)).toHaveLength(1);
    expect(await bot.slack.find(replyTo, key, signal())).toEqual({ status: 'absent' });
  });

  it('takes a command, says at once that it reads, and answers in the channel', async () => {
    const text = `${link} short private`;
    await bot.server.slash({
      command: '/summarize',
      text: `${link} short`,
      user: ada,
      channel: news,
    });
    const request = only();
    expect(request).toMatchObject({
      kind: 'summarize',
      length: 'brief',
      isPrivate: false,
      replyTo: { showsWaiting: true },
    });
    expect(bot.server.ephemeralsFor(ada)).toMatchObject([{ text: 'Reading courier.example …' }]);
    const outgoing = { post: summary, key, audience: 'everyone' } as const;
    const sent = await bot.slack.send(request.replyTo, outgoing, signal());
    const [message] = bot.server.messagesIn(news);
    expect(sent.id).toBe(`${news}/${message?.ts ?? ''}`);
    expect(await bot.slack.find(request.replyTo, key, signal())).toEqual({
      status: 'found',
      message: sent,
    });
    await bot.server.slash({ command: '/summarize', text, user: ada, channel: news });
    const alone = bot.core.requests[1];
    expect(alone).toMatchObject({ isPrivate: true });
    await bot.slack.send(
      alone?.replyTo ?? request.replyTo,
      { ...outgoing, key: 'other' },
      signal(),
    );
    expect(bot.server.ephemeralsFor(ada)).toHaveLength(3);
    expect(bot.server.messagesIn(news)).toHaveLength(1);
  });

  it('answers a command through its response URL where it is no member', async () => {
    await bot.server.slash({ command: '/summarize', text: link, user: ada, channel: harbour });
    const { replyTo } = only();
    const outgoing = { post: summary, key, audience: 'everyone' } as const;
    const sent = await bot.slack.send(replyTo, outgoing, signal());
    expect(bot.server.messagesIn(harbour)).toMatchObject([{ viaResponseUrl: true }]);
    expect(await bot.slack.find(replyTo, key, signal())).toEqual({ status: 'unknown' });
    await expect(bot.slack.replace(sent, outgoing, signal())).rejects.toMatchObject({
      code: 'gone',
    });
    await bot.slack.remove(sent, signal());
  });

  it('answers /nutgraf help at once, to the person alone', async () => {
    bot.core.answer = { status: 'answered', post: helpPost('Nutgraf') };
    const { ack } = await bot.server.slash({ command: '/nutgraf', text: 'help', user: ada, channel: news }); // prettier-ignore
    expect(ack).toMatchObject({ state: 'acknowledged' });
    expect(only()).toMatchObject({ kind: 'help', isPrivate: true });
    expect(bot.server.ephemeralsFor(ada)).toHaveLength(1);
    expect(bot.server.messagesIn(news)).toEqual([]);
  });

  it('says a help once, though its mention comes as two events and again', async () => {
    const post = helpPost('Nutgraf');
    bot.core.accept = () => Promise.resolve({ status: 'answered', post });
    const { deliveries } = await mention('hello');
    await bot.server.redeliver(String(deliveries[0]?.payload['event_id']));
    await bot.server.until(() => bot.server.ephemeralsFor(ada)[0]);
    await bot.slack.stop();
    expect(bot.server.ephemeralsFor(ada)).toHaveLength(1);
    await bot.slack.start(bot.core);
  });

  it('says what to do where the form does not open', async () => {
    bot.server.faults.fail('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await bot.server.slash({ command: '/summarize', text: '', user: ada, channel: news });
    const told = await bot.server.until(() => bot.server.ephemeralsFor(ada)[0]);
    expect(told.text).toContain('/summarize https://example.com/story');
  });

  it('knows who may have a whole place forgotten', async () => {
    await bot.server.slash({ command: '/nutgraf', text: 'forget', user: ada, channel: news });
    await bot.server.slash({ command: '/nutgraf', text: 'forget', user: people.benno, channel: news }); // prettier-ignore
    expect(bot.core.requests).toMatchObject([
      { kind: 'forget', isModerator: true },
      { kind: 'forget', isModerator: false },
    ]);
  });

  it('opens a form where a command stands alone, shows what is wrong at the field, and takes it', async () => {
    const shown = () => bot.server.viewsOf(ada)[0];
    await bot.server.slash({ command: '/summarize', text: '', user: ada, channel: news });
    const form = await bot.server.until(shown);
    const { errors } = await bot.server.submitView(form, {});
    expect(errors).toEqual({ link: 'Give me a link, a text or a file.' });
    const file = { name: 'page.html', content: '<p>The boat is red.</p>', mimetype: 'text/html' };
    await bot.server.submitView(form, { file: [file], length: 'detailed', audience: ['private'] });
    const request = only();
    expect(request).toMatchObject({ channel: news, length: 'detailed', isPrivate: true });
    await bot.server.until(() => bot.server.ephemeralsFor(ada)[0]);
    const source = request.kind === 'summarize' ? request.sources[0] : undefined;
    if (source?.kind !== 'file') throw new Error('no file');
    expect(await bot.slack.download(source.file, signal())).toMatchObject({
      status: 'downloaded',
      mediaType: 'text/html',
      body: Buffer.from(file.content),
    });
  });

  it('takes a message by its menu, and answers in its thread', async () => {
    const { message } = await bot.server.say({ channel: news, user: ada, text: `look: ${link}` });
    await bot.server.shortcut({ callback_id: 'summarize_message', message, user: people.benno });
    const { replyTo } = only();
    await bot.server.until(() => bot.server.ephemeralsFor(people.benno)[0]);
    await bot.slack.send(replyTo, { post: summary, key, audience: 'everyone' }, signal());
    expect(bot.server.thread(news, message.ts)).toHaveLength(2);
  });

  it('takes a click, and changes what was clicked', async () => {
    await mention();
    const { replyTo } = only();
    await bot.slack.send(replyTo, { post: summary, key, audience: 'everyone' }, signal());
    const answer = bot.server.world.messages[1];
    if (answer === undefined) throw new Error('no answer');
    await bot.server.click({ message: answer, action_id: 'shorter', user: people.benno });
    const click = bot.core.requests[1];
    if (click?.kind !== 'follow-up' || click.from.kind !== 'button') throw new Error('no click');
    expect(click).toMatchObject({
      about: { key },
      ask: { kind: 'shorter' },
      isPrivate: true,
      isModerator: false,
      from: { message: { id: `${news}/${answer.thread_ts ?? ''}` } },
    });
    const shorter = { ...summary, actions: ['longer'] as const };
    const { message } = click.from;
    await bot.slack.replace(message, { post: shorter, key, audience: 'everyone' }, signal());
    expect(JSON.stringify(bot.server.world.messages[1])).not.toContain('"shorter"');
    await bot.slack.send(click.replyTo, { post: summary, key: 'beside', audience: 'person' }, signal()); // prettier-ignore
    expect(bot.server.ephemeralsFor(people.benno)).toHaveLength(1);
    await bot.slack.remove(message, signal());
    expect(bot.server.world.messages.filter((one) => one.onlyFor === undefined)).toHaveLength(1);
  });

  it('changes and removes what was clicked where it is no member', async () => {
    await bot.server.slash({ command: '/summarize', text: link, user: ada, channel: harbour });
    await bot.slack.send(only().replyTo, { post: summary, key, audience: 'everyone' }, signal());
    const [answer] = bot.server.messagesIn(harbour);
    if (answer === undefined) throw new Error('no answer');
    await bot.server.click({ message: answer, action_id: 'delete', user: ada });
    const click = bot.core.requests[1];
    if (click?.kind !== 'follow-up' || click.from.kind !== 'button') throw new Error('no click');
    expect(click).toMatchObject({ ask: { kind: 'delete' }, isModerator: true });
    const post = { ...summary, actions: [] };
    await bot.slack.replace(click.from.message, { post, key, audience: 'everyone' }, signal());
    expect(JSON.stringify(bot.server.messagesIn(harbour))).not.toContain('actions');
    await bot.slack.remove(click.from.message, signal());
    expect(bot.server.messagesIn(harbour)).toEqual([]);
  });

  it('changes and removes a private answer by its buttons', async () => {
    await bot.server.slash({ command: '/summarize', text: `${link} private`, user: ada, channel: news }); // prettier-ignore
    await bot.slack.send(only().replyTo, { post: summary, key, audience: 'everyone' }, signal());
    const answer = bot.server.ephemeralsFor(ada).at(-1);
    if (answer === undefined) throw new Error('no answer');
    await bot.server.click({ message: answer, action_id: 'longer', user: ada });
    const click = bot.core.requests[1];
    if (click?.kind !== 'follow-up' || click.from.kind !== 'button') throw new Error('no click');
    const post = { ...summary, actions: [] };
    await bot.slack.replace(click.from.message, { post, key, audience: 'everyone' }, signal());
    const flat = () => JSON.stringify(bot.server.ephemeralsFor(ada));
    expect(flat()).not.toContain('"longer"');
    expect(flat()).toContain('harbour master');
    await bot.slack.remove(click.from.message, signal());
    expect(flat()).not.toContain('harbour master');
    expect(bot.server.messagesIn(news)).toEqual([]);
  });

  it('tells a problem to the person alone, and takes the placeholder away', async () => {
    await mention();
    const { replyTo } = only();
    const post = progressPost([]);
    const sent = await bot.slack.send(replyTo, { post, key, audience: 'everyone' }, signal());
    const problem = { post: progressPost(['nothing']), key, audience: 'person' } as const;
    await bot.slack.replace(sent, problem, signal());
    expect(bot.server.ephemeralsFor(ada)).toHaveLength(1);
    expect(bot.server.world.messages.filter((one) => one.onlyFor === undefined)).toHaveLength(1);
  });

  it('hears only what is for it in threads, and looks at their beginning', async () => {
    const { message: root } = await bot.server.say({
      channel: news,
      user: ada,
      text: `see ${link}`,
    });
    const say = (text: string) =>
      bot.server.say({ channel: news, user: ada, text, thread_ts: root.ts });
    await say('what a story');
    await say('shorter');
    await say(`<@${bot.server.botUserId}>`);
    expect(bot.core.requests).toMatchObject([
      { kind: 'follow-up', ask: { kind: 'shorter' }, about: { messageId: `${news}/${root.ts}` } },
      { kind: 'summarize', sources: [{ kind: 'message' }] },
    ]);
    const pointer = { channel: news, ts: root.ts };
    expect(await bot.slack.lookUp(pointer, signal())).toEqual({
      status: 'found',
      sources: [{ kind: 'link', url: link }],
    });
    expect(await bot.slack.lookUp({ channel: news, ts: '1.0' }, signal())).toEqual({
      status: 'failed',
      because: 'gone',
    });
  });

  it('says that it is busy where a request cannot be written down within a second', async () => {
    bot.core.answer = 'never';
    const [mentioned, commanded] = await Promise.all([
      mention(),
      bot.server.slash({ command: '/summarize', text: link, user: people.benno, channel: news }),
    ]);
    for (const { ack } of [...mentioned.deliveries, commanded])
      expect(ack).toMatchObject({ state: 'acknowledged' });
    await bot.server.until(() => bot.server.ephemeralsFor(ada)[0]);
    const told = bot.server.ephemeralsFor(people.benno).map(({ text }) => text);
    expect(told).toEqual([expect.stringContaining('as much to read as I can take')]);
    bot.core.answer = { status: 'accepted' };
  });

  it('passes on that it was removed', async () => {
    await bot.server.uninstall();
    expect(bot.core.scopes).toContainEqual({
      kind: 'place',
      platform: 'slack',
      place: bot.server.teamId,
    });
  });
});
