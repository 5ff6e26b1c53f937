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
