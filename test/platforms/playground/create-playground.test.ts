import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPlayground } from '../../../src/platforms/playground/create-playground.ts';
import { OWN_HEADER } from '../../../src/platforms/playground/http/guard-request.ts';
import type { AnswerOverHttp } from '../../../src/platforms/playground/playground-parts.ts';
import type { SharedFile } from '../../../src/platforms/playground/message.ts';
import { createFakeCore, createFakeLog, type FakeCore } from '../fake-core.ts';
import { makeFolder } from '../../cli/temp-folder.ts';
import { systemClock } from '../../../src/ops/system-clock.ts';

const signal = new AbortController().signal;
let folder: ReturnType<typeof makeFolder>;
let core: FakeCore;
let log: ReturnType<typeof createFakeLog>;
let keys = 0;

beforeEach(() => {
  folder = makeFolder({});
  core = createFakeCore();
  log = createFakeLog();
});
afterEach(() => folder.remove());

/** The adapter, and how its page would ask it. */
async function start() {
  let answer: AnswerOverHttp | undefined;
  const unasked = () => Promise.reject(new Error('nobody asks for it here'));
  const platform = createPlayground({
    folder: folder.path,
    clock: systemClock,
    log,
    newKey: () => {
      keys += 1;
      return `key${String(keys).padStart(19, '0')}`;
    },
    isClosing: () => false,
    maxPdfBytes: 1000,
    maxPageBytes: 1000,
    listen(taken) {
      answer = taken;
      return Promise.resolve({ address: 'http://localhost:3000', close: () => Promise.resolve() });
    },
    payloads: { discord: unasked, slack: unasked },
    fitsOneMessage: () => true,
    findArticle: unasked,
    listDigests: unasked,
    readExample: unasked,
  });
  await platform.start(core);
  const post = async (path: string, body: string): Promise<unknown> => {
    const headers = { origin: 'http://localhost:3000', [OWN_HEADER]: '1' };
    const url = `http://localhost:3000${path}`;
    const answered = await answer?.(
      new Request(url, { method: 'POST', headers, body }),
      '127.0.0.1',
    );
    return answered?.json();
  };
  return { platform, post };
}

describe('the playground', () => {
  it('asks again for what was said and not taken before the process ended', async () => {
    const message = {
      id: 'said-before-the-end',
      by: 'person',
      atMs: 0,
      text: 'https://quay.example/ferry short',
      files: [],
      isWaiting: true,
    };
    const answered = { ...message, id: 'answered-before', isWaiting: false };
    writeFileSync(
      join(folder.path, 'channel.json'),
      JSON.stringify({ messages: [answered, message] }),
    );
    await start();
    expect(core.requests).toMatchObject([
      {
        id: 'said-before-the-end',
        kind: 'summarize',
        sources: [{ kind: 'link', url: 'https://quay.example/ferry' }],
        length: 'brief',
      },
    ]);
  });

  it('hands over the files of a message, for as long as they are kept', async () => {
    const { platform, post } = await start();
    const file = (await post('/files?name=quay.txt', 'The ferry is back.')) as SharedFile;
    await post('/say', JSON.stringify({ id: 'look-at-this-file', text: '', files: [file] }));
    expect(core.requests).toMatchObject([{ kind: 'summarize', sources: [{ kind: 'file' }] }]);
    const found = await platform.lookUp({ id: 'look-at-this-file' }, signal);
    const source = found.status === 'found' ? found.sources[0] : undefined;
    if (source?.kind !== 'file') throw new Error('the message holds no file');
    expect(source.file.name).toBe('quay.txt');
    const body = Buffer.from('The ferry is back.');
    expect(await platform.download(source.file, signal)).toEqual({ status: 'downloaded', body });
    await post('/clear', '');
    expect(await platform.download(source.file, signal)).toMatchObject({ status: 'failed' });
    expect(await platform.lookUp({ id: 'look-at-this-file' }, signal)).toMatchObject({
      because: 'gone',
    });
    const outside = { ...source.file, address: { id: '../../channel.json/../chan' } };
    expect(await platform.download(outside, signal)).toMatchObject({ status: 'failed' });
  });

  it('says that it is too much where the bot does not take what is said', async () => {
    core.answer = {
      status: 'answered',
      post: {
        sections: [{ parts: [{ kind: 'text', text: 'Too much.' }], notes: [] }],
        actions: [],
      },
    };
    const { post } = await start();
    await post('/say', JSON.stringify({ id: 'one-too-many', text: 'https://quay.example/1' }));
    const { platform } = await start();
    // In another process, too, it is answered: nothing is asked again.
    expect(core.requests).toHaveLength(1);
    expect(await platform.lookUp({ id: 'one-too-many' }, signal)).toMatchObject({
      status: 'found',
    });
  });

  it('begins anew where what it kept is no channel, and keeps that for whoever wants to look', async () => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, 'channel.json'), '{"messages": [');
    await start();
    expect(existsSync(join(folder.path, 'channel.json.unreadable'))).toBe(true);
    expect(log.lines).toEqual([expect.stringContaining('cannot be read')]);
  });

  it('keeps the latest messages', async () => {
    const { platform } = await start();
    const post = { sections: [{ parts: [], notes: [] }], actions: [] };
    const to = platform.toChannel('playground', 0);
    for (let at = 0; at < 210; at += 1)
      await platform.send(to, { post, key: `sent${at}`, audience: 'everyone' }, signal);
    expect(await platform.find(to, 'sent9', signal)).toEqual({ status: 'absent' });
    expect(await platform.find(to, 'sent10', signal)).toMatchObject({ status: 'found' });
  });
});
