import { describe, expect, it } from '@jest/globals';
import { isBot, newId, type OpenPage } from './open-page.ts';
import { openPageEach } from './open-page-each.ts';

let page: OpenPage;
openPageEach((opened) => {
  page = opened;
});

async function askForExample(): Promise<string> {
  const shared: unknown = await (await page.post('/example')).json();
  return page.ask('/summarize', { files: [shared] });
}

describe('what the playground forgets', () => {
  it.each(['quotes', 'shorter', 'Who runs the harbour?'])(
    'does not answer “%s” from an article that was cleared away',
    async (words) => {
      expect(await askForExample()).toContain('Port Ansel');
      await page.post('/clear');
      await page.until((messages) => messages.length === 0);
      expect(await page.ask(words)).toContain('What I can do');
    },
  );

  it('means what still stands there once the last answer is deleted', async () => {
    await askForExample();
    const pasted = `The Tern Street library opens again. ${'It has new windows, said Ida Moss, who runs it. '.repeat(40)}`;
    expect(await page.ask(pasted)).toContain('Tern Street');
    const remove = async (): Promise<void> => {
      const last = page.messages().findLast(isBot);
      await page.post('/press', { message: last?.id, action: 'delete' });
      await page.until((messages) => messages.every(({ id }) => id !== last?.id));
    };
    await remove();
    expect(await page.ask('shorter')).toContain('Port Ansel');
    await remove();
    await remove();
    expect(await page.ask('shorter')).toContain('What I can do');
  });

  it('takes what stands there along with what it forgets, and says so', async () => {
    await askForExample();
    await page.say('/nutgraf forget', { id: newId() });
    await page.until((messages) => messages.length === 1);
    expect(await page.ask('quotes')).toContain('What I can do');
    expect(JSON.stringify(page.messages())).toContain('What stood in the channel is gone, too.');
    expect(JSON.stringify(page.messages())).not.toContain('Port Ansel');
  });
});
