import type { DroppedStory } from '../../digest/runs/read-stories.ts';
import type { LeftOut, Worth } from '../../digest/stories/pick-stories.ts';
import type { SourceState } from '../../ports/digest-store.ts';
import { waitInWords } from '../in-words.ts';

/** Why a digest is as it is. Plain data. */
export interface DigestExplanation {
  /** What was chosen first, the best first; then what was left out. */
  readonly stories: readonly ExplainedStory[];
  /** So many reports were much too old to be looked at. */
  readonly olderReports: number;
  readonly sources: readonly SourceState[];
}

export interface ExplainedStory {
  readonly title: string;
  readonly url?: string;
  readonly source: string;
  readonly alsoIn: readonly string[];
  readonly verdict: 'chosen' | 'left-out';
  /** Of what was left out. */
  readonly because?: LeftOutBecause;
  /** Absent where it could not be chosen whatever it is worth. */
  readonly worth?: Worth;
}

export type LeftOutBecause = LeftOut['because'] | { readonly kind: DroppedStory['because'] };

/** `fresh 0.94 × place 0.89 × sources 2.00 × variety 0.55` */
export function worthInWords({ freshness, place, sources, variety }: Worth): string {
  const parts = [
    ['fresh', freshness],
    ['place', place],
    ['sources', sources],
    ['variety', variety],
  ] as const;
  return parts.map(([name, factor]) => `${name} ${factor.toFixed(2)}`).join(' × ');
}

/** Why a story was left out, in a few words. */
export function leftOutInWords(because: LeftOutBecause): string {
  switch (because.kind) {
    case 'too-old':
      return `too old: ${waitInWords(because.ageMs)}`;
    case 'posted-before':
      return `posted there before: ${LIKENESSES[because.likeness.kind]}`;
    case 'excluded':
      return `excluded: it has “${because.word}”`;
    case 'not-included':
      return 'it has none of the words that it must have';
    case 'less-worth':
      return 'others were worth more';
    case 'unreadable':
      return 'its page cannot be read, and its feed says nothing of it';
    case 'told':
      return 'its page is one that is told already';
  }
}

type Likeness = Extract<LeftOutBecause, { readonly kind: 'posted-before' }>['likeness'];

const LIKENESSES: Readonly<Record<Likeness['kind'], string>> = {
  'same-address': 'the same address',
  'same-item': 'the same item',
  'same-text': 'the same text',
  'same-title': 'the same title',
  update: 'the same story, changed',
  'same-event': 'the same event in other words',
};
