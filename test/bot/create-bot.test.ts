import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Post } from '../../src/post/post.ts';
import type { Accepted } from '../../src/ports/core.ts';
import { eelPage } from './eel-page.ts';
import { startBotRig, type BotRig } from './rig.ts';

let rig: BotRig;
beforeEach(async () => {
  rig = await startBotRig();
  rig.site.pages.set('/eels', eelPage);
});
afterEach(() => rig.close());

const link = () => ({ kind: 'link', url: `${rig.site.address}/eels` }) as const;

function partsOf(post: Post | undefined, kind: string): readonly string[] {
  return (post?.sections ?? []).flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === kind ? [part.text] : [])),
  );
}

/** What the last message says, its notes too. */
function lastText(): string {
  const post = rig.platform.messages.at(-1)?.outgoing.post;
  return JSON.stringify(post);
}

function postOf(accepted: Accepted): string {
  return accepted.status === 'answered' ? JSON.stringify(accepted.post) : accepted.status;
}

async function summarizeLink() {
  expect(await rig.summarize({ sources: [link()] })).toEqual({ status: 'accepted' });
  await rig.settled();
  const message = rig.platform.messages.at(-1);
  if (message === undefined) throw new Error('nothing was answered');
  return message;
}

describe('a request for a summary', () => {
  it('is answered with bullets and quotes in one message', async () => {
    const { outgoing } = await summarizeLink();
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
    const event = { id: 'same', sources: [link()] };
    const both = await Promise.all([rig.summarize(event), rig.summarize(event)]);
    await rig.settled();
    expect(both.map(({ status }) => status).sort()).toEqual(['accepted', 'repeated']);
    expect((await rig.summarize(event)).status).toBe('repeated');
    expect(rig.platform.messages).toHaveLength(1);
  });

  it('of what was read a short while ago opens no page again', async () => {
    await summarizeLink();
    await summarizeLink();
    expect(rig.site.asked).toEqual(['/eels']);
    rig.clock.move(2 * 60 * 60 * 1000);
    await summarizeLink();
    expect(rig.site.asked).toEqual(['/eels', '/eels']);
  });

  it('shows that it is worked on where that takes longer, and the answer takes the place of that', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    rig.site.gate = promise.then(() => undefined);
    await rig.summarize({ sources: [link()] });
    while (rig.platform.messages.length === 0) {
      rig.clock.move(1000);
      await new Promise((done) => setTimeout(done, 5));
    }
    expect(lastText()).toContain('Reading 127.0.0.1 …');
    resolve(undefined);
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(1);
    expect(partsOf(rig.platform.messages[0]?.outgoing.post, 'bullet')).not.toEqual([]);
  });

  it('shows the link that was asked for, though the same article was read at another one', async () => {
    rig.site.pages.set('/copy', eelPage);
    const { id } = await summarizeLink();
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
    await rig.summarize({ sources: [missing, link()] });
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
    expect(lastText()).toContain(words);
    expect(rig.platform.messages.at(-1)?.outgoing.audience).toBe('person');
  });

  it('of nothing is help', async () => {
    expect(postOf(await rig.summarize({ sources: [] }))).toContain('/summarize https');
  });
});

