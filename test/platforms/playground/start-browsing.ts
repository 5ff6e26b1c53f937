import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { OWN_HEADER } from '../../../src/platforms/playground/http/guard-request.ts';
import { makeFolder } from '../../cli/temp-folder.ts';
import { connectBrowser } from './connect-browser.ts';
import { startBot } from './start-bot.ts';
import { startQuay, type Quay } from './start-quay.ts';

/** The whole bot, a site on this machine, and a browser that goes to its page. */
export interface Browsing {
  readonly quay: Quay;
  address(): string;
  /** The playground in a window of its own: one that shares nothing with others. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** In another tab of the same window. */
  openBeside(page: Page): Promise<Page>;
  /** Between two tests: the channel is empty, no page is open, and none complained of anything. */
  tidy(): Promise<void>;
  stopBot(): Promise<void>;
  /** Where it was before, with what it had. */
  startBotAgain(): Promise<void>;
  close(): Promise<void>;
}

export async function startBrowsing(): Promise<Browsing> {
  const folder = makeFolder({});
  const quay = await startQuay();
  const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: quay.host };
  let bot = await startBot(folder.path, env);
  const chromium = await connectBrowser();
  const opened: Page[] = [];
  /** What a page complains of: nothing may, refused scripts and styles least of all. */
  const complaints: string[] = [];

  const goTo = async (page: Page): Promise<Page> => {
    opened.push(page);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A server that is away or refuses, or a page that waits for nobody, is what some of the tests are about.
      if (message.type() === 'error' && !/ERR_|Failed to load resource/u.test(message.text()))
        complaints.push(message.text());
    });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(bot.address);
    return page;
  };
  return {
    quay,
    address: () => bot.address,
    async open(options = {}) {
      const context = await chromium.browser.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(20_000);
      return goTo(await context.newPage());
    },
    openBeside: async (page) => goTo(await page.context().newPage()),
    async tidy() {
      await clear(bot.address);
      const contexts = new Set(opened.splice(0).map((page) => page.context()));
      await Promise.all([...contexts].map((context) => context.close()));
      assert.deepEqual(complaints.splice(0), []);
    },
    stopBot: () => bot.stop(),
    async startBotAgain() {
      bot = await startBot(folder.path, { ...env, PLAYGROUND_PORT: String(bot.port) });
    },
    async close() {
      await chromium.close();
      await bot.stop();
      await quay.close();
      folder.remove();
    },
  };
}

/** As its button does. */
async function clear(address: string): Promise<void> {
  const headers = { origin: address, [OWN_HEADER]: '1' };
  const answer = await fetch(`${address}/clear`, { method: 'POST', headers });
  assert.equal(answer.status, 200);
}

export async function say(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.keyboard.press('Enter');
}

/** Files of the invented page are given as a person picks them. */
export async function give(page: Page, name: string, body: string): Promise<void> {
  await pick(page, { name, body });
  await page.locator('#chips li.there').last().waitFor();
  await say(page, '');
}

export async function pick(
  page: Page,
  ...files: readonly { readonly name: string; readonly body: string }[]
): Promise<void> {
  const mimeType = 'text/html';
  await page
    .locator('#file')
    .setInputFiles(files.map(({ name, body }) => ({ name, mimeType, buffer: Buffer.from(body) })));
}

export function answers(page: Page): Locator {
  return page.locator('#messages > .bot');
}

/** The first thing that anybody does. */
export async function summarizeExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Summarize the example article' }).click();
  await answers(page).locator('.claim').first().waitFor();
}

export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { readonly axe: typeof axe };
    const { violations: all } = await checker.run(document);
    return all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
