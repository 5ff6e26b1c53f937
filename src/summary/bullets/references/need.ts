import type { Edit } from '../draft.ts';

/** What a bullet leaves open when it stands alone. */
export type Need =
  /** "the deal": open unless a bullet above, or this one before it, speaks of it. */
  | {
      readonly kind: 'thing';
      readonly stem: string;
      readonly weight: number;
      /** Words of an earlier sentence that tell which. */
      readonly repair?: Edit;
    }
  /** "that day", "the other": open unless the sentence before stands above. */
  | {
      readonly kind: 'sentence-before';
      readonly weight: number;
      /** "Am Montag sagte er", "Satisfied, it left": it is what the sentence is about. */
      readonly isSubject?: true;
    }
  /** "his" with nobody before it: open unless a bullet above names somebody. */
  | { readonly kind: 'somebody'; readonly weight: number }
  /** Somebody speaks, to the reader or of what only they know: `I`, `we`, `you`, “I saw him”. */
  | { readonly kind: 'voice'; readonly weight: number }
  /** A caption, a command or half a sentence, as far as its words tell. */
  | { readonly kind: 'statement'; readonly weight: number }
  /** A line without a final stop may break off. */
  | { readonly kind: 'stop'; readonly weight: number }
  /** Nothing above can mend it: an opening "They", half a quotation. */
  | { readonly kind: 'never'; readonly because: NeverReason };

export type NeverReason =
  'opener' | 'half-quote' | 'question' | 'no-sentence' | 'all-speech' | 'junk';

/** What each kind of need weighs, in the ranking's units. Set by reading. */
export const NEED_WEIGHT = {
  general: 0.3,
  other: 0.05,
  before: 0.4,
  reported: 0.5,
  somebody: 0.2,
  we: 0.6,
  you: 0.5,
  speech: 0.3,
  statement: 0.3,
  stop: 0.01,
} as const;
