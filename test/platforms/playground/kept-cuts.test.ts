import { describe, expect, it } from '@jest/globals';
import { storeOfCuts } from '../../../src/compose-playground.ts';
import type { Playground } from '../../../src/platforms/playground/create-playground.ts';
import { someArticle, withStore } from '../../store/rig.ts';

const cuts = Array.from({ length: 600 }, (_, at) => ({
  text: `${at} ${'eel '.repeat(200)}`,
  rule: 'related',
  before: at === 0 ? 0 : 2,
}));

describe('what was cut from pages', () => {
  it('is kept for a playground, up to a bound', () =>
    withStore(async (store) => {
      const playground = { name: 'playground' } as Playground;
      await storeOfCuts(store, playground).putArticle(someArticle('a1'), cuts);
      const kept = (await store.findCuts('a1')) ?? [];
      expect(kept).toHaveLength(500);
      expect(kept.slice(0, 2).map(({ before }) => before)).toEqual([0, 2]);
      expect(Math.max(...kept.map(({ text }) => text.length))).toBe(300);
    }));

  it('is kept nowhere where there is none', () =>
    withStore(async (store) => {
      await storeOfCuts(store, undefined).putArticle(someArticle('a1'), cuts);
      expect(await store.findArticle('a1')).toEqual(someArticle('a1'));
      expect(await store.findCuts('a1')).toBeUndefined();
    }));
});
