// Draws the README's pictures of answers on Discord and on Slack: the example article through the real reader,
// summarizer and renderers, shown by the playground's looks, photographed in a browser.
//   npm run picture
import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { discordPage, slackPage } from './chat-page.ts';
import { examplePost, exampleUrl } from './example-post.ts';
import { openBrowser } from './open-browser.ts';

/** Two of them stand side by side in the README. */
const widthPx = 620;
/** For screens with small pixels. */
const scale = 1.25;

/** Pictures of pages, all as high as the highest. */
async function photograph(browser: Browser, htmls: readonly string[]): Promise<readonly Buffer[]> {
  const viewport = { width: widthPx, height: 400 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale });
  const shown = await Promise.all(
    htmls.map(async (html) => {
      const page = await context.newPage();
      await page.setContent(html);
      return page.locator('main');
    }),
  );
  const boxes = await Promise.all(shown.map((main) => main.boundingBox()));
  const heightPx = Math.max(...boxes.map((box) => box?.height ?? 0));
  return Promise.all(
    shown.map(async (main) => {
      await main.evaluate((element, height) => {
        element.style.minHeight = `${height}px`;
      }, heightPx);
      return main.screenshot();
    }),
  );
}

const post = await examplePost('standard');
const pages = {
  discord: discordPage(post, 'dark'),
  slack: slackPage(post, { theme: 'light', url: exampleUrl }),
};
const { browser, close } = await openBrowser(process.env);
try {
  const pictures = await photograph(browser, Object.values(pages));
  for (const [index, name] of Object.keys(pages).entries())
    writeFileSync(new URL(`../docs/${name}.png`, import.meta.url), pictures[index] ?? '');
} finally {
  await close();
}
