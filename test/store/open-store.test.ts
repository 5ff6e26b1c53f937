import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openStore } from '../../src/store/open-store.ts';
import { someAnswer, someArticle, someRequest, withStore } from './rig.ts';

describe('a request', () => {
  it('is written down once, however often its event is delivered', () =>
    withStore(async (store) => {
      const first = someRequest('k1');
      expect(await store.insertRequest(first)).toBe('inserted');
      const again = { ...someRequest('k2'), request: first.request };
      expect(await store.insertRequest(again)).toBe('known');
      expect((await store.findUnfinished()).map(({ key }) => key)).toEqual(['k1']);
    }));

  it('is known again after it has ended, and what it held is gone', () =>
    withStore(async (store, file) => {
      await store.insertRequest(someRequest('k1'));
      await store.endRequest('k1', 'answered');
      expect(await store.findUnfinished()).toEqual([]);
      expect(await store.insertRequest(someRequest('k1'))).toBe('known');
      await store.erase({ kind: 'person', platform: 'memory', person: 'nobody' });
      expect(bytesOf(file)).not.toContain('What k1 pasted');
    }));

  it('comes back as it was, with its message, the oldest first', () =>
    withStore(async (store) => {
      const late = { ...someRequest('late'), atMs: 3000 };
      const early = someRequest('early');
      await store.insertRequest(late);
      await store.insertRequest(early);
      await store.startSending('late');
      const message = { platform: 'memory', address: { id: 'm1' }, id: 'm1' };
      await store.setMessage('late', message);
      expect(await store.findUnfinished()).toEqual([
        { ...early, isSending: false },
        { ...late, isSending: true, message },
      ]);
    }));

  it('counts for its person and its place, unless it was refused', () =>
    withStore(async (store) => {
      await store.insertRequest({ ...someRequest('old'), atMs: 10 });
      await store.insertRequest({ ...someRequest('own'), atMs: 2000 });
      await store.insertRequest({ ...someRequest('other', { person: 'mara' }), atMs: 1500 });
      await store.insertRequest({ ...someRequest('refused'), atMs: 1600 });
      await store.endRequest('refused', 'refused');
      const query = { platform: 'memory', person: 'tilde', place: 'ostvik', sinceMs: 1000 };
      expect(await store.countRequests(query)).toEqual({
        byPerson: 1,
        byPlace: 2,
        oldestByPersonMs: 2000,
        oldestByPlaceMs: 1500,
      });
      expect(await store.countRequests({ ...query, person: 'x', place: 'y' })).toEqual({
        byPerson: 0,
        byPlace: 0,
      });
    }));

  it('and an article come back with any text that they hold', () =>
    withStore(async (store) => {
      let count = 0;
      const text = fc.string({ unit: 'binary', maxLength: 200 });
      await fc.assert(
        fc.asyncProperty(text, async (odd) => {
          count += 1;
          const key = `k${count}`;
          const request = someRequest(key, { sources: [{ kind: 'text', text: odd }] });
          await store.insertRequest(request);
          const article = someArticle(key, { title: odd, paragraphs: [odd] });
          await store.putArticle(article);
          const found = (await store.findUnfinished()).find((one) => one.key === key);
          expect(found?.request).toEqual(request.request);
          expect(await store.findArticle(key)).toEqual(article);
          await store.endRequest(key, 'answered');
        }),
        { seed: 11, numRuns: 150 },
      );
    }));
});

describe('an article', () => {
  it('is found by its link for as long as it is fresh', () =>
    withStore(async (store) => {
      const article = someArticle('a1');
      await store.putArticle(article);
      await store.putLink('https://quay.example/eels', 'a1', 5000);
      expect(await store.findArticleByLink('https://quay.example/eels', 5000)).toEqual(article);
      expect(await store.findArticleByLink('https://quay.example/eels', 5001)).toBeUndefined();
      expect(await store.findArticleByLink('https://quay.example/', 0)).toBeUndefined();
    }));

  it('that is found again is kept as long as the longer of the two says', () =>
    withStore(async (store) => {
      await store.putArticle({ ...someArticle('a1'), untilMs: 9000 });
      await store.putArticle({ ...someArticle('a1'), untilMs: 4000 });
      expect((await store.findArticle('a1'))?.untilMs).toBe(9000);
      await store.putArticle({ ...someArticle('a1'), untilMs: 12_000 });
      expect((await store.findArticle('a1'))?.untilMs).toBe(12_000);
    }));
});

