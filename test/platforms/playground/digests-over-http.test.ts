import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reply } from '../../../src/platforms/playground/create-talk.ts';
import type { ShownDigest } from '../../../src/platforms/playground/playground-parts.ts';
import { makeFolder } from '../../cli/temp-folder.ts';
import { isBot, openPage, textOf, type OpenPage } from './open-page.ts';
import { startBot, type BotOnPage } from './start-bot.ts';
import { startQuay, type Quay } from './start-quay.ts';

let bot: BotOnPage;
let quay: Quay;
/** A site without a feed. */
let other: Server;
let empty: string;
let folder: ReturnType<typeof makeFolder>;
let page: OpenPage;

beforeAll(async () => {
  folder = makeFolder({});
  quay = await startQuay();
  other = createServer((_request, response) => response.writeHead(404).end());
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  empty = `127.0.0.1:${(other.address() as AddressInfo).port}`;
  // That a feed was not read stands in the log as a warning.
  const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: `${quay.host},${empty}`, LOG_LEVEL: 'error' };
  bot = await startBot(folder.path, env);
  page = await openPage(bot.address);
});
afterAll(async () => {
  await page.close();
  await bot.stop();
  await quay.close();
  other.closeAllConnections();
  other.close();
  folder.remove();
});

const latest = () => page.messages().findLast(isBot);

/** Resolves once an answer says so. */
const untilSaid = (words: string): Promise<void> =>
  page.until((messages) => messages.some((one) => isBot(one) && textOf(one).includes(words)));

async function post(path: string, body: object): Promise<Reply> {
  return (await (await page.post(path, body)).json()) as Reply;
}

describe('a digest in the playground', () => {
  it('keeps what was typed where a feed is none, and offers to change it', async () => {
    const source = `${quay.feed}\nhttp://${empty}/feed.xml`;
    const fields = { name: 'Quayside', source, schedule: 'weekdays at 9', timezone: 'Asia/Tokyo' };
    const reply = await post('/submit', { about: { kind: 'create' }, fields });
    expect(reply).toEqual({ status: 'taken' });
    await untilSaid(`${empty}/feed.xml: `);
    const faulty = latest();
    expect(faulty?.post.actions).toEqual(['change']);
    const opened = await post('/press', { message: faulty?.id, action: 'change' });
    if (opened.status !== 'form') throw new Error('no form opens');
    const values = new Map(opened.form.fields.map(({ name, value }) => [name, value]));
    expect(values.get('source')).toContain(`http://${empty}/feed.xml`);
    expect(values.get('name')).toBe('Quayside');
    const mended = { ...fields, source: quay.feed };
    await post('/submit', { about: opened.form.about, fields: mended });
    await untilSaid('is this what you mean?');
    await post('/press', { message: latest()?.id, action: 'confirm' });
    await untilSaid('“Quayside” is set');
  });

  it('says its zone once, and what was posted in plain words', async () => {
    await page.say('/digest run Quayside');
    await page.until((messages) => messages.some((one) => isBot(one) && one.below !== undefined));
    await page.say('/digest run Quayside');
    await untilSaid('There is nothing new for “Quayside”, so nothing was posted.');
    const { digests } = (await (await page.get('/digests')).json()) as {
      readonly digests: readonly ShownDigest[];
    };
    const [shown] = digests;
    expect(shown?.plan.timezone).toBe('Asia/Tokyo');
    expect(shown?.plan.next.join()).not.toContain('Tokyo');
    const lines = shown?.runs.map(({ line }) => line.replace(/^.*\d: /u, ''));
    expect(lines).toEqual(['nothing new, on request', '3 stories posted, on request']);
  });

  it('does not strike out the headline that stands above the article', async () => {
    const shared: unknown = await (await page.post('/example')).json();
    await page.ask('/summarize', { files: [shared] });
    const id = latest()?.post.sections[0]?.articleId ?? '';
    const shown = (await (await page.get(`/article?id=${id}`)).json()) as {
      readonly article: { readonly title: string };
      readonly cuts: readonly { readonly text: string }[];
    };
    expect(shown.cuts.length).toBeGreaterThan(0);
    expect(shown.cuts.map(({ text }) => text)).not.toContain(shown.article.title);
  });
});
