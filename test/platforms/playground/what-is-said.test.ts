import { describe, expect, it } from '@jest/globals';
import { isBot, textOf, type OpenPage } from './open-page.ts';
import { openPageEach } from './open-page-each.ts';

let page: OpenPage;
openPageEach((opened) => {
  page = opened;
});

describe('what is said in the playground', () => {
  it('is told what is wrong with it where it is no command and no link that can be opened', async () => {
    expect(await page.ask('/foo')).toContain('There is no command “/foo”');
    expect(await page.ask('ftp://quay.example/x')).toContain('begins with https:// or http://');
    expect(await page.ask('file:///etc/hostname')).toContain('begins with https:// or http://');
  });

  it('offers nothing to be done with an answer in which there is nothing', async () => {
    const answer = await page.ask(`/summarize ${'buoy '.repeat(3000)}`);
    expect(answer).toContain('There is no sentence in this');
    expect(answer).not.toContain('min read');
    expect(page.messages().find(isBot)?.post.actions).toEqual(['delete']);
  });

  it('summarizes from the menu of an answer what that answers', async () => {
    const shared: unknown = await (await page.post('/example')).json();
    await page.ask('/summarize', { files: [shared] });
    const first = page.messages().find(isBot);
    await page.post('/summarize', { message: first?.id });
    await page.until((messages) => messages.filter(isBot).length === 2);
    expect(page.messages().filter(isBot).map(textOf)[1]).toContain('Port Ansel');
    await page.ask('/nutgraf status');
    await page.post('/summarize', { message: page.messages().findLast(isBot)?.id });
    await page.until((messages) => messages.filter(isBot).length === 4);
    expect(page.messages().filter(isBot).map(textOf)[3]).toContain('I found nothing to read there');
  });

  it('answers a question that comes along with a page, above its summary', async () => {
    const shared: unknown = await (await page.post('/example')).json();
    const question = 'Which ship came first?';
    const answer = await page.ask(question, { files: [shared] });
    expect(answer.startsWith(question)).toBe(true);
    expect(answer).toContain('118-metre coaster');
    const [above, summary] = page.messages().find(isBot)?.post.sections ?? [];
    expect(above?.parts.map(({ kind }) => kind)).toContain('passage');
    expect(summary?.parts.map(({ kind }) => kind)).toContain('bullet');
    const next = await page.ask('The harbour, from my desk', { files: [shared] });
    expect(next.startsWith('After six winters')).toBe(true);
  });

  it('hears in the help what else there is', async () => {
    const help = await page.ask('/nutgraf help');
    for (const words of ['/digest create', 'a PDF', 'paste it into a message'])
      expect(help).toContain(words);
  });
});
