import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { makeFolder } from '../../cli/temp-folder.ts';
import { connectBrowser, type ConnectedBrowser } from './connect-browser.ts';
import { startBot, type BotOnPage } from './start-bot.ts';

const PASSWORD = 'tide and mooring';

let chromium: ConnectedBrowser;
let bot: BotOnPage;
let folder: ReturnType<typeof makeFolder>;

beforeAll(async () => {
  folder = makeFolder({});
  const env = { PLAYGROUND_HOST: '127.0.0.1', PLAYGROUND_PASSWORD: PASSWORD };
  bot = await startBot(folder.path, env);
  chromium = await connectBrowser();
}, 60_000);
afterAll(async () => {
  await chromium.close();
  await bot.stop();
  folder.remove();
});

/** Goes there with what somebody types where the browser asks. */
async function signIn(
  password?: string,
): Promise<{ readonly page: Page; readonly status: number | undefined }> {
  const typed = password === undefined ? {} : { httpCredentials: { username: 'mara', password } };
  const context = await chromium.browser.newContext(typed);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const answer = await page.goto(bot.address);
  return { page, status: answer?.status() };
}

describe('a playground with a password', () => {
  it('is as good as without one for who has it', async () => {
    const { page, status } = await signIn(PASSWORD);
    expect(status).toBe(200);
    await page.getByRole('button', { name: 'Summarize the example article' }).click();
    await page.locator('#messages > .bot .claim').first().click();
    await page.locator('#article mark').first().waitFor();
    await page.getByRole('button', { name: 'Shorter' }).click();
    await page.locator('.actions', { hasText: 'Longer' }).first().waitFor();
    await page.context().close();
  });

  it.each([undefined, '', 'tide and moorings'])('shows nothing for %j', async (password) => {
    const { page, status } = await signIn(password);
    expect(status).toBe(401);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.context().close();
  });
});
