import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { makeFolder } from '../../cli/temp-folder.ts';
import { openPage, type OpenPage } from './open-page.ts';
import { startBot, type BotOnPage } from './start-bot.ts';

/** One bot for all tests of a file, and for each of them a page on an empty channel. */
export function openPageEach(take: (page: OpenPage) => void): void {
  let bot: BotOnPage;
  let folder: ReturnType<typeof makeFolder>;
  let page: OpenPage;
  beforeAll(async () => {
    folder = makeFolder({});
    bot = await startBot(folder.path);
  });
  beforeEach(async () => {
    page = await openPage(bot.address);
    take(page);
  });
  afterEach(async () => {
    await page.post('/clear');
    await page.close();
  });
  afterAll(async () => {
    await bot.stop();
    folder.remove();
  });
}
