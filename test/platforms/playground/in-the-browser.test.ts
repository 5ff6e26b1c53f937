import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { actionLabel } from '../../../src/post/action-label.ts';
import { summaryActions } from '../../../src/post/summary-post.ts';
import { answers, give, say, startBrowsing, violations, type Browsing } from './start-browsing.ts';

const pasted = readFileSync(
  path.resolve(import.meta.dirname, '../../fixtures/pasted/blog-with-comments/page.txt'),
  'utf8',
);
const TITLE = 'After six winters of mud and lawsuits, Port Ansel gets its deep harbour back';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
}, 60_000);
afterEach(() => browsing.tidy());
afterAll(() => browsing.close());

describe('the playground in a browser', () => {
  it('shows in the first minute what it is: an answer, where it stands, and how it looks elsewhere', async () => {
    const page = await browsing.open();
    await page.getByRole('button', { name: 'Summarize the example article' }).click();
    const answer = answers(page).first();
    await answer.getByRole('heading', { name: TITLE }).waitFor();
    const buttons = await answer.locator('.actions button').allTextContents();
    expect(buttons).toEqual(summaryActions('standard').map(actionLabel));

    // The article stands beside it.
    const story = page.locator('#article');
    await story.getByRole('heading', { name: TITLE }).waitFor();
    const bullet = answer.locator('li .claim').nth(1);
    await bullet.hover();
    await story.locator('mark').first().waitFor();
    expect((await story.locator('mark').allTextContents()).join(' ')).toContain(
      '118-metre coaster',
    );
    // Its name stands in an earlier paragraph; its own words stand in the tenth.
    const withName = answer.locator('li .claim').nth(2);
    expect(await withName.textContent()).toContain('Daniel Osei said harbour dues');
    expect(await withName.getAttribute('data-paragraph')).toBe('10');

    const quote = answer.locator('blockquote .claim').first();
    await quote.focus();
    await story.locator('mark', { hasText: 'I stopped believing in dates' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^It stands in paragraph 3 of/u).waitFor();

    await page.getByRole('radio', { name: 'Discord' }).check();
    await page.locator('.discord .embed-title', { hasText: TITLE }).waitFor();
    await page.locator('.discord .claim').nth(1).hover();
    await story.locator('mark', { hasText: '118-metre coaster' }).waitFor();
    await page.getByText('What Discord gets').click();
    await page.getByText(/of 6,000 characters in all embeds/u).waitFor();
    expect(await page.locator('.payload pre').textContent()).toContain('"allowed_mentions"');
    await page.getByRole('radio', { name: 'Slack' }).check();
    await page.locator('.slack .rich').first().waitFor();
    await page.locator('.slack button', { hasText: 'Shorter' }).click();
    await page.getByRole('radio', { name: 'Post' }).check();
    await page.getByRole('button', { name: 'Longer' }).waitFor();
    await page.locator('.actions', { hasNotText: 'Shorter' }).waitFor();
  });

  it('has what was cut from the page where it stood, struck out, with the rule that cut it', async () => {
    const page = await browsing.open();
    await page.getByRole('button', { name: 'Summarize the example article' }).click();
    const story = page.locator('#article .story');
    await story.locator('p').first().waitFor();
    await page.getByText(/^\d+ things were cut from the page/u).waitFor();
    const [above, shut, ...rest] = await story.locator(':scope > *').allInnerTexts();
    expect(above).toMatch(/^\d+ things were cut here\s*hidden, notice, outside, navigation/u);
    expect(shut).toMatch(/^PORT ANSEL/u);
    const related = rest.findIndex((text) => text.startsWith('aside Related stories'));
    expect(rest[related - 1]).toMatch(/^The harbour was shut in February 2025/u);
    expect(rest[related + 1]).toMatch(/^What was meant to be an eight-month job/u);

    // Many at one place are opened by the keyboard, and stay open while other things are pointed at.
    const below = story.locator('details').last();
    const last = below.locator('del', { hasText: /^Privacy policy$/u });
    expect(await last.isVisible()).toBe(false);
    await below.locator('summary').focus();
    await page.keyboard.press('Enter');
    await last.waitFor();
    const lists = await story.getByRole('list', { name: 'Cut here' }).count();
    expect(lists).toBeGreaterThan(1);
    await answers(page).locator('.claim').first().hover();
    await story.locator('mark').first().waitFor();
    await answers(page).locator('.claim').nth(1).hover();
    await story.locator('mark', { hasText: '118-metre coaster' }).waitFor();
    expect(await last.isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  it('reads a whole page that is pasted, and answers what is asked about it', async () => {
    const page = await browsing.open();
    await page.getByRole('textbox', { name: 'Message' }).evaluate((box, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      box.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, pasted);
    await page.locator('#chips li', { hasText: 'Pasted page.txt' }).waitFor();
    await say(page, '/summarize');
    await answers(page).locator('.claim').first().waitFor();
    await say(page, 'quotes');
    await answers(page).nth(1).locator('blockquote, p').first().waitFor();

    // The menu of a message, by the keyboard.
    await page.locator('#messages .person .more').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await answers(page).nth(2).locator('.claim').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('Replying to:').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByText('Replying to:').isVisible()).toBe(false);
  });

  it('completes commands by the keyboard alone', async () => {
    const page = await browsing.open();
    await page.getByRole('textbox', { name: 'Message' }).focus();
    await page.keyboard.type('/nut');
    const box = page.getByRole('combobox', { name: 'Message', expanded: true });
    await page.getByRole('option', { name: '/nutgraf help', selected: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.count()).toBe(0);
    expect(await page.locator('#text').inputValue()).toBe('/nutgraf status');
    await page.keyboard.press('Enter');
    await page.locator('#messages').getByText('I am up, and nothing waits.').waitFor();
  });

  it('sets up a digest of a feed, runs it, and tells what became of it', async () => {
    const page = await browsing.open();
    await page.getByRole('button', { name: 'Digests' }).click();
    await page.getByRole('button', { name: 'New digest' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Quayside');
    await page.getByLabel('Feeds or sites').fill(browsing.quay.feed);
    await page.getByLabel('When', { exact: true }).fill('now and then');
    await page.locator('#form button[type="submit"]').click();
    await page.locator('#schedule-fault:not([hidden])').waitFor();
    expect(await page.getByLabel('When', { exact: true }).getAttribute('aria-invalid')).toBe(
      'true',
    );
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('When', { exact: true }).fill('every weekday at 09:00');
    await page.locator('#form button[type="submit"]').click();
    await page.getByRole('button', { name: actionLabel('confirm') }).click();
    await page.locator('#messages').getByText('“Quayside” is set').waitFor();

    await page.getByRole('button', { name: 'Digests' }).click();
    await page.getByRole('button', { name: 'Run now: Quayside' }).click();
    const stories = page.locator('.thread .bot');
    await stories.nth(2).locator('.claim').first().waitFor();
    await stories.nth(1).locator('.claim').first().hover();
    await page.locator('#article mark').first().waitFor();
    expect(await page.locator('#article h2').textContent()).toContain('ferry');
    await page.getByRole('button', { name: 'Digests' }).click();
    await page.locator('.runs summary', { hasText: '3 stories' }).click();
    await page.getByText('Eel Quay News: 3 items').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('#digests').getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ] as const)(
    'is fit for everybody at $width pixels, $colorScheme',
    async ({ colorScheme, width }) => {
      const page = await browsing.open({ colorScheme, viewport: { width, height: 800 } });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Summarize the example article' }).click();
      await answers(page).locator('.claim').first().click();
      await page.locator('#article mark').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close the article' }).click();
      for (const look of ['Discord', 'Slack']) {
        await page.getByRole('radio', { name: look }).check();
        await page.locator(`.${look.toLowerCase()} .claim`).first().waitFor();
        expect([look, await violations(page)]).toEqual([look, []]);
      }
      const isWider = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isWider).toBe(false);
    },
  );

  it('shows what a hostile page holds as text, and runs none of it', async () => {
    const page = await browsing.open();
    const attack = `<img src=x onerror="globalThis.owned = 1"><script>globalThis.owned = 2</script>`;
    const escaped = attack.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const paragraph = `The mayor of Eel Quay said on Tuesday that ${escaped} had cost the town 4 million crowns\u202E and two years of work.`;
    await give(
      page,
      '"><script>globalThis.owned = 3</script>.html',
      `<html lang="en"><head><title>${escaped} at Eel Quay</title><script>globalThis.owned = 4</script></head><body onload="globalThis.owned = 5"><article><h1>${escaped} at Eel Quay</h1>${`<p>${paragraph}</p><p>“It is ${escaped} that we fear,” said Mara Holt, the harbourmaster.</p><p>About three hundred people came to the quay in the rain, and the school had the morning off.</p>`.repeat(1)}<p>The council votes on it in autumn, after two trials and a loan that nobody wanted.</p></article></body></html>`,
    );
    await answers(page).locator('.claim').first().waitFor();
    expect(await answers(page).textContent()).toContain('<script>globalThis.owned = 2</script>');
    for (const look of ['Discord', 'Slack', 'Post']) {
      await page.getByRole('radio', { name: look }).check();
      await answers(page).locator('.claim').first().click();
      await page.locator('#article mark').first().waitFor();
    }
    const found = await page.evaluate(() => ({
      owned: 'owned' in globalThis,
      foreign: document.querySelectorAll('#messages img, #article img, main script').length,
      text: document.body.innerText,
    }));
    expect(found).toMatchObject({ owned: false, foreign: 0 });
    expect(found.text).not.toContain('\u202E');
  });

  it('keeps a second tab in step', async () => {
    const [one, other] = [await browsing.open(), await browsing.open()];
    await say(one, '/nutgraf help');
    await other.getByRole('heading', { name: 'What I can do' }).waitFor();
    await other.locator('#messages .person .words', { hasText: '/nutgraf help' }).waitFor();
    await other.getByRole('button', { name: 'Clear' }).click();
    await one.locator('#welcome').waitFor();
  });

  it('goes on where it was when the server is started anew under an open page', async () => {
    const page = await browsing.open();
    await page.getByRole('button', { name: 'Summarize the example article' }).click();
    await answers(page).locator('.claim').first().waitFor();
    await page.locator('#article .cuts').first().waitFor();
    await browsing.stopBot();
    await page.getByText('The connection is gone').waitFor();
    // Said while nobody listens: it waits.
    await say(page, 'shorter');
    await page.getByText('Sending').waitFor();
    await browsing.startBotAgain();
    await answers(page).nth(1).locator('.claim').first().waitFor();
    expect(await answers(page).count()).toBe(2);
    expect(await page.locator('#messages .person').count()).toBe(2);
    expect(await page.getByText('The connection is gone').isVisible()).toBe(false);
    // What was cut is known after a restart too.
    await page.reload();
    await page.getByText(/^\d+ things were cut from the page/u).waitFor();
  });

  it('is there at once, and small', async () => {
    const page = await browsing.open();
    const { bytes, foreign } = await page.evaluate((origin) => {
      const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return {
        bytes: all.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
        foreign: all.filter(({ name }) => !name.startsWith(origin)).length,
      };
    }, browsing.address());
    expect(foreign).toBe(0);
    expect(bytes).toBeLessThan(300_000);
  });
});
