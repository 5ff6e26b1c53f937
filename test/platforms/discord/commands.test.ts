import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InteractionResponseType, PermissionFlagsBits } from 'discord-api-types/v10';
import { textPost } from '../../../src/post/text-post.ts';
import type { Invocation } from '../../protocol/discord/people/invocation.ts';
import { key, summary } from './a-post.ts';
import { shownText } from './shown-text.ts';
import { createTestDiscord, startDiscord, type Started } from './start-discord.ts';

const url = 'https://herald.example/mill';
const everyone = 'everyone' as const;
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

function summarize(options: Readonly<Record<string, string | number | boolean>> = {}): Invocation {
  const { anna: user, channel } = bot.server;
  return bot.server.slash({ command: 'summarize', options, user, channel });
}

describe('the commands', () => {
  it('are registered where Discord has none, and left alone where they are the same', async () => {
    const puts = () => bot.server.calls.filter(({ method }) => method === 'PUT').length;
    expect(bot.server.world.commands.map(({ name }) => name)).toEqual([
      'summarize',
      'nutgraf',
      'digest',
      'Summarize',
    ]);
    expect(puts()).toBe(1);
    await bot.discord.stop();
    await bot.discord.start(bot.core);
    expect(puts()).toBe(1);
    bot.server.world.commands = bot.server.world.commands.slice(1);
    await bot.discord.stop();
    await bot.discord.start(bot.core);
    expect(puts()).toBe(2);
  });
});