describe('a follow-up', () => {
  it.each([
    ['shorter', 'brief'],
    ['longer', 'detailed'],
  ] as const)('%s by the button of whoever asked changes the message', async (kind, length) => {
    const { id, outgoing } = await summarizeLink();
    const from = { kind: 'button', message: rig.platform.sent(id) } as const;
    await rig.followUp({ about: { key: outgoing.key }, ask: { kind }, from });
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(1);
    expect(rig.platform.messages[0]).toMatchObject({ id, changes: 1 });
    expect((await rig.store.findAnswer(outgoing.key))?.length).toBe(length);
    expect(rig.platform.messages[0]?.outgoing.key).toBe(outgoing.key);
  });

  it('by the button of somebody else is answered to them alone', async () => {
    const { id, outgoing } = await summarizeLink();
    const from = { kind: 'button', message: rig.platform.sent(id) } as const;
    const about = { key: outgoing.key };
    await rig.followUp({ about, ask: { kind: 'shorter' }, from, person: 'mara' });
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(2);
    expect(rig.platform.messages[0]?.changes).toBe(0);
    expect(rig.platform.messages[1]?.outgoing.audience).toBe('person');
  });

  it('in a reply is a message of its own, about which more can be asked', async () => {
    const { id } = await summarizeLink();
    await rig.followUp({ about: { messageId: id }, ask: { kind: 'shorter' } });
    await rig.settled();
    const second = rig.platform.messages.at(-1);
    expect(second?.outgoing.post.actions).not.toContain('shorter');
    await rig.followUp({ about: { messageId: second?.id ?? '' }, ask: { kind: 'quotes' } });
    await rig.settled();
    expect(partsOf(rig.platform.messages.at(-1)?.outgoing.post, 'quote')).toHaveLength(2);
  });

  it('asks where it stands, and gets the article’s own sentences', async () => {
    const { id } = await summarizeLink();
    await rig.followUp({ about: { messageId: id }, ask: { kind: 'sources' } });
    await rig.settled();
    const passages = partsOf(rig.platform.messages.at(-1)?.outgoing.post, 'passage');
    expect(passages.length).toBeGreaterThan(1);
    for (const passage of passages) expect(eelPage).toContain(passage);
  });

  it.each([
    ['Who speaks for the boats?', 'Anders Holm'],
    ['How much did the fish ladder cost?', 'two million crowns'],
    ['What is the capital of Norrland?', 'I find no passage in the article that says that.'],
  ])('asks “%s”', async (text, words) => {
    const { id } = await summarizeLink();
    await rig.followUp({ about: { messageId: id }, ask: { kind: 'question', text } });
    await rig.settled();
    expect(lastText()).toContain(words);
  });

  it('deletes for whoever asked and for moderators, and for nobody else', async () => {
    const { id, outgoing } = await summarizeLink();
    const message = rig.platform.sent(id);
    const click = { about: { key: outgoing.key }, from: { kind: 'button', message } } as const;
    await rig.followUp({ ...click, ask: { kind: 'delete' }, person: 'mara' });
    await rig.settled();
    expect(lastText()).toContain('Only whoever asked');
    await rig.followUp({ ...click, ask: { kind: 'delete' }, person: 'mara', isModerator: true });
    await rig.settled();
    expect(rig.platform.messages.map((one) => one.id)).not.toContain(id);
    expect(await rig.store.findAnswer(outgoing.key)).toBeUndefined();
  });

  it('about what is kept no longer says so', async () => {
    await rig.followUp({ about: { messageId: 'unknown' }, ask: { kind: 'quotes' } });
    await rig.settled();
    expect(lastText()).toContain('do not keep that article');
  });

  it('about an article that is kept no longer reads its page again', async () => {
    const { id, outgoing } = await summarizeLink();
    const answer = await rig.store.findAnswer(outgoing.key);
    if (answer === undefined) throw new Error('the answer is not kept');
    const articles = answer.articles.map((one) => ({ ...one, id: 'swept' }));
    await rig.store.putAnswer({ ...answer, articles });
    rig.clock.move(2 * 60 * 60 * 1000);
    await rig.followUp({ about: { messageId: id }, ask: { kind: 'quotes' } });
    await rig.settled();
    expect(partsOf(rig.platform.messages.at(-1)?.outgoing.post, 'quote')).toHaveLength(2);
    expect(rig.site.asked).toHaveLength(2);
  });
});

describe('the house', () => {
  it('forgets what a person asked for', async () => {
    const { outgoing } = await summarizeLink();
    expect(postOf(await rig.house('forget', { person: 'mara' }))).toContain('0 answers');
    expect(postOf(await rig.house('forget'))).toContain('one answer');
    expect(await rig.store.findAnswer(outgoing.key)).toBeUndefined();
  });

  it('tells how it is and what it can do', async () => {
    await summarizeLink();
    expect(postOf(await rig.house('status'))).toContain('you asked for one summary');
    expect(postOf(await rig.house('help'))).toContain('Reply to a summary');
  });
});

describe('limits', () => {
  it('are said kindly, to the person alone, and a refused request does not count', async () => {
    await rig.close();
    rig = await startBotRig({
      limits: { waiting: 9, waitingPerPerson: 9, perPersonAnHour: 1 },
      blockedSites: ['gossip.example'],
      allowedChannels: ['quay'],
    });
    rig.site.pages.set('/eels', eelPage);
    const gossip = { kind: 'link', url: 'https://www.gossip.example/x' } as const;
    expect(postOf(await rig.summarize({ sources: [gossip] }))).toContain('keeps me off www.gossip');
    const elsewhere = { sources: [link()], channel: 'cellar' };
    expect(postOf(await rig.summarize(elsewhere))).toContain('does not want me in this channel');
    await summarizeLink();
    rig.clock.move(20 * 60_000);
    expect(postOf(await rig.summarize({ sources: [link()] }))).toContain('again in 40 minutes');
    rig.clock.move(41 * 60_000);
    await summarizeLink();
  });

  it('leave nobody without an answer: what does not fit is told to come back', async () => {
    await rig.close();
    rig = await startBotRig({ limits: { waiting: 2, waitingPerPerson: 2 } });
    rig.site.pages.set('/eels', eelPage);
    const all = await Promise.all(
      Array.from({ length: 20 }, () => rig.summarize({ sources: [link()] })),
    );
    const accepted = all.filter(({ status }) => status === 'accepted');
    const busy = all.filter((one) => postOf(one).includes('as much to do as I can take'));
    expect(accepted.length + busy.length).toBe(20);
    expect(busy.length).toBeGreaterThan(0);
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(accepted.length);
  });
});

describe('after a crash', () => {
  it('what was taken is answered, once', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    rig.site.gate = promise.then(() => undefined);
    await rig.summarize({ sources: [link()] });
    await rig.crash();
    resolve(undefined);
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(1);
    expect(partsOf(rig.platform.messages[0]?.outgoing.post, 'bullet')).not.toEqual([]);
  });

  it('what was taken long ago is ended honestly', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    rig.site.gate = promise.then(() => undefined);
    await rig.summarize({ sources: [link()] });
    rig.clock.move(11 * 60_000);
    await rig.crash();
    resolve(undefined);
    await rig.settled();
    expect(lastText()).toContain('I was restarted while I worked on this');
  });
});
