import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Request, Source } from '../../../src/ports/request.ts';
import { startThread } from './start-thread.ts';
import { startDiscord, type Started } from './start-discord.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/pasted/other-stories');
const page = readFileSync(path.join(folder, 'page.txt'), 'utf8');
/** What a client makes of a paste that is too long for a message. */
const file = { name: 'message.txt', bytes: page };
const signal = () => AbortSignal.timeout(5000);

function sourceOf(request: Request): Source {
  const [first, ...more] = request.kind === 'summarize' ? request.sources : [];
  if (first === undefined || more.length > 0) throw new Error('not one source');
  return first;
}

describe.each([
  ['with the message content intent', true],
  ['without it', false],
])('a whole pasted page gets in, %s,', (_name, messageContent) => {
  let bot: Started;
  beforeEach(async () => {
    bot = await startDiscord({ messageContent });
  });
  afterEach(async () => {
    await bot.stop();
    expect(bot.server.violations).toEqual([]);
  });

  const me = (): string => `<@${bot.server.botUserId}>`;
  const say = (content: string, more: Partial<Parameters<Started['server']['say']>[0]> = {}) =>
    bot.server.say({ channel: bot.server.channel, user: bot.server.anna, content, ...more });
  const slash = (options: Parameters<Started['server']['slash']>[0]['options'] = {}) =>
    bot.server.slash({
      command: 'summarize',
      options,
      user: bot.server.anna,
      channel: bot.server.channel,
    });
  const choose = (message: { readonly id: string }) =>
    bot.server.messageCommand({ name: 'Summarize', message, user: bot.server.ben });

  async function expectFile(found: Source): Promise<void> {
    if (found.kind !== 'file') throw new Error(`a ${found.kind} and no file`);
    const downloaded = await bot.discord.download(found.file, signal());
    expect(downloaded).toMatchObject({ status: 'downloaded', body: Buffer.from(page) });
  }

  it('as a file of the command', async () => {
    slash({ file: { name: 'page.txt', bytes: page } });
    await expectFile(sourceOf(await bot.core.request(0)));
  });

  it('in the text option, which has one line', async () => {
    slash({ text: page });
    const text = page.replaceAll('\n', ' ').trim();
    expect(sourceOf(await bot.core.request(0))).toEqual({ kind: 'text', text });
  });

  it('as message.txt behind a mention', async () => {
    say(me(), { files: [file] });
    await expectFile(sourceOf(await bot.core.request(0)));
  });

  it('as message.txt in a direct message', async () => {
    say('', { channel: bot.server.directChannel(bot.server.anna), files: [file] });
    await expectFile(sourceOf(await bot.core.request(0)));
  });

  it('as message.txt by the menu of its message', async () => {
    choose(say('', { files: [file] }));
    await expectFile(sourceOf(await bot.core.request(0)));
  });

  it('as a long message by its menu', async () => {
    choose(say(page, { hasNitro: true }));
    expect(sourceOf(await bot.core.request(0))).toEqual({ kind: 'text', text: page.trim() });
  });

  it('as a long message behind a mention', async () => {
    say(`${me()} ${page}`, { hasNitro: true });
    expect(sourceOf(await bot.core.request(0))).toEqual({ kind: 'text', text: page.trim() });
  });

  it('as what a thread began with, or what a mention replies to, as far as the bot may read it', async () => {
    const first = say('', { files: [file] });
    const thread = await startThread(bot.server, first.id);
    say(me(), { channel: thread });
    say(me(), { replyTo: first });
    for (const index of [0, 1]) {
      const found = sourceOf(await bot.core.request(index));
      if (found.kind !== 'message') throw new Error(`a ${found.kind} and no pointer`);
      const looked = await bot.discord.lookUp(found.message, signal());
      if (messageContent) {
        const [only] = looked.status === 'found' ? looked.sources : [];
        if (only === undefined) throw new Error('nothing found');
        await expectFile(only);
      } else expect(looked).toEqual({ status: 'failed', because: 'content-withheld' });
    }
  });
});
