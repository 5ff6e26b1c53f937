import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lastText, partsOf, summarizeLink } from './conversation.ts';
import { eelPage } from './eel-page.ts';
import { startBotRig, type BotRig } from './rig.ts';

let rig: BotRig;
beforeEach(async () => {
  rig = await startBotRig();
  rig.site.pages.set('/eels', eelPage);
});
afterEach(() => rig.close());

describe('a follow-up', () => {
  it.each([
    ['shorter', 'brief'],
    ['longer', 'detailed'],
  ] as const)('%s by the button of whoever asked changes the message', async (kind, length) => {
    const { id, outgoing } = await summarizeLink(rig);
    const from = { kind: 'button', message: rig.platform.sent(id) } as const;
    await rig.followUp({ about: { key: outgoing.key }, ask: { kind }, from });
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(1);
    expect(rig.platform.messages[0]).toMatchObject({ id, changes: 1 });
    expect((await rig.store.findAnswer(outgoing.key))?.length).toBe(length);
    expect(rig.platform.messages[0]?.outgoing.key).toBe(outgoing.key);
  });

  it('by the button of somebody else is answered to them alone', async () => {
    const { id, outgoing } = await summarizeLink(rig);
    const from = { kind: 'button', message: rig.platform.sent(id) } as const;
    const about = { key: outgoing.key };
    await rig.followUp({ about, ask: { kind: 'shorter' }, from, person: 'mara' });
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(2);
    expect(rig.platform.messages[0]?.changes).toBe(0);
    expect(rig.platform.messages[1]?.outgoing.audience).toBe('person');
  });

  it('in a reply is a message of its own, about which more can be asked', async () => {
    const { id } = await summarizeLink(rig);
    await rig.followUp({ about: { messageId: id }, ask: { kind: 'shorter' } });
    await rig.settled();
    const second = rig.platform.messages.at(-1);
    expect(second?.outgoing.post.actions).not.toContain('shorter');
    await rig.followUp({ about: { messageId: second?.id ?? '' }, ask: { kind: 'quotes' } });
    await rig.settled();
    expect(partsOf(rig.platform.messages.at(-1)?.outgoing.post, 'quote')).toHaveLength(2);
  });

  it('asks where it stands, and gets the article’s own sentences', async () => {
    const { id } = await summarizeLink(rig);
    await rig.followUp({ about: { messageId: id }, ask: { kind: 'sources' } });
    await rig.settled();
    const { post } = rig.platform.messages.at(-1)?.outgoing ?? {};
    const passages = partsOf(post, 'passage');
    const whole = partsOf(post, 'text').filter((text) => text.startsWith('Word for word: '));
    expect(passages.length + whole.length).toBeGreaterThan(1);
    for (const passage of passages) expect(eelPage).toContain(passage);
  });

  it.each([
    ['Who speaks for the boats?', 'Anders Holm'],
    ['How much did the fish ladder cost?', 'two million crowns'],
    ['What is the capital of Norrland?', 'I find no passage in the article that says that.'],
  ])('asks “%s”', async (text, words) => {
    const { id } = await summarizeLink(rig);
    await rig.followUp({ about: { messageId: id }, ask: { kind: 'question', text } });
    await rig.settled();
    expect(lastText(rig)).toContain(words);
  });

  it('deletes for whoever asked and for moderators, and for nobody else', async () => {
    const { id, outgoing } = await summarizeLink(rig);
    const message = rig.platform.sent(id);
    const click = { about: { key: outgoing.key }, from: { kind: 'button', message } } as const;
    await rig.followUp({ ...click, ask: { kind: 'delete' }, person: 'mara' });
    await rig.settled();
    expect(lastText(rig)).toContain('Only whoever asked');
    await rig.followUp({ ...click, ask: { kind: 'delete' }, person: 'mara', isModerator: true });
    await rig.settled();
    expect(rig.platform.messages.map((one) => one.id)).not.toContain(id);
    expect(await rig.store.findAnswer(outgoing.key)).toBeUndefined();
  });

  it('that points at nothing is about the latest answer in its channel', async () => {
    await summarizeLink(rig);
    await rig.followUp({ about: { latestIn: 'quay' }, ask: { kind: 'quotes' } });
    await rig.settled();
    expect(partsOf(rig.platform.messages.at(-1)?.outgoing.post, 'quote')).toHaveLength(2);
  });

  it('that points at nothing gets help where no answer stands', async () => {
    await rig.followUp({ about: { latestIn: 'nowhere' }, ask: { kind: 'shorter' } });
    await rig.settled();
    expect(lastText(rig)).toContain('I turn an article into');
  });

  it('about what is kept no longer says so', async () => {
    await rig.followUp({ about: { messageId: 'unknown' }, ask: { kind: 'quotes' } });
    await rig.settled();
    expect(lastText(rig)).toContain('do not keep that article');
  });

  it('about an article that is kept no longer reads its page again', async () => {
    const { id, outgoing } = await summarizeLink(rig);
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
