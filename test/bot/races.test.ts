import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outgoing } from '../../src/ports/chat-platform.ts';
import type { Destination, SentMessage } from '../../src/ports/destination.ts';
import { someRequest } from '../store/rig.ts';
import { linkTo, partsOf, postOf, summarizeLink } from './conversation.ts';
import { eelPage } from './eel-page.ts';
import { startBotRig, type BotRig } from './rig.ts';

let rig: BotRig;
let open: () => void;
beforeEach(async () => {
  rig = await startBotRig();
  rig.site.pages.set('/eels', eelPage);
});
afterEach(() => rig.close());

/** The site answers once `open` is called. */
function closeSite(): void {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  rig.site.gate = promise.then(() => undefined);
  open = () => resolve(undefined);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function untilGone(key: string): Promise<void> {
  while ((await rig.store.findAnswer(key)) !== undefined)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('erased while it is worked on, a request', () => {
  it('is answered, and nothing of it is kept', async () => {
    closeSite();
    await rig.summarize({ sources: [linkTo(rig)] });
    await until(() => rig.site.asked.length > 0);
    await rig.house('forget');
    open();
    await until(() => rig.platform.messages.length > 0);
    await rig.stop();
    expect(await rig.store.findArticleByLink(linkTo(rig).url, 0)).toBeUndefined();
    expect(await rig.store.findAnswer(rig.platform.sends[0]?.key ?? '')).toBeUndefined();
  });

  it('is not begun a second time when its event is delivered again', async () => {
    closeSite();
    const event = { id: 'same', sources: [linkTo(rig)] };
    await rig.summarize(event);
    await rig.house('forget');
    expect((await rig.summarize(event)).status).toBe('repeated');
    open();
  });
});

describe('an event that is delivered again', () => {
  it('is told help and how it goes once', async () => {
    await rig.summarize({ id: 'nothing', sources: [] });
    await rig.house('help', { id: 'help' });
    await rig.house('status', { id: 'status' });
    await rig.crash();
    expect((await rig.summarize({ id: 'nothing', sources: [] })).status).toBe('repeated');
    expect((await rig.house('help', { id: 'help' })).status).toBe('repeated');
    expect((await rig.house('status', { id: 'status' })).status).toBe('repeated');
    expect(postOf(await rig.house('status'))).toContain('you asked for 0 summaries');
  });

  it('is not told that the bot is being restarted when it is being answered', async () => {
    closeSite();
    const event = { id: 'same', sources: [linkTo(rig)] };
    await rig.summarize(event);
    const stopping = rig.stop();
    expect((await rig.summarize(event)).status).toBe('repeated');
    expect(postOf(await rig.summarize({ sources: [linkTo(rig)] }))).toContain('being restarted');
    open();
    await stopping;
    expect(rig.platform.messages).toHaveLength(1);
  });
});

it('a request whose time is up before it is taken is not begun', async () => {
  const { request } = someRequest('k1');
  const late = AbortSignal.abort(new Error('too late'));
  await expect(rig.platform.core.accept(request, late)).rejects.toThrow('too late');
  expect(await rig.store.insertRequest(someRequest('k1'))).toBe('inserted');
  await rig.store.endRequest('k1', 'refused');
});

it('what other platforms left waits for them', async () => {
  await rig.store.insertRequest(someRequest('k1', { platform: 'other' }));
  await rig.crash();
  await rig.summarize({ sources: [linkTo(rig)] });
  await until(() => rig.platform.messages.length > 0);
  await rig.stop();
  expect(await rig.store.findUnfinished()).toHaveLength(1);
  await rig.store.endRequest('k1', 'lost');
});

it('an answer stands though it cannot be written down where', async () => {
  Object.assign(rig.store, { setMessage: () => Promise.reject(new Error('disk full')) });
  const { outgoing } = await summarizeLink(rig);
  expect(partsOf(outgoing.post, 'bullet')).not.toEqual([]);
});

describe('a summary that is deleted while it is changed', () => {
  it('stays deleted', async () => {
    const { id, outgoing } = await summarizeLink(rig);
    const click = {
      about: { key: outgoing.key },
      from: { kind: 'button', message: rig.platform.sent(id) },
    } as const;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let isChanging = false;
    Object.assign(rig.platform, {
      replace: async (message: SentMessage) => {
        isChanging = true;
        await promise;
        return message;
      },
    });
    await rig.followUp({ ...click, ask: { kind: 'shorter' } });
    await until(() => isChanging);
    await rig.followUp({ ...click, ask: { kind: 'delete' } });
    await until(() => rig.platform.messages.length === 0);
    await untilGone(outgoing.key);
    resolve(undefined);
    await rig.settled();
    expect(await rig.store.findAnswer(outgoing.key)).toBeUndefined();
  });

  it('is no fault of anybody', async () => {
    const { id, outgoing } = await summarizeLink(rig);
    rig.platform.faults.push({ code: 'gone', isDone: false });
    await rig.followUp({
      about: { key: outgoing.key },
      ask: { kind: 'shorter' },
      from: { kind: 'button', message: rig.platform.sent(id) },
    });
    await rig.settled();
    expect(rig.platform.messages).toHaveLength(1);
  });
});

describe('a bot that is told to end', () => {
  it('waits no longer than the grace time for a platform that does not answer', async () => {
    closeSite();
    let isSending = false;
    Object.assign(rig.platform, {
      send: (_to: Destination, _post: Outgoing, signal: AbortSignal) =>
        new Promise((_, reject) => {
          isSending = true;
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    await rig.summarize({ sources: [linkTo(rig)] });
    await until(() => {
      rig.clock.move(100);
      return isSending;
    });
    const stopping = rig.stop();
    rig.clock.move(20_000);
    await stopping;
    open();
    expect(await rig.store.findUnfinished()).toHaveLength(1);
  });

  it('ends though a platform does not', async () => {
    Object.assign(rig.platform, { stop: () => Promise.reject(new Error('stuck')) });
    await rig.stop();
  });
});
