import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lastText, linkTo, partsOf, postOf, summarizeLink } from './conversation.ts';
import { eelPage } from './eel-page.ts';
import { startBotRig, type BotRig } from './rig.ts';

let rig: BotRig;
beforeEach(async () => {
  rig = await startBotRig();
  rig.site.pages.set('/eels', eelPage);
});
afterEach(() => rig.close());

describe('a request for a summary', () => {
  it('is answered with bullets and quotes in one message', async () => {
    const { outgoing } = await summarizeLink(rig);
    expect(rig.platform.messages).toHaveLength(1);
    expect(partsOf(outgoing.post, 'bullet').length).toBeGreaterThan(1);
    expect(partsOf(outgoing.post, 'quote').length).toBeGreaterThan(0);
    expect(outgoing.post.actions).toEqual(['shorter', 'longer', 'quotes', 'sources', 'delete']);
    expect(outgoing.post.sections[0]?.title).toEqual({
      text: 'Eels return to Ostvik',
      url: `${rig.site.address}/eels`,
    });
  });

  it('is answered once, however often its event is delivered', async () => {
    const event = { id: 'same', sources: [linkTo(rig)] };
    const both = await Promise.all([rig.summarize(event), rig.summarize(event)]);
    await rig.settled();
    expect(both.map(({ status }) => status).sort()).toEqual(['accepted', 'repeated']);
    expect((await rig.summarize(event)).status).toBe('repeated');
    expect(rig.platform.messages).toHaveLength(1);
  });

  it('of what was read a short while ago opens no page again', async () => {
    await summarizeLink(rig);
    await summarizeLink(rig);
    expect(rig.site.asked).toEqual(['/eels']);
    rig.clock.move(2 * 60 * 60 * 1000);
    await summarizeLink(rig);
    expect(rig.site.asked).toEqual(['/eels', '/eels']);
  });

  it('shows that it is worked on where that takes longer, and the answer takes the place of that', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    rig.site.gate = promise.then(() => undefined);
    await rig.summarize({ sources: [linkTo(rig)] });
    while (rig.platform.messages.length === 0) {
      rig.clock.move(1000);
      await new Promise((done) => setTimeout(done, 5));
    }
    expect(lastText(rig)).toContain('Reading 127.0.0.1 …');
    resolve(undefined);
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(1);
    expect(partsOf(rig.platform.messages[0]?.outgoing.post, 'bullet')).not.toEqual([]);
  });

  it('shows the link that was asked for, though the same article was read at another one', async () => {
    rig.site.pages.set('/copy', eelPage);
    const { id } = await summarizeLink(rig);
    await rig.summarize({ sources: [{ kind: 'link', url: `${rig.site.address}/copy` }] });
    await rig.settled();
    const titleUrl = (): string | undefined =>
      rig.platform.messages.at(-1)?.outgoing.post.sections[0]?.title?.url;
    expect(titleUrl()).toBe(`${rig.site.address}/copy`);
    await rig.followUp({ about: { messageId: id }, ask: { kind: 'quotes' } });
    await rig.settled();
    expect(titleUrl()).toBe(`${rig.site.address}/eels`);
  });

  it('of several links gets one message, with what could not be read in its place', async () => {
    const missing = { kind: 'link', url: `${rig.site.address}/missing` } as const;
    await rig.summarize({ sources: [missing, linkTo(rig)] });
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(1);
    const { sections } = rig.platform.messages[0]?.outgoing.post ?? { sections: [] };
    expect(sections).toHaveLength(2);
    expect(JSON.stringify(sections[0])).toContain('has no such page');
    expect(JSON.stringify(sections[1])).toContain('Eels return');
  });

  it('of a pasted text, a file and a message that was pointed at is answered too', async () => {
    rig.platform.files.set('eels.html', {
      status: 'downloaded',
      body: Buffer.from(eelPage),
      mediaType: 'text/html',
    });
    const file = { kind: 'file', file: { name: 'eels.html', address: 'x' } } as const;
    rig.platform.lookups.set('"m7"', { status: 'found', sources: [file] });
    const text = eelPage.replaceAll(/<[^>]+>/gu, '\n');
    for (const source of [
      { kind: 'text', text } as const,
      file,
      { kind: 'message', message: 'm7' } as const,
    ]) {
      await rig.summarize({ sources: [source] });
      await rig.settled();
      expect(partsOf(rig.platform.messages.at(-1)?.outgoing.post, 'bullet')).not.toEqual([]);
    }
  });

  it.each([
    ['content-withheld', 'not shown what that message says'],
    ['gone', 'is gone'],
    ['not-allowed', 'is gone'],
  ] as const)('of a message that cannot be read (%s) says what to do', async (because, words) => {
    rig.platform.lookups.set('"m7"', { status: 'failed', because });
    await rig.summarize({ sources: [{ kind: 'message', message: 'm7' }] });
    await rig.settled();
    expect(lastText(rig)).toContain(words);
    expect(rig.platform.messages.at(-1)?.outgoing.audience).toBe('person');
  });

  it('of nothing is help', async () => {
    expect(postOf(await rig.summarize({ sources: [] }))).toContain('/summarize https');
  });
});

describe('the house', () => {
  it('forgets what a person asked for', async () => {
    const { outgoing } = await summarizeLink(rig);
    expect(postOf(await rig.house('forget', { person: 'mara' }))).toContain('0 answers');
    expect(postOf(await rig.house('forget'))).toContain('one answer');
    expect(await rig.store.findAnswer(outgoing.key)).toBeUndefined();
  });

  it('tells how it is and what it can do', async () => {
    await summarizeLink(rig);
    expect(postOf(await rig.house('status'))).toContain('you asked for one summary');
    expect(postOf(await rig.house('help'))).toContain('Reply to a summary');
  });
});
