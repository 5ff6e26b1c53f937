import { afterEach, describe, expect, it } from '@jest/globals';
import type { FollowUpRequest, Request, SummarizeRequest } from '../../../src/ports/request.ts';
import { textPost } from '../../../src/post/text-post.ts';
import { key, summary } from './a-post.ts';
import { shownText } from './shown-text.ts';
import { startThread } from './start-thread.ts';
import { startDiscord, type Started } from './start-discord.ts';

const url = 'https://herald.example/mill';
const signal = new AbortController().signal;
let bot: Started;

afterEach(async () => {
  await bot.stop();
  expect(bot.server.violations).toEqual([]);
  expect(bot.server.pings).toEqual([]);
});

const start = async (messageContent = false): Promise<void> => {
  bot = await startDiscord({ messageContent });
};
const me = (): string => `<@${bot.server.botUserId}>`;

function say(content: string, more: Partial<Parameters<Started['server']['say']>[0]> = {}) {
  return bot.server.say({ channel: bot.server.channel, user: bot.server.anna, content, ...more });
}

/** What a message asked for; it is told apart from what others asked by its id. */
async function asked(message: { readonly id: string }): Promise<Request> {
  for (let index = 0; ; index += 1) {
    const request = await bot.core.request(index);
    if (request.id === `message:${message.id}`) return request;
  }
}

const sourcesOf = async (message: { readonly id: string }) =>
  ((await asked(message)) as SummarizeRequest).sources;

/** A summary of ours, asked for by a mention. */
async function summarized() {
  const request = await asked(say(`${me()} ${url}`));
  return bot.discord.send(request.replyTo, { post: summary, key, audience: 'everyone' }, signal);
}

describe.each([
  ['with the message content intent', true],
  ['without it', false],
])('a mention, %s,', (_name, messageContent) => {
  it('with links is read, three of them at most, and answered below it without a ping', async () => {
    await start(messageContent);
    const message = say(`${me()} short: ${[1, 2, 3, 4].map((n) => `${url}/${n}`).join(' ')}`);
    const request = await asked(message);
    expect(request).toMatchObject({
      kind: 'summarize',
      person: bot.server.anna.id,
      place: bot.server.guild.id,
      sources: [1, 2, 3].map((n) => ({ kind: 'link', url: `${url}/${n}` })),
      isPrivate: false,
    });
    const sent = await bot.discord.send(
      request.replyTo,
      { post: summary, key, audience: 'everyone' },
      signal,
    );
    const [answer] = bot.server
      .messagesIn(bot.server.channel)
      .filter(({ authorId }) => authorId === bot.server.botUserId);
    expect(answer).toMatchObject({ id: sent.id, replyToId: message.id });
    expect(sent.untilMs).toBeUndefined();
  });

  it('with a length beside its link asks for that', async () => {
    await start(messageContent);
    expect(await asked(say(`${me()} ${url} short please`))).toMatchObject({ length: 'brief' });
    expect(await asked(say(`${me()} long ${url}`))).toMatchObject({ length: 'detailed' });
  });

  it('with a file or a long text is about that', async () => {
    await start(messageContent);
    const files = [{ name: 'message.txt', bytes: 'The whole page' }];
    const [file] = await sourcesOf(say(me(), { files }));
    if (file?.kind !== 'file') throw new Error('no file');
    const downloaded = await bot.discord.download(file.file, signal);
    expect(downloaded).toMatchObject({
      status: 'downloaded',
      mediaType: 'text/plain; charset=utf-8',
    });
    const text = 'The sails turned all night long. '.repeat(10).trim();
    expect(await sourcesOf(say(`${me()} ${text}`))).toEqual([{ kind: 'text', text }]);
  });

  it('with nothing is answered with what the core says, once', async () => {
    await start(messageContent);
    bot.core.answer = { status: 'answered', post: textPost('Give me a link.') };
    const message = say(me());
    const answers = () =>
      bot.server.messagesIn(bot.server.channel).filter(({ replyToId }) => replyToId === message.id);
    await bot.server.until(() => answers().length > 0);
    message.redeliver();
    await asked(say(`${me()} ${url}`));
    expect(answers().map(({ embeds }) => embeds.map(shownText).join(''))).toEqual([
      'Give me a link.',
    ]);
  });

  it('that is edited is answered only if it had nothing to work on before', async () => {
    await start(messageContent);
    const message = say(me());
    await asked(message);
    bot.server.editMessage(message, `${me()} ${url}`);
    await bot.core.request(1);
    bot.server.editMessage(message, `${me()} ${url}/other`);
    bot.server.editMessage(message, me());
    const last = await asked(say(`${me()} ${url}/last`));
    expect(bot.core.requests).toHaveLength(3);
    expect(bot.core.requests[1]).toMatchObject({ id: `message:${message.id}`, sources: [{ url }] });
    expect(bot.core.requests[2]).toBe(last);
  });

  it('in a thread is about the thread’s first message', async () => {
    await start(messageContent);
    const { server } = bot;
    const first = server.say({ channel: server.channel, user: server.ben, content: `look ${url}` });
    const thread = await startThread(server, first.id);
    const message = say(me(), { channel: thread });
    const [source] = await sourcesOf(message);
    if (source?.kind !== 'message') throw new Error('no pointer');
    expect(await bot.discord.lookUp(source.message, signal)).toEqual(
      messageContent
        ? { status: 'found', sources: [{ kind: 'link', url }] }
        : { status: 'failed', because: 'content-withheld' },
    );
  });

  it('in a reply is about the message that it replies to', async () => {
    await start(messageContent);
    const { server } = bot;
    const first = server.say({ channel: server.channel, user: server.ben, content: `look ${url}` });
    const [source] = await sourcesOf(say(`${me()} summary please`, { replyTo: first }));
    if (source?.kind !== 'message') throw new Error('no pointer');
    expect(await bot.discord.lookUp(source.message, signal)).toEqual(
      messageContent
        ? { status: 'found', sources: [{ kind: 'link', url }] }
        : { status: 'failed', because: 'content-withheld' },
    );
    server.deleteMessage(first);
    expect(await bot.discord.lookUp(source.message, signal)).toEqual({
      status: 'failed',
      because: 'gone',
    });
  });
});