describe('what was cut from the page around an article', () => {
  const cuts = [
    { text: 'Advertisement for eel pots', rule: 'ad-label', before: 1 },
    { text: 'Read on', rule: 'related', before: 2 },
  ];

  it('is kept with it where it is handed over, as it was when the article was read last', () =>
    withStore(async (store) => {
      await store.putArticle(someArticle('a1'), cuts);
      await store.putArticle(someArticle('a2'));
      expect(await store.findCuts('a1')).toEqual(cuts);
      expect(await store.findArticle('a1')).toEqual(someArticle('a1'));
      expect(await store.findCuts('a2')).toBeUndefined();
      expect(await store.findCuts('a3')).toBeUndefined();
      await store.putArticle(someArticle('a1'), []);
      expect(await store.findCuts('a1')).toEqual([]);
      await store.putArticle(someArticle('a1'));
      expect(await store.findCuts('a1')).toBeUndefined();
    }));

  it('goes with it', () =>
    withStore(async (store, file) => {
      await store.putArticle({ ...someArticle('a1'), untilMs: 5 }, cuts);
      await store.putArticle(someArticle('a2'), cuts);
      await store.putAnswer(someAnswer('k1', { articles: [{ id: 'a2' }] }));
      expect(bytesOf(file)).toContain('eel pots');
      await store.sweep(10);
      expect(await store.findCuts('a1')).toBeUndefined();
      await store.erase({ kind: 'person', platform: 'memory', person: 'tilde' });
      expect(await store.findCuts('a2')).toBeUndefined();
      expect(bytesOf(file)).not.toContain('eel pots');
    }));
});

describe('an answer', () => {
  it('is found by its key and by its message, as it was last written', () =>
    withStore(async (store) => {
      await store.insertRequest(someRequest('k1'));
      await store.putAnswer(someAnswer('k1'));
      const changed = someAnswer('k1', { length: 'brief', maxQuotes: 3 });
      await store.putAnswer(changed);
      expect(await store.findAnswer('k1')).toEqual(changed);
      expect(await store.findAnswerByMessage('memory', 'm-k1')).toEqual(changed);
      expect(await store.findAnswerByMessage('other', 'm-k1')).toBeUndefined();
    }));

  it('is changed or removed by the end of a request about it, all of that or nothing', () =>
    withStore(async (store) => {
      for (const key of ['k1', 'click', 'again', 'delete'])
        await store.insertRequest(someRequest(key));
      await store.putAnswer(someAnswer('k1', { length: 'brief' }));
      const longer = someAnswer('k1', { length: 'standard' });
      await store.endRequest('click', 'answered', { kind: 'put', answer: longer });
      const open = async () => (await store.findUnfinished()).map(({ key }) => key);
      expect(await open()).toEqual(['k1', 'again', 'delete']);
      expect(await store.findAnswer('k1')).toEqual(longer);
      // An article without an id cannot be written: after everything else of the answer was.
      const broken = { ...someAnswer('k1', { length: 'detailed' }), articles: [{ id: null }] };
      const failing = store.endRequest('again', 'answered', {
        kind: 'put',
        answer: broken as unknown as ReturnType<typeof someAnswer>,
      });
      await expect(failing).rejects.toThrow();
      expect(await open()).toEqual(['k1', 'again', 'delete']);
      expect(await store.findAnswer('k1')).toEqual(longer);
      await store.endRequest('delete', 'answered', { kind: 'remove', key: 'k1' });
      expect(await open()).toEqual(['k1', 'again']);
      expect(await store.findAnswer('k1')).toBeUndefined();
    }));

  it('is found as the latest of its channel', () =>
    withStore(async (store) => {
      for (const [key, atMs] of [
        ['k1', 5000],
        ['k2', 6000],
      ] as const) {
        await store.insertRequest(someRequest(key));
        await store.putAnswer(someAnswer(key, { atMs }));
      }
      const { channel } = someAnswer('k2');
      expect((await store.findLatestAnswer('memory', channel))?.key).toBe('k2');
      expect(await store.findLatestAnswer('other', channel)).toBeUndefined();
      expect(await store.findLatestAnswer('memory', 'elsewhere')).toBeUndefined();
    }));

  it('is not written any more when its request was erased meanwhile', () =>
    withStore(async (store) => {
      await store.insertRequest(someRequest('k1'));
      await store.erase({ kind: 'person', platform: 'memory', person: 'tilde' });
      await store.putAnswer(someAnswer('k1'));
      expect(await store.findAnswer('k1')).toBeUndefined();
    }));
});

