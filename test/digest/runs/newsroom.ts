import type { DigestFields } from '../../../src/ports/digest.ts';
import type { Post } from '../../../src/post/post.ts';
import type { DigestRig } from '../rig.ts';
import { feedOf, storyItem, storyPage } from '../some-stories.ts';

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;
export const feed = 'https://quay.example/feed.xml';
export const other = 'https://tide.example/feed.xml';

/** What newspapers publish, and what comes of it in the square. */
export function createNewsroom(rig: DigestRig) {
  return {
    /** A feed of some stories, an hour old, with their pages. */
    publish(address: string, title: string, indexes: readonly number[]): void {
      const path = `${title} ${rig.clock.now()}`;
      const items = indexes.map((index) => {
        const page = `/${path.replaceAll(' ', '-')}/${index}`;
        rig.site.pages.set(page, storyPage(index));
        return storyItem(index, `${rig.site.address}${page}`, rig.clock.now() - HOUR_MS);
      });
      rig.feeds.set(address, { feed: feedOf(title, items) });
    },
    async plan(fields: Partial<DigestFields> = {}): Promise<void> {
      const usual = { name: 'Morning news', source: feed, schedule: 'weekdays at 9:00' };
      await rig.ask({ kind: 'create', fields: { ...usual, ...fields } });
      await rig.click('confirm');
    },
    /** Begins what is due then, as far as the first page, which does not come before `open`. */
    async stuckAt(ms: number) {
      const { promise: gate, resolve } = Promise.withResolvers<undefined>();
      rig.site.gate = gate;
      const ticking = rig.tick(ms);
      while (rig.site.asked.length === 0) await new Promise((next) => setTimeout(next, 5));
      const open = (): void => {
        rig.site.gate = undefined;
        resolve(undefined);
      };
      return { ticking, open };
    },
    heads: (): readonly Post[] => rig.standing('square'),
    /** Below the first digest. */
    thread(): readonly Post[] {
      const head = rig.platform.messages.find(({ channel }) => channel === 'square');
      return rig.standing(`below ${head?.id ?? ''}`);
    },
    /** Of the first plan, the latest first. */
    async runs() {
      const [kept] = await rig.store.digests.listPlans({});
      return rig.store.digests.listRuns(kept?.plan.id ?? '', 20);
    },
  };
}

export function titlesOf(post: Post | undefined): readonly string[] {
  return (post?.sections ?? []).flatMap(({ title }) => title?.text ?? []);
}