describe.each([
  ['with the message content intent', true],
  ['without it', false],
])('a reply to a summary, %s,', (_name, messageContent) => {
  it('is one of the four words, or a question', async () => {
    await start(messageContent);
    const sent = await summarized();
    const replyTo = { id: sent.id ?? '' };
    for (const kind of ['shorter', 'longer', 'quotes', 'sources'] as const)
      expect(await asked(say(`${kind}!`, { replyTo }))).toMatchObject({
        kind: 'follow-up',
        about: { key },
        ask: { kind },
        from: { kind: 'reply', isAddressed: true, otherwise: [] },
      });
    expect(await asked(say('Who paid for the sails?', { replyTo }))).toMatchObject({
      ask: { kind: 'question', text: 'Who paid for the sails?' },
    });
  });

  it('with the ping off is understood, or told what to do instead', async () => {
    await start(messageContent);
    const sent = await summarized();
    const message = say('shorter', { replyTo: { id: sent.id ?? '' }, ping: false });
    if (messageContent) {
      expect(await asked(message)).toMatchObject({ ask: { kind: 'shorter' } });
      return;
    }
    const hint = await bot.server.until(() =>
      bot.server.messagesIn(bot.server.channel).find(({ replyToId }) => replyToId === message.id),
    );
    expect(hint.embeds.map(shownText).join('')).toMatch(/reply with the ping on/u);
    expect(bot.core.requests).toHaveLength(1);
  });

  it('that only says thanks is left alone', async () => {
    await start(messageContent);
    const sent = await summarized();
    say('thank you!', { replyTo: { id: sent.id ?? '' } });
    say('🎉🎉', { replyTo: { id: sent.id ?? '' } });
    await asked(say(`${me()} ${url}/next`));
    expect(bot.core.requests).toHaveLength(2);
  });
});

describe('in direct messages', () => {
  it('everything that a person says is for the bot', async () => {
    await start();
    const channel = bot.server.directChannel(bot.server.ben);
    const user = bot.server.ben;
    expect(await asked(say(url, { channel, user }))).toMatchObject({
      sources: [{ kind: 'link', url }],
      place: `dm:${user.id}`,
    });
    expect(await asked(say('hello there', { channel, user }))).toMatchObject({ sources: [] });
    expect(await asked(say('help', { channel, user }))).toMatchObject({ sources: [] });
  });

  it.each([
    ['Shorter', { kind: 'shorter' }],
    ['who paid for the sails?', { kind: 'question', text: 'who paid for the sails?' }],
  ])('what is said without a reply is about the latest answer there: %s', async (text, ask) => {
    await start();
    const channel = bot.server.directChannel(bot.server.ben);
    expect(await asked(say(text, { channel, user: bot.server.ben }))).toMatchObject({
      kind: 'follow-up',
      about: { latestIn: channel.id },
      ask,
      from: { isAddressed: true, otherwise: [] },
    });
  });
});

describe('what is not for the bot', () => {
  it('is ignored: talk, other bots, everyone, previews of links', async () => {
    await start(true);
    const { server } = bot;
    const robot = server.addUser({ name: 'robot', bot: true });
    server.addMember({ guild: server.guild, user: robot });
    say(`look at ${url}`);
    say('@everyone listen');
    say(`${me()} ${url}`, { user: robot });
    const other = say(`look at ${url}`);
    say('shorter', { replyTo: other });
    const message = say(`${me()} ${url}/first`);
    await asked(message);
    server.unfurl(message, [{ url: `${url}/first`, title: 'The mill' }]);
    await asked(say(`${me()} ${url}/second`));
    expect(bot.core.requests).toHaveLength(2);
  });
});

describe('a question in a thread', () => {
  it('is about the message of ours that the thread was started from', async () => {
    await start();
    const { server } = bot;
    const sent = await summarized();
    const id = sent.id ?? '';
    const channel = await startThread(server, id);
    expect(await asked(say(`${me()} who paid?`, { channel }))).toMatchObject({
      kind: 'follow-up',
      about: { messageId: id },
      ask: { kind: 'question', text: 'who paid?' },
      from: { isAddressed: true, otherwise: [{ kind: 'message' }] },
    } satisfies Partial<Record<keyof FollowUpRequest, unknown>>);
  });
});