describe('erasing', () => {
  it.each([
    [{ kind: 'person', platform: 'memory', person: 'tilde' }],
    [{ kind: 'place', platform: 'memory', place: 'ostvik' }],
    [{ kind: 'channel', platform: 'memory', channel: 'quay' }],
  ] as const)('%j leaves not a word in the files', (scope) =>
    withStore(async (store, file) => {
      await store.insertRequest(someRequest('k1'));
      await store.putArticle(someArticle('a1'));
      await store.putLink('https://quay.example/eels', 'a1', 1);
      await store.putAnswer(someAnswer('k1'));
      expect(bytesOf(file)).toContain('The eels of a1 are back');
      expect(await store.erase(scope)).toBe(1);
      const bytes = bytesOf(file);
      for (const word of ['The eels of a1', 'What k1 pasted', 'quay.example', 'm-k1'])
        expect(bytes).not.toContain(word);
    }),
  );

  it('keeps what others asked for, and the articles that they were answered with', () =>
    withStore(async (store) => {
      await store.insertRequest(someRequest('k1'));
      await store.insertRequest(someRequest('k2', { person: 'mara' }));
      await store.putArticle(someArticle('a1'));
      await store.putArticle(someArticle('a2'));
      const both = [{ id: 'a1' }, { id: 'a2' }];
      await store.putAnswer(someAnswer('k1', { articles: both }));
      await store.putAnswer(someAnswer('k2', { person: 'mara' }));
      await store.erase({ kind: 'person', platform: 'memory', person: 'tilde' });
      expect(await store.findAnswer('k2')).toBeDefined();
      expect(await store.findArticle('a1')).toBeDefined();
      expect(await store.findArticle('a2')).toBeUndefined();
      expect((await store.findUnfinished()).map(({ key }) => key)).toEqual(['k2']);
    }));
});

describe('sweeping', () => {
  it('deletes what is kept no longer and nothing else', () =>
    withStore(async (store) => {
      const day = 24 * 60 * 60 * 1000;
      for (const key of ['ended', 'open', 'recent'])
        await store.insertRequest({ ...someRequest(key), atMs: key === 'recent' ? 8 * day : 1 });
      await store.endRequest('ended', 'answered');
      await store.endRequest('recent', 'answered');
      await store.putArticle({ ...someArticle('old'), untilMs: 9 * day - 1 });
      await store.putArticle({ ...someArticle('a1'), readAtMs: 9 * day, untilMs: 10 * day });
      await store.putLink('https://quay.example/old', 'old', 9 * day);
      await store.putAnswer(someAnswer('ended', { untilMs: 9 * day - 1 }));
      await store.putAnswer(someAnswer('open', { untilMs: 10 * day }));
      await store.sweep(9 * day);
      expect(await store.insertRequest(someRequest('ended'))).toBe('inserted');
      expect(await store.insertRequest(someRequest('open'))).toBe('inserted');
      expect(await store.insertRequest(someRequest('recent'))).toBe('known');
      expect(await store.findArticle('old')).toBeUndefined();
      expect(await store.findArticle('a1')).toBeDefined();
      expect(await store.findAnswer('ended')).toBeUndefined();
      expect(await store.findAnswer('open')).toBeDefined();
    }));

  it('gets through more rows than one go takes', () =>
    withStore(async (store) => {
      for (let at = 0; at < 450; at += 1)
        await store.putArticle({ ...someArticle(`a${at}`), untilMs: 5 });
      await store.sweep(10);
      expect(await store.findArticle('a0')).toBeUndefined();
      expect(await store.findArticle('a449')).toBeUndefined();
    }));
});

it('two stores on one file see what the other writes, and one event is written once', () =>
  withStore(async (store, file) => {
    const second = openStore({ url: file, cwd: dirname(file) });
    const both = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        [store, second].map((one, which) =>
          one.insertRequest({
            ...someRequest(`${which}-${at}`),
            request: someRequest(`${at}`).request,
          }),
        ),
      ).flat(),
    );
    expect(both.filter((one) => one === 'inserted')).toHaveLength(50);
    expect(await second.findUnfinished()).toHaveLength(50);
    await second.close();
  }));

/** All bytes of the database's files. */
function bytesOf(file: string): string {
  return readdirSync(dirname(file))
    .map((name) => readFileSync(join(dirname(file), name), 'latin1'))
    .join('');
}
