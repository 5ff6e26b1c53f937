import type { Length } from './summary.ts';

export interface LengthLimits {
  readonly bullets: number;
  /** Fewer only where the article is short. */
  readonly minBullets: number;
  /** Of all bullets together. Fewer only where the article is short. */
  readonly minWords: number;
  readonly maxWords: number;
  readonly quotes: number;
}

/** What a reader gets for each length. */
export const LENGTHS: Readonly<Record<Length, LengthLimits>> = {
  brief: { bullets: 2, minBullets: 1, minWords: 15, maxWords: 40, quotes: 1 },
  standard: { bullets: 3, minBullets: 3, minWords: 55, maxWords: 80, quotes: 2 },
  detailed: { bullets: 5, minBullets: 5, minWords: 90, maxWords: 140, quotes: 4 },
};

/** A longer bullet is no bullet any more. */
export const MAX_BULLET_WORDS = 35;
