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
    const elsewhere = { sources: [linkTo(rig)], channel: 'cellar' };
    expect(postOf(await rig.summarize(elsewhere))).toContain('does not want me in this channel');
    await summarizeLink(rig);
    rig.clock.move(20 * 60_000);
    expect(postOf(await rig.summarize({ sources: [linkTo(rig)] }))).toContain(
      'again in 40 minutes',
    );
    rig.clock.move(41 * 60_000);
    await summarizeLink(rig);
  });

  it('leave nobody without an answer: what does not fit is told to come back', async () => {
    await rig.close();
    rig = await startBotRig({ limits: { waiting: 2, waitingPerPerson: 2 } });
    rig.site.pages.set('/eels', eelPage);
    const all = await Promise.all(
      Array.from({ length: 20 }, () => rig.summarize({ sources: [linkTo(rig)] })),
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
    await rig.summarize({ sources: [linkTo(rig)] });
    await rig.crash();
    resolve(undefined);
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(1);
    expect(partsOf(rig.platform.messages[0]?.outgoing.post, 'bullet')).not.toEqual([]);
  });

  it('what was taken long ago is ended honestly', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    rig.site.gate = promise.then(() => undefined);
    await rig.summarize({ sources: [linkTo(rig)] });
    rig.clock.move(11 * 60_000);
    await rig.crash();
    resolve(undefined);
    await rig.settled();
    expect(lastText(rig)).toContain('I was restarted while I worked on this');
  });
});
