/** Something that a sentence can do without. */
export interface Cut {
  /** UTF-16 offsets in the paragraph. */
  readonly start: number;
  readonly end: number;
  /** What kind of thing it is: for tests and for explaining. */
  readonly rule:
    | 'dateline'
    | 'connective'
    | 'filler'
    | 'lead'
    | 'parenthesis'
    | 'aside'
    | 'relative-clause'
    | 'final-clause'
    | 'apposition'
    | 'second-statement'
    | 'circumstance'
    | 'modifier'
    | 'occasion'
    | 'day';
  /** 0: it goes always. Higher: only where the bullet is too long, the cheapest first. */
  readonly cost: number;
  /** A verb in it that stays, and the place where it goes: behind its subject. */
  readonly moved?: { readonly start: number; readonly end: number; readonly to: number };
}

/** The day on which the news happened: it goes from all but the lede. */
export const NEWS_DAY = 0.1;

/** What goes only where the bullet could not be one otherwise: a clause with a number in it, a circumstance without a comma. */
export const LAST_RESORT = 4;

/** What goes only from a sentence that would be told nowhere otherwise. */
export const RESCUE = 8;