describe('/summarize', () => {
  it('is written down, acknowledged as thinking, and answered in its place', async () => {
    const asked = summarize({ url, length: 'detailed', quotes: 4 });
    const request = await bot.core.request(0);
    expect(request).toMatchObject({
      kind: 'summarize',
      id: `interaction:${asked.id}`,
      platform: 'discord',
      person: bot.server.anna.id,
      channel: bot.server.channel.id,
      place: bot.server.guild.id,
      sources: [{ kind: 'link', url }],
      length: 'detailed',
      maxQuotes: 4,
      isPrivate: false,
    });
    const acknowledged = await asked.answered();
    expect(acknowledged.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect(acknowledged.afterMs).toBeLessThan(3000);
    const sent = await bot.discord.send(
      request.replyTo,
      { post: summary, key, audience: everyone },
      signal,
    );
    const message = await asked.message();
    expect(message.embeds[0]).toMatchObject({
      title: 'Windmill on Harrow Hill turns again',
      url,
    });
    expect(message.buttons.map(({ label }) => label)).toEqual([
      'Shorter',
      'Longer',
      'All quotes',
      'Where does this stand?',
      'Delete',
    ]);
    expect(sent).toMatchObject({ id: message.id });
    expect(sent.untilMs).toBeUndefined();
  });

  it('takes several links, a text, or a file, in its options', async () => {
    const bytes = '<h1>A page</h1>';
    summarize({ url: `${url} https://herald.example/two`, text: 'A text of the mill.' });
    summarize({ text: url });
    summarize({ url: 'herald.example/mill' });
    summarize({ url: 'mill' });
    bot.server.slash({
      command: 'summarize',
      options: { file: { name: 'page.html', bytes, contentType: 'text/html' } },
      user: bot.server.anna,
      channel: bot.server.channel,
    });
    const sources = async (index: number) => {
      const request = await bot.core.request(index);
      return request.kind === 'summarize' ? request.sources : undefined;
    };
    expect(await sources(0)).toEqual([
      { kind: 'link', url },
      { kind: 'link', url: 'https://herald.example/two' },
      { kind: 'text', text: 'A text of the mill.' },
    ]);
    expect(await sources(1)).toEqual([{ kind: 'link', url }]);
    expect(await sources(2)).toEqual([{ kind: 'link', url }]);
    expect(await sources(3)).toEqual([{ kind: 'link', url: 'mill' }]);
    const [file] = (await sources(4)) ?? [];
    if (file?.kind !== 'file') throw new Error('no file');
    expect(file.file).toMatchObject({ name: 'page.html', mediaType: 'text/html' });
    const downloaded = await bot.discord.download(file.file, signal);
    if (downloaded.status !== 'downloaded') throw new Error('not downloaded');
    expect(Buffer.from(downloaded.body).toString()).toBe(bytes);
  });

  it('is answered to the person alone when it is asked so', async () => {
    const asked = summarize({ url, private: true });
    const request = await bot.core.request(0);
    expect(request.isPrivate).toBe(true);
    const sent = await bot.discord.send(
      request.replyTo,
      { post: summary, key, audience: everyone },
      signal,
    );
    expect((await asked.message()).onlyFor).toBe(bot.server.anna.id);
    expect(sent.untilMs).toBe(request.replyTo.untilMs);
  });

  it('says at once what is known at once, to the person alone', async () => {
    bot.core.answer = { status: 'answered', post: textPost('No such luck.') };
    const asked = summarize();
    expect((await asked.answered()).type).toBe(InteractionResponseType.ChannelMessageWithSource);
    const message = await asked.message();
    expect(message.onlyFor).toBe(bot.server.anna.id);
    expect(message.embeds.map(shownText)).toEqual(['No such luck.']);
  });

  it('says that it is busy where the request cannot be written down in time', async () => {
    bot.core.answer = 'never';
    const asked = summarize({ url });
    const message = await asked.message();
    expect(message.onlyFor).toBe(bot.server.anna.id);
    expect(message.embeds.map(shownText).join('')).toMatch(/as much to do as I can take/u);
    expect((await asked.answered()).afterMs).toBeLessThan(3000);
  });

  it('is done once, however often Discord delivers it', async () => {
    const asked = summarize({ url });
    await asked.answered();
    asked.redeliver();
    summarize({ url: 'https://herald.example/next' });
    await bot.core.request(1);
    const callbacks = bot.server.calls.filter(({ path }) => path.endsWith('/callback'));
    expect(callbacks.filter(({ path }) => path.includes(asked.id))).toHaveLength(1);
  });

  it('takes an answer of Discord that was lost on its way as one that was given', async () => {
    bot.server.fault({ path: /callback/u, does: { kind: 'reset', applied: true } });
    const asked = summarize({ url });
    const { replyTo } = await bot.core.request(0);
    await bot.discord.send(replyTo, { post: summary, key, audience: everyone }, signal);
    expect((await asked.message()).embeds).toHaveLength(1);
    expect(bot.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
    // The repeated callback is the library's, and 40060 tells that the first one was heard.
    bot.server.violations.length = 0;
  });

  it('is not answered before it is acknowledged', async () => {
    bot.server.fault({ path: /callback/u, does: { kind: 'delay', ms: 300 } });
    const asked = summarize({ url });
    const { replyTo } = await bot.core.request(0);
    await bot.discord.send(replyTo, { post: summary, key, audience: everyone }, signal);
    expect((await asked.message()).embeds).toHaveLength(1);
  });

  it('tells a problem to the person alone, and takes the public placeholder away', async () => {
    summarize({ url });
    const { replyTo } = await bot.core.request(0);
    const post = textPost('That page is gone.');
    await bot.discord.send(replyTo, { post, key, audience: 'person' }, signal);
    const standing = bot.server.messagesIn(bot.server.channel);
    expect(standing.map(({ onlyFor }) => onlyFor)).toEqual([bot.server.anna.id]);
    expect(standing.flatMap(({ embeds }) => embeds.map(shownText))).toEqual(['That page is gone.']);
  });

  it('works for a person who brought it where the bot is no member', async () => {
    const { server } = bot;
    const carl = server.addUser({ name: 'carl' });
    const foreign = server.addGuild({ name: 'Elsewhere', owner: carl, withBot: false });
    const channel = server.addChannel({ guild: foreign, name: 'talk' });
    const asked = server.slash({
      command: 'summarize',
      options: { url },
      user: carl,
      channel,
      install: 'user',
    });
    const request = await bot.core.request(0);
    expect(request.place).toBe(foreign.id);
    expect(request.isPrivate).toBe(false);
    const sent = await bot.discord.send(
      request.replyTo,
      { post: summary, key, audience: everyone },
      signal,
    );
    expect(sent.untilMs).toBeDefined();
    const message = await asked.message();
    server.click({
      message,
      customId: message.buttons.at(-1)?.customId ?? '',
      user: carl,
    });
    const click = await bot.core.request(1);
    if (click.kind !== 'follow-up' || click.from.kind !== 'button') throw new Error('no click');
    await bot.discord.remove(click.from.message, signal);
    expect(server.messagesIn(channel)).toEqual([]);
  });

  it('is private where Discord lets apps from elsewhere answer privately alone', async () => {
    const { server } = bot;
    const carl = server.addUser({ name: 'carl' });
    const owner = server.addUser({ name: 'olga' });
    const everyone = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.UseApplicationCommands;
    const foreign = server.addGuild({ name: 'Strict', owner, withBot: false, everyone });
    server.addMember({ guild: foreign, user: carl });
    const channel = server.addChannel({ guild: foreign, name: 'talk' });
    server.slash({ command: 'summarize', options: { url }, user: carl, channel, install: 'user' });
    expect((await bot.core.request(0)).isPrivate).toBe(true);
  });
});

describe('“Summarize” in the menu of a message', () => {
  const ask = async (content: string, files: { name: string; bytes: string }[] = []) => {
    const { ben: user, anna, channel } = bot.server;
    const message = bot.server.say({ channel, user, content, files });
    bot.server.messageCommand({ name: 'Summarize', message, user: anna });
    const request = await bot.core.request(bot.core.requests.length);
    return request.kind === 'summarize' ? request.sources : undefined;
  };

  it('reads its links, its files, or its long text', async () => {
    expect(await ask(`see <${url}>, please`)).toEqual([{ kind: 'link', url }]);
    expect(await ask('', [{ name: 'message.txt', bytes: 'A page' }])).toMatchObject([
      { kind: 'file', file: { name: 'message.txt', mediaType: 'text/plain' } },
    ]);
    const long = 'The mill turned. '.repeat(20).trim();
    expect(await ask(long)).toEqual([{ kind: 'text', text: long }]);
  });

  it('leaves it to the core to say that there is nothing to read', async () => {
    expect(await ask('hello')).toEqual([{ kind: 'text', text: 'hello' }]);
  });
});

describe('/nutgraf', () => {
  it('is a private matter, with the rights of whoever manages the server', async () => {
    const { server } = bot;
    bot.core.answer = { status: 'answered', post: textPost('Done.') };
    const ask = (user: { id: string; name: string }, subcommand: string) =>
      server.slash({ command: 'nutgraf', subcommand, user, channel: server.channel });
    const asked = ask(server.anna, 'forget');
    ask(server.ben, 'status');
    expect(await bot.core.request(0)).toMatchObject({ kind: 'forget', isModerator: true });
    expect(await bot.core.request(1)).toMatchObject({ kind: 'status', isModerator: false });
    expect((await asked.message()).onlyFor).toBe(server.anna.id);
  });
});

describe('starting', () => {
  it('says when the token is refused', async () => {
    const { log } = bot;
    const wrong = createTestDiscord(bot.server, { log, messageContent: false, token: 'a.b.c' });
    await expect(wrong.start(bot.core)).rejects.toMatchObject({ code: 'refused-token' });
    bot.server.violations.length = 0;
  });

  it('says when the intent is refused', async () => {
    const { log } = bot;
    const wrong = createTestDiscord(bot.server, { log, messageContent: true });
    await expect(wrong.start(bot.core)).rejects.toMatchObject({ code: 'not-allowed' });
    bot.server.violations.length = 0;
  });
});
