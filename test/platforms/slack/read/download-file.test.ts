import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PlatformFile } from '../../../../src/ports/request.ts';
import type { FileFixture } from '../../../protocol/slack/files.ts';
import { people, places, type SlackServerOptions } from '../../../protocol/slack/slack-options.ts';
import { startSlack, type Started } from '../start-slack.ts';

const page = { name: 'page.html', content: '<p>The boat is red.</p>', mimetype: 'text/html' };
const signal = () => AbortSignal.timeout(5000);

let bot: Started;
const start = async (options: SlackServerOptions = {}) => {
  await bot.stop();
  bot = await startSlack(options);
};
beforeEach(async () => {
  bot = await startSlack();
});
afterEach(() => bot.stop());

/** A file in a mention, as the bot reads it. */
async function shared(file: FileFixture): Promise<PlatformFile> {
  const text = `<@${bot.server.botUserId}>`;
  await bot.server.say({ channel: places.news, user: people.ada, text, files: [file] });
  const request = bot.core.requests.at(-1);
  const source = request?.kind === 'summarize' ? request.sources[0] : undefined;
  if (source?.kind !== 'file') throw new Error('no file was asked for');
  return source.file;
}

describe('a file of Slack', () => {
  it.each([false, true])('is downloaded with the token (own port: %s)', async (filesOnOwnPort) => {
    await start({ filesOnOwnPort });
    expect(await bot.slack.download(await shared(page), signal())).toEqual({
      status: 'downloaded',
      mediaType: 'text/html',
      body: Buffer.from(page.content),
    });
    expect(bot.server.violations).toEqual([]);
  });

  it('is asked for where it came without its address', async () => {
    const { address, ...rest } = await shared(page);
    const { id } = address as { readonly id: string };
    const file = { ...rest, address: { id } };
    expect(await bot.slack.download(file, signal())).toMatchObject({ status: 'downloaded' });
    const gone = { ...rest, address: { id: 'F0GONE' } };
    expect(await bot.slack.download(gone, signal())).toMatchObject({
      status: 'failed',
      problem: { code: 'file-not-readable' },
    });
  });

  it('is not fetched along a redirect: the token stays here', async () => {
    const file = await shared({ ...page, redirectTo: `${bot.server.elsewhereUrl}/page.html` });
    expect(await bot.slack.download(file, signal())).toMatchObject({
      status: 'failed',
      problem: { code: 'file-not-readable', reason: 'Slack does not give it to me' },
    });
    expect(bot.server.leaks).toEqual([]);
  });

  it('is not fetched from anywhere else', async () => {
    const file = { name: 'x', address: { id: 'F1', url: `${bot.server.elsewhereUrl}/x` } };
    expect(await bot.slack.download(file, signal())).toMatchObject({
      status: 'failed',
      problem: { code: 'address-not-allowed' },
    });
    expect(bot.server.leaks).toEqual([]);
  });

  it('is no page to sign in', async () => {
    const url = `${new URL(bot.server.apiUrl).origin}/signin`;
    for (const file of [
      { name: 'a.txt', mediaType: 'text/plain', address: { id: 'F1', url } },
      { name: 'a.html', mediaType: 'text/html', sizeBytes: 9, address: { id: 'F1', url } },
    ])
      expect(await bot.slack.download(file, signal())).toMatchObject({
        status: 'failed',
        problem: { code: 'file-not-readable' },
      });
  });

  it('is not read beyond its limit, whatever Slack said of its size', async () => {
    const file = await shared({ ...page, content: 'x'.repeat(100_001) });
    const problem = { code: 'too-large', limitBytes: 100_000 };
    expect(await bot.slack.download(file, signal())).toEqual({ status: 'failed', problem });
    const small = { ...file, sizeBytes: 10 };
    expect(await bot.slack.download(small, signal())).toEqual({ status: 'failed', problem });
  });

  it('that does not come is a problem, told apart by how', async () => {
    const file = await shared(page);
    bot.server.faults.fail('files', { kind: 'status', status: 503 });
    bot.server.faults.fail('files', { kind: 'reset', applied: false });
    bot.server.faults.fail('files', { kind: 'status', status: 404 });
    const codes = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const downloaded = await bot.slack.download(file, signal());
      codes.push(downloaded.status === 'failed' ? downloaded.problem.code : 'downloaded');
    }
    expect(codes).toEqual(['server-error', 'unreachable', 'not-found']);
  });

  it('is given up when nobody waits for it any more', async () => {
    const file = await shared(page);
    bot.server.faults.fail('files', { kind: 'hang', applied: false });
    await expect(bot.slack.download(file, AbortSignal.timeout(100))).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
