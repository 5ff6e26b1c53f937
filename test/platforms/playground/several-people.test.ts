import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from '../../cli/temp-folder.ts';
import { isBot, openPage, textOf, type OpenPage } from './open-page.ts';
import { startBot, type BotOnPage } from './start-bot.ts';

const password = 'tide and mooring';
const headers = basic(password);
let bot: BotOnPage;
let folder: ReturnType<typeof makeFolder>;
let pages: OpenPage[];

beforeEach(async () => {
  folder = makeFolder({});
  bot = await startBot(folder.path, { PLAYGROUND_PASSWORD: password });
  pages = [];
});
afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()));
  await bot.stop();
  folder.remove();
});

function basic(given: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`me:${given}`).toString('base64')}` };
}

async function open(cookies = new Map<string, string>()): Promise<OpenPage> {
  const page = await openPage(bot.address, { headers, cookies });
  pages.push(page);
  return page;
}

const answersOn = (page: OpenPage) => page.messages().filter(isBot).map(textOf).join('\n');

describe('a playground with several people', () => {
  it('shows what is private to the browser that asked, in all of its tabs, and to nobody else', async () => {
    const mine = new Map<string, string>();
    const [tab, other] = [await open(mine), await open(mine)];
    const stranger = await open();
    expect(await tab.ask('/nutgraf help')).toContain('What I can do');
    await other.until((messages) => messages.some(isBot));
    expect(answersOn(other)).toContain('What I can do');
    const secret = tab.messages().find(isBot);
    expect(secret?.isPrivate).toBe(true);
    // What comes after it has come to the stranger, and it has not.
    const text = 'The Tern Street library opens again. '.repeat(50);
    await stranger.ask(`/summarize ${text}`);
    await tab.until((messages) => messages.filter(isBot).length === 2);
    expect(answersOn(stranger)).not.toContain('What I can do');
    expect(JSON.stringify(stranger.messages())).not.toContain('/nutgraf help');
    const late = await open();
    expect(JSON.stringify(late.messages())).not.toContain(secret?.id);
    expect((await late.get(`/drawing?look=slack&message=${secret?.id}`)).status).toBe(404);
    expect((await tab.get(`/drawing?look=slack&message=${secret?.id}`)).status).toBe(200);
    const pressed = await late.post('/summarize', { message: secret?.id });
    expect(await pressed.json()).toEqual({ status: 'gone' });
  });

  it('takes away from the others what turned out to be for one alone', async () => {
    const [one, other] = [await open(), await open()];
    expect(await one.ask('/summarize http://127.0.0.1:1/never')).not.toBe('');
    await other.until((messages) => messages.length > 0 && !messages.some(isBot));
    // It is somebody else's word to the other.
    expect(other.messages()).toMatchObject([{ by: 'person', isOthers: true }]);
    expect(one.messages().some((message) => 'isOthers' in message)).toBe(false);
    expect(JSON.stringify(other.messages())).not.toContain('"person":');
  });

  it('answers after a restart who asked before it', async () => {
    const mine = new Map<string, string>();
    const page = await open(mine);
    await page.ask('/nutgraf help');
    await Promise.all(pages.splice(0).map((one) => one.close()));
    await bot.stop();
    bot = await startBot(folder.path, { PLAYGROUND_PASSWORD: password });
    expect(answersOn(await open(mine))).toContain('What I can do');
    expect(answersOn(await open())).toBe('');
  });

  it('lets in who has the password, whatever others try', async () => {
    const mine = new Map<string, string>();
    const page = await open(mine);
    const attempt = (given: string) => fetch(bot.address, { headers: basic(given) });
    for (let tries = 0; tries < 20; tries += 1) expect((await attempt('x')).status).toBe(401);
    const heldUp = attempt('x');
    expect((await attempt(password)).status).toBe(200);
    expect(await page.ask('/nutgraf help')).toContain('What I can do');
    await bot.stop();
    expect((await heldUp).status).toBe(401);
    bot = await startBot(folder.path, { PLAYGROUND_PASSWORD: password });
  });
});

it('a playground for one person says of nothing that it is private', async () => {
  const own = makeFolder({});
  const alone = await startBot(own.path);
  const [page, tab] = [await openPage(alone.address), await openPage(alone.address)];
  await page.ask('/nutgraf help');
  await tab.until((messages) => messages.some(isBot));
  expect(tab.messages().map(({ isPrivate }) => isPrivate)).toEqual([false, false]);
  await Promise.all([page.close(), tab.close()]);
  await alone.stop();
  own.remove();
});
