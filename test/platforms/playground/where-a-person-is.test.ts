import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import {
  answers,
  give,
  say,
  startBrowsing,
  summarizeExample,
  violations,
  type Browsing,
} from './start-browsing.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
}, 60_000);
afterEach(() => browsing.tidy());
afterAll(() => browsing.close());

const article = (page: Page) => page.locator('#article');
const scrollTop = (page: Page) => page.locator('#channel').evaluate((channel) => channel.scrollTop);
const topOf = async (thing: Locator) => (await thing.boundingBox())?.y ?? NaN;

/** An invented article. */
function pageOf(thing: string): string {
  const told = [
    'opened on Tuesday after two winters, the mayor said.',
    'cost 4 million crowns, a third more than the council had planned.',
    'will be painted in autumn, when the storms are over and the boats are in.',
  ];
  const name = `The ${thing} of Eel Quay`;
  return `<h1>${name}</h1>${told.map((what) => `<p>${name} ${what}</p>`).join('')}`;
}

async function scrollUp(page: Page): Promise<void> {
  await page.locator('#channel').evaluate((channel) => channel.scrollTo(0, 0));
}

describe('where a person is on the page', () => {
  it('is at the beginning of an answer, however long it is', async () => {
    const page = await browsing.open({ viewport: { width: 390, height: 560 } });
    await summarizeExample(page);
    await say(page, 'quotes');
    await answers(page).nth(1).locator('.claim').first().waitFor();
    const top = await topOf(answers(page).nth(1));
    const channelTop = await topOf(page.locator('#channel'));
    expect(Math.abs(top - channelTop)).toBeLessThan(4);
    expect(await violations(page)).toEqual([]);
  });

  it('is not moved by what comes below, which says that it has come', async () => {
    const page = await browsing.open();
    await summarizeExample(page);
    await say(page, 'quotes');
    await answers(page).nth(1).locator('.claim').first().waitFor();
    await scrollUp(page);
    const newer = page.getByRole('button', { name: 'New answer below' });
    await answers(page).first().getByRole('button', { name: 'All quotes' }).click();
    await newer.waitFor();
    expect(await scrollTop(page)).toBe(0);
    await newer.click();
    await newer.waitFor({ state: 'hidden' });
    expect(await topOf(answers(page).nth(2).locator('h3').first())).toBeLessThan(800);
  });

  it('is not moved by another tab, and what is lit stays', async () => {
    const [page, other] = [await browsing.open(), await browsing.open()];
    await summarizeExample(page);
    await article(page).locator('.story').waitFor();
    await answers(page).locator('li .claim').nth(1).hover();
    await article(page).locator('mark').first().waitFor();
    const before = await scrollTop(page);
    await give(other, 'ferry.html', pageOf('ferry'));
    await answers(other).nth(1).locator('.claim').first().waitFor();
    await answers(page).nth(1).locator('.claim').first().waitFor();
    expect(await scrollTop(page)).toBe(before);
    expect(await article(page).locator('mark').first().textContent()).toContain('118-metre');
    await page.getByRole('button', { name: 'New answer below' }).click();
    await article(page).getByRole('heading', { name: 'The ferry of Eel Quay' }).waitFor();
  });

  it('is at the same place in another look, with the same bullet lit, and in it after a reload', async () => {
    const page = await browsing.open();
    await summarizeExample(page);
    await say(page, 'quotes');
    await answers(page).nth(1).locator('.claim').first().waitFor();
    await page.locator('#channel').evaluate((channel) => channel.scrollTo(0, 100));
    const lit = answers(page).first().locator('.claim.lit');
    await answers(page).first().locator('li .claim').nth(1).hover();
    await lit.waitFor();
    const before = await topOf(lit);
    for (const [look, place] of [
      ['Discord', '.discord'],
      ['Slack', '.slack'],
    ] as const) {
      await page.getByRole('radio', { name: look }).check();
      await answers(page)
        .first()
        .locator(`${place} .claim.lit`, { hasText: '118-metre' })
        .waitFor();
      await answers(page).nth(1).locator(place).waitFor();
      expect([look, Math.abs((await topOf(lit)) - before) < 4]).toEqual([look, true]);
    }
    await page.reload();
    await answers(page).nth(1).locator('.slack').waitFor();
    expect(await page.getByRole('radio', { name: 'Slack' }).isChecked()).toBe(true);
  });

  it('has the focus where it was when a message changes, else on the message', async () => {
    const page = await browsing.open();
    await summarizeExample(page);
    const focused = page.locator(':focus');
    for (const [press, stays] of [
      ['Longer', false],
      ['Shorter', true],
    ] as const) {
      const bullets = await answers(page).locator('li .claim').count();
      await answers(page).getByRole('button', { name: press }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (count) => document.querySelectorAll('.bot li .claim').length !== count,
        bullets,
      );
      if (stays) expect(await focused.textContent()).toBe(press);
      else expect(await focused.getAttribute('aria-label')).toMatch(/^Nutgraf at/u);
    }
  });

  it('has the article beside it without a jump, closed as long as it is wanted, never over it unasked', async () => {
    const page = await browsing.open();
    const box = page.locator('#box');
    const before = await box.boundingBox();
    await page.getByText('The article stands here once one is summarized').waitFor();
    await summarizeExample(page);
    await article(page).locator('.story').waitFor();
    expect(await box.boundingBox()).toEqual(before);
    await page.locator('#pointing-hint').waitFor();
    const claim = answers(page).locator('li .claim').first();
    await claim.focus();
    await article(page).locator('mark').first().waitFor();
    expect(await page.locator('#pointing-hint').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    expect(await article(page).isVisible()).toBe(false);
    await answers(page).locator('li .claim').nth(1).hover();
    expect(await article(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Article', exact: true }).click();
    await article(page).locator('.story').waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await article(page).waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await article(page).waitFor();
    await page.getByRole('button', { name: 'Close the article' }).click();
    await give(page, 'pier.html', pageOf('pier'));
    await article(page).getByRole('heading', { name: 'The pier of Eel Quay' }).waitFor();
    // Cleared away it is gone from there, too.
    await say(page, '/nutgraf forget');
    await page.getByText('The article stands here once one is summarized').waitFor();
  });

  it('sees what is lit, in however small a window', async () => {
    const page = await browsing.open({ viewport: { width: 320, height: 256 } });
    await summarizeExample(page);
    await answers(page).locator('li .claim').nth(1).click();
    const mark = article(page).locator('mark').first();
    await mark.waitFor();
    const head = await article(page).locator('header').boundingBox();
    expect(await topOf(mark)).toBeGreaterThan((head?.y ?? 0) + (head?.height ?? 0));
    expect(await topOf(mark)).toBeLessThan(256);
    expect(await topOf(page.locator('.top'))).toBe(0);
  });

  it('sees what is lit and what can be pressed where the system chooses the colours', async () => {
    const page = await browsing.open({ forcedColors: 'active' });
    await summarizeExample(page);
    await page.getByRole('radio', { name: 'Discord' }).check();
    const claim = page.locator('.discord .claim').first();
    await claim.hover();
    await article(page).locator('mark').first().waitFor();
    expect(await claim.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
    const button = page.locator('.discord .button').first();
    expect(await button.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe('solid');
  });

  it('sees that a slow page is still being read, and for how long', async () => {
    const page = await browsing.open();
    await page.clock.install();
    await page.reload();
    await say(page, `http://${browsing.quay.host}/slow`);
    await answers(page)
      .getByText(/^Reading/u)
      .waitFor();
    await page.clock.fastForward(60_000);
    await answers(page)
      .locator('.waiting', { hasText: /Nutgraf is at work\s*\d+ s/u })
      .waitFor();
    browsing.quay.answerSlow();
    await answers(page).locator('.claim').first().waitFor();
    expect(await page.locator('.waiting').count()).toBe(0);
  });

  it('reads each line in its own direction', async () => {
    const page = await browsing.open();
    const lines = [
      'أعلن رئيس البلدية يوم الثلاثاء أن الميناء سيفتح أبوابه من جديد في الربيع بعد عامين من العمل.',
      '«لقد انتظرنا هذا اليوم طويلا»، قالت مديرة الميناء سلمى حداد أمام نحو ثلاثمئة شخص.',
      'وتصوت الجمعية في الخريف على قرض جديد بقيمة أربعة ملايين لإصلاح الرصيف القديم.',
    ];
    await give(
      page,
      'harbour.html',
      `<html lang="ar"><head><title>الميناء يفتح من جديد</title><meta property="og:site_name" content="Eel Quay News"></head><body><article><h1>الميناء يفتح من جديد</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`,
    );
    await answers(page).locator('.claim').first().waitFor();
    const directions = await answers(page)
      .locator('h3, .about, ul')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
    expect(directions.slice(0, 3)).toEqual(['rtl', 'ltr', 'rtl']);
    const title = article(page).locator('h2');
    await title.waitFor();
    expect(await title.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  });
});
