import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  answers,
  pick,
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

const box = (page: Page) => page.locator('#text');
const notice = (page: Page) => page.locator('#notice');

async function openForm(page: Page): Promise<void> {
  await say(page, '/digest create');
  await page.locator('#form[open]').waitFor();
}

/** As when somebody goes to another tab, or comes back. */
async function setSeen(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

describe('what is sent from the page', () => {
  it('stays in the channel where it is refused, to be sent again or changed', async () => {
    const page = await browsing.open();
    await page.route('**/say', (route) =>
      route.fulfill({ status: 413, body: 'That is too long.' }),
    );
    await say(page, '/nutgraf help');
    await page.locator('.unsent', { hasText: 'Not sent. That is too long.' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change it' }).click();
    expect(await box(page).inputValue()).toBe('/nutgraf help');
    expect(await page.locator('#messages > li').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.locator('.unsent').waitFor();
    await page.unroute('**/say');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'What I can do' }).waitFor();
    expect(await page.locator('.unsent').count()).toBe(0);
  });

  it('waits for its files, and goes without none of them', async () => {
    const page = await browsing.open();
    await page.route('**/files*', (route) => route.fulfill({ status: 413, body: 'Too much.' }));
    await pick(page, { name: 'quay\u202Efdp.html', body: 'The ferry is back.' });
    await page
      .locator('#chips .failed', { hasText: 'quayfdp.html · not attached. Too much.' })
      .waitFor();
    await say(page, 'What does it say of the ferry?');
    await notice(page)
      .getByText(/^Not sent yet/u)
      .waitFor();
    expect(await box(page).inputValue()).toBe('What does it say of the ferry?');
    expect(await page.locator('#messages > li').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take quayfdp.html away' }).click();
    // What is too large is not sent at all.
    await pick(page, { name: 'large.html', body: 'x'.repeat(5_300_000) });
    await page
      .locator('#chips .failed', { hasText: /may have up to 5 MB, this one has 5\.3 MB/u })
      .waitFor();
    await page.getByRole('button', { name: 'Take large.html away' }).click();
    await page.unroute('**/files*');
    const names = ['one.html', 'two.html', 'three.html', 'four.html'];
    await pick(page, ...names.map((name) => ({ name, body: 'The ferry is back.' })));
    await notice(page).getByText('A message takes 3 files: four.html is not attached.').waitFor();
    await page.locator('#chips .there').nth(2).waitFor();
    expect(await page.locator('#chips li').count()).toBe(3);
  });

  it('does once what is clicked twice', async () => {
    const page = await browsing.open();
    await page.getByRole('button', { name: 'Summarize the example article' }).dblclick();
    await answers(page).locator('.claim').first().waitFor();
    const quotes = answers(page).first().getByRole('button', { name: 'All quotes' });
    await quotes.dblclick();
    expect(await quotes.getAttribute('aria-disabled')).toBe('true');
    await answers(page).nth(1).locator('.claim').first().waitFor();
    // What is said now comes behind whatever the clicks began.
    await say(page, '/nutgraf status');
    await page.locator('#messages').getByText('I am up').waitFor();
    expect(await answers(page).count()).toBe(3);
    expect(await page.locator('#messages > .person').count()).toBe(2);
  });

  it('can be called up again, chosen from a list, dropped as a link, and is no wall of text', async () => {
    const page = await browsing.open();
    await box(page).focus();
    await page.keyboard.type('/nutgraf st');
    await page.getByRole('option', { name: '/nutgraf status', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    expect(await box(page).inputValue()).toBe('/nutgraf status');
    await page.keyboard.press('Enter');
    await answers(page).first().waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await box(page).inputValue()).toBe('/nutgraf status');
    await page.keyboard.press('ArrowDown');
    expect(await box(page).inputValue()).toBe('');
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/uri-list', '# a remark\r\nhttp://127.0.0.1:1/pier');
      dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    });
    expect(await box(page).inputValue()).toBe('http://127.0.0.1:1/pier');
    await say(page, `/summarize ${'The pier is shut. '.repeat(100)}`);
    const long = page.locator('.person .words').last();
    await long.getByRole('button', { name: 'Show all 1,810 characters' }).click();
    expect((await long.textContent())?.length).toBe(1810);
    await say(page, 'Look at http://127.0.0.1:1/pier.');
    const link = page.locator('.person .words a');
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('http://127.0.0.1:1/pier');
  });

  it('is there again in a form that was left, and in one of which a feed is none', async () => {
    const page = await browsing.open({ timezoneId: 'Asia/Tokyo' });
    const feeds = page.getByLabel('Feeds or sites');
    await openForm(page);
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Asia/Tokyo');
    await page.getByLabel('Time zone').fill('berl');
    await page.locator('#zones option[value="Europe/Berlin"]').waitFor({ state: 'attached' });
    await page.getByLabel('Time zone').fill('Asia/Tokyo');
    await feeds.fill(`http://${browsing.quay.host}/0`);
    // What is dropped on it is not for the box behind it.
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['The ferry is back.'], 'ferry.txt'));
      dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    });
    await page.keyboard.press('Escape');
    expect(await page.locator('#chips li').count()).toBe(0);
    await openForm(page);
    expect(await feeds.inputValue()).toBe(`http://${browsing.quay.host}/0`);
    await page.getByLabel('Name', { exact: true }).fill('Quayside');
    await page.getByLabel('When', { exact: true }).fill('every weekday at 09:00');
    await page.locator('#form button[type="submit"]').dblclick();
    await answers(page).getByText(`${browsing.quay.host}/0`).first().waitFor();
    expect(await answers(page).count()).toBe(1);
    await answers(page).locator('.actions button').first().click();
    await page.locator('#form[open]').waitFor();
    expect(await feeds.inputValue()).toContain(browsing.quay.host);
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Quayside');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await openForm(page);
    expect(await feeds.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('comes to as many tabs as there are: one that nobody sees waits until it is seen', async () => {
    const first = await browsing.open();
    await first.locator('#welcome').waitFor();
    for (let tab = 0; tab < 6; tab += 1) {
      await setSeen(first, 'hidden');
      const next = await browsing.openBeside(first);
      await next.locator('#welcome').waitFor();
      if (tab < 5) await setSeen(next, 'hidden');
      else await summarizeExample(next);
    }
    expect(await answers(first).count()).toBe(0);
    await setSeen(first, 'visible');
    await answers(first).locator('.claim').first().waitFor();
  });

  it('is said to have no way where there is no connection', async () => {
    const page = await browsing.open();
    await page.clock.install();
    await page.route('**/events', () => undefined);
    await page.reload();
    await page.clock.fastForward(10_000);
    await page.getByText(/^Still no connection/u).waitFor();
  });
});
