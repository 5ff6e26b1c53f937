import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatPlatform, Outgoing } from '../../src/ports/chat-platform.ts';
import type { Destination, SentMessage } from '../../src/ports/destination.ts';
import type { Post } from '../../src/post/post.ts';
import { textPost } from '../../src/post/text-post.ts';

/** A platform that has started, and what its people see. */
export interface PlatformRig {
  readonly platform: ChatPlatform;
  /** A place that somebody's request came from, each time another one. */
  readonly ask: () => Promise<Destination>;
  /** The texts of our messages that stand at that place, marks for styles left out. */
  readonly read: (to: Destination) => readonly string[];
  /** Whether what was printed can be taken back: paper cannot. */
  readonly canChange: boolean;
  /** Everything that broke a rule of the platform. */
  readonly broken: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

/** A channel in which the bot posts of its own accord, and what its people see there. */
export interface OwnPostsRig {
  readonly platform: ChatPlatform;
  readonly channel: string;
  readonly nowMs: () => number;
  /** The texts of the bot's messages in the channel, one for each message, those in threads left out. */
  readonly read: () => readonly string[];
  /** The same for every thread below a message: where there can be none, what stands below it. */
  readonly readThreads: (below: SentMessage) => readonly (readonly string[])[];
  /** The same bot in another process, which knows nothing of what this one sent. */
  readonly startAnother: () => Promise<{
    readonly platform: ChatPlatform;
    readonly close: () => Promise<void>;
  }>;
  /** Everything that broke a rule of the platform. */
  readonly broken: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

/** What digests count on, on every platform that keeps what was said. */
export function describeOwnPosts(name: string, start: () => Promise<OwnPostsRig>): void {
  describe(`${name}, as digests count on it,`, () => {
    let rig: OwnPostsRig;
    let keys = 0;
    const signal = new AbortController().signal;
    const outgoing = (post: Post): Outgoing => {
      keys += 1;
      return { post, key: `own${String(keys).padStart(19, '0')}`, audience: 'everyone' };
    };
    const said = (text: string): Post => ({ ...textPost(text), actions: ['delete'] });
    const there = (): Destination => asJson(rig.platform.toChannel(rig.channel, rig.nowMs()));
    const byAnother = async <T>(work: (another: ChatPlatform) => Promise<T>): Promise<T> => {
      const another = await rig.startAnother();
      try {
        return await work(another.platform);
      } finally {
        await another.close();
      }
    };

    beforeAll(async () => {
      rig = await start();
    });
    afterAll(async () => {
      await rig.close();
      expect(rig.broken()).toEqual([]);
    });

    it('finds, changes and removes what another process posted in a channel', async () => {
      const to = there();
      const post = outgoing(said('Three boats came home.'));
      await byAnother((another) => another.send(to, post, signal));
      expect(rig.read().join('\n')).toContain('Three boats came home.');
      const found = await rig.platform.find(to, post.key, signal);
      if (found.status !== 'found') throw new Error(found.status);
      const changed = { ...post, post: said('Four boats came home.') };
      const message = asJson(await rig.platform.replace(found.message, changed, signal));
      expect(rig.read().filter((text) => text.includes('boats came home.'))).toHaveLength(1);
      expect(rig.read().join('\n')).toContain('Four boats');
      await rig.platform.remove(message, signal);
      expect(rig.read().join('\n')).not.toContain('boats came home');
    });

    it('knows that a post does not stand in a channel', async () => {
      const to = there();
      const other = outgoing(said('The quay is quiet.'));
      await rig.platform.send(to, other, signal);
      const found = await rig.platform.find(to, outgoing(textPost('')).key, signal);
      expect(found.status).toBe('absent');
    });

    it('begins one thread below a post, whoever writes there first', async () => {
      const head = asJson(await rig.platform.send(there(), outgoing(said('Today')), signal));
      const below = asJson(rig.platform.toThread(head, 'Harbour news'));
      const first = outgoing(said('Of the boats.'));
      await rig.platform.send(below, first, signal);
      const second = outgoing(said('Of the quay.'));
      await byAnother(async (another) => {
        await another.send(another.toThread(head, 'Harbour news'), second, signal);
        expect(await another.find(below, first.key, signal)).toMatchObject({ status: 'found' });
        const none = await another.find(below, outgoing(textPost('')).key, signal);
        expect(none.status).toBe('absent');
      });
      const threads = rig.readThreads(head).filter((texts) => texts.length > 0);
      expect(threads).toHaveLength(1);
      expect(threads[0]).toHaveLength(2);
      expect(threads[0]?.join('\n')).toMatch(/Of the boats\.[^]*Of the quay\./u);
    });

    it('says beforehand whether a post stands in one message', async () => {
      const fits = new Set<boolean>();
      for (const paragraphs of [1, 4, 8, 12, 16, 20, 30, 40]) {
        const { read, platform } = rig;
        const before = read().length;
        const post = sized(paragraphs);
        await platform.send(there(), outgoing(post), signal);
        const isOne = read().length === before + 1;
        expect([paragraphs, platform.fitsOneMessage(post)]).toEqual([paragraphs, isOne]);
        fits.add(isOne);
      }
      expect(fits).toEqual(new Set([true, false]));
    });

    it('tells in which place a channel is', async () => {
      expect(await rig.platform.placeOf(rig.channel, signal)).toEqual(expect.any(String));
      expect(await rig.platform.placeOf('nowhere', signal)).toBeUndefined();
    });
  });
}

/** A post of so many paragraphs of about 500 characters. */
function sized(paragraphs: number): Post {
  const parts = Array.from({ length: paragraphs }, (_, at) => ({
    kind: 'text' as const,
    text: `${at}: ${'The nets were mended on the quay until the lamps were lit. '.repeat(8)}`.trim(),
  }));
  return { sections: [{ title: { text: 'Nets' }, parts, notes: [] }], actions: ['delete'] };
}

/** What the core counts on, whatever the platform. */
export function describePlatform(name: string, start: () => Promise<PlatformRig>): void {
  describe(`${name}, as the bot counts on it,`, () => {
    let rig: PlatformRig;
    let keys = 0;
    const signal = new AbortController().signal;
    const outgoing = (post: Post): Outgoing => {
      keys += 1;
      return { post, key: String(keys).padStart(22, '0'), audience: 'everyone' };
    };
    const asText = (to: Destination): string => rig.read(to).join('\n');

    beforeAll(async () => {
      rig = await start();
    });
    afterAll(async () => {
      await rig.close();
      expect(rig.platform.state()).toMatchObject({ status: 'disconnected' });
      expect(rig.broken()).toEqual([]);
    });

    it('says that it is connected', () => {
      expect(rig.platform.state()).toEqual({ status: 'connected' });
    });

    it('shows what is sent', async () => {
      const to = await rig.ask();
      await rig.platform.send(to, outgoing(textPost('The ferry has left.')), signal);
      expect(asText(to)).toContain('The ferry has left.');
    });

    it('makes places and messages of plain data, and knows them again', async () => {
      const to = asJson(await rig.ask());
      const sent = asJson(await rig.platform.send(to, outgoing(textPost('One.')), signal));
      await rig.platform.replace(sent, outgoing(textPost('Another.')), signal);
      expect(asText(to)).toContain('Another.');
      if (rig.canChange) expect(asText(to)).not.toContain('One.');
    });

    it('finds what was sent by its key, or says that it cannot tell', async () => {
      const to = await rig.ask();
      const post = outgoing(textPost('The ferry is back.'));
      await rig.platform.send(to, post, signal);
      const found = await rig.platform.find(to, post.key, signal);
      expect(['found', 'unknown']).toContain(found.status);
      const none = await rig.platform.find(to, outgoing(textPost('')).key, signal);
      expect(['absent', 'unknown']).toContain(none.status);
    });

    it('removes a message, and does not mind when it is gone already', async () => {
      const to = await rig.ask();
      const sent = await rig.platform.send(to, outgoing(textPost('Not for long.')), signal);
      await rig.platform.remove(sent, signal);
      await rig.platform.remove(sent, signal);
      if (rig.canChange) expect(asText(to)).not.toContain('Not for long.');
    });

    it('shows every quote whole, however many there are', async () => {
      const to = await rig.ask();
      await rig.platform.send(to, outgoing(manyQuotes), signal);
      const text = folded(asText(to));
      for (const quote of quotes) expect(text).toContain(folded(quote));
    });

    it('shows what looks like markup as it is', async () => {
      const to = await rig.ask();
      const odd = 'Row 2*3*4 and a_b_c, then `x` <b>y</b> [z] ~w~ |v| & so on.';
      await rig.platform.send(to, outgoing(textPost(odd)), signal);
      expect(folded(asText(to))).toContain(folded(odd));
    });
  });
}

function asJson<Data extends Destination | SentMessage>(data: Data): Data {
  return JSON.parse(JSON.stringify(data)) as Data;
}

/** Without the spaces: where lines break is the platform's. */
function folded(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

const quotes: readonly string[] = Array.from(
  { length: 60 },
  (_, at) =>
    `“Number ${at + 1}: ${'the nets were empty again and nobody on the quay had an answer, '.repeat(1 + (at % 7))}so we went home.”`,
);

const manyQuotes: Post = {
  sections: [
    {
      title: { text: 'Sixty people speak of nets', url: 'https://quay.example/nets' },
      about: 'The Quay Post · 9 min read',
      parts: quotes.map((text, at) => ({ kind: 'quote', text, speaker: `Fisher ${at + 1}` })),
      notes: [],
    },
  ],
  actions: [],
};
