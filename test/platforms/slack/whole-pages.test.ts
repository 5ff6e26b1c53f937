import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Source } from '../../../src/ports/request.ts';
import { people, places } from '../../protocol/slack/slack-options.ts';
import { startSlack, type Started } from './start-slack.ts';

const { ada } = people;
const { news, adasMessages } = places;
const folder = path.resolve(import.meta.dirname, '../../fixtures/pasted/other-stories');
const page = readFileSync(path.join(folder, 'page.txt'), 'utf8');
const signal = () => AbortSignal.timeout(5000);

let bot: Started;
beforeEach(async () => {
  bot = await startSlack();
});
afterEach(() => bot.stop());

function source(): Source {
  const request = bot.core.requests.at(-1);
  const [first, ...more] = request?.kind === 'summarize' ? request.sources : [];
  if (first === undefined || more.length > 0) throw new Error('not one source');
  return first;
}

function expectText(): void {
  const found = source();
  if (found.kind !== 'text') throw new Error(`a ${found.kind} and no text`);
  expect(found.text).toBe(page.trim());
}

async function expectFile(): Promise<void> {
  const found = source();
  if (found.kind !== 'file') throw new Error(`a ${found.kind} and no file`);
  const downloaded = await bot.slack.download(found.file, signal());
  expect(downloaded).toMatchObject({ status: 'downloaded', body: Buffer.from(page) });
}

describe('a whole pasted page gets in', () => {
  it('behind a mention', async () => {
    await bot.server.say({ channel: news, user: ada, text: `<@${bot.server.botUserId}> ${page}` });
    expectText();
  });

  it('as a direct message', async () => {
    await bot.server.say({ channel: adasMessages, user: ada, text: page });
    expectText();
  });

  it('as a message, by its menu', async () => {
    const { message } = await bot.server.say({ channel: news, user: ada, text: page });
    await bot.server.shortcut({ callback_id: 'summarize_message', message, user: ada });
    expectText();
  });

  it('behind the command', async () => {
    await bot.server.slash({ command: '/summarize', text: page, user: ada, channel: news });
    expectText();
  });

  it.each(['hosted', 'snippet'] as const)(
    'as a file (%s), mentioned or by its menu',
    async (mode) => {
      const files = [{ name: 'page.txt', content: page, mode }];
      const { message } = await bot.server.say({
        channel: news,
        user: ada,
        text: `<@${bot.server.botUserId}>`,
        files,
      });
      await expectFile();
      await bot.server.shortcut({ callback_id: 'summarize_message', message, user: ada });
      await expectFile();
    },
  );

  it('through the form, as a file', async () => {
    await bot.server.slash({ command: '/summarize', text: '', user: ada, channel: news });
    const form = await bot.server.until(() => bot.server.viewsOf(ada)[0]);
    await bot.server.submitView(form, { file: [{ name: 'page.txt', content: page }] });
    await expectFile();
  });

  it('as what a thread began with', async () => {
    const { message } = await bot.server.say({ channel: news, user: ada, text: page });
    const found = await bot.slack.lookUp({ channel: news, ts: message.ts }, signal());
    expect(found).toEqual({ status: 'found', sources: [{ kind: 'text', text: page.trim() }] });
  });
});
