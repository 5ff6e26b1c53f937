// Draws the README's picture of the playground: the bot as `npm start` starts it, the example article, a bullet pointed
// at, photographed in a browser.
//   npm run picture
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { composeBot } from '../src/compose-bot.ts';
import { loadBotConfig } from '../src/config/load-bot-config.ts';
import { openBrowser } from './open-browser.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-picture-'));
const loaded = loadBotConfig({ env: { PLAYGROUND_PORT: '0' }, cwd: folder });
if (loaded.status === 'faulty') throw new Error(JSON.stringify(loaded.faults));

async function photograph(browser: Browser, address: string): Promise<Buffer> {
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 1.25,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('button', { name: 'Summarize the example article' }).click();
  await page.locator('#article .story').waitFor();
  await page.locator('.bot li .claim').nth(2).hover();
  await page.locator('#article mark').first().waitFor();
  return page.screenshot();
}

const bot = await composeBot(loaded.config, {
  stream: process.stderr,
  signal: new AbortController().signal,
});
const { browser, close } = await openBrowser(process.env);
try {
  const picture = await photograph(browser, bot.playground ?? '');
  writeFileSync(new URL('../docs/playground.png', import.meta.url), picture);
} finally {
  await close();
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
}
