import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from '../../cli/temp-folder.ts';
import { openPage, type OpenPage } from './open-page.ts';
import { startBot, type BotOnPage } from './start-bot.ts';

let bot: BotOnPage;
let folder: ReturnType<typeof makeFolder>;
let page: OpenPage;

beforeAll(async () => {
  folder = makeFolder({});
  bot = await startBot(folder.path);
});
beforeEach(async () => {
  page = await openPage(bot.address);
});
afterEach(async () => {
  await page.post('/clear');
  await page.close();
});
afterAll(async () => {
  await bot.stop();
  folder.remove();
});

describe('what is said in the playground', () => {
  it('is told what is wrong with it where it is no command and no link that can be opened', async () => {
    expect(await page.ask('/foo')).toContain('There is no command “/foo”');
    expect(await page.ask('ftp://quay.example/x')).toContain('begins with https:// or http://');
    expect(await page.ask('file:///etc/hostname')).toContain('begins with https:// or http://');
  });
});
