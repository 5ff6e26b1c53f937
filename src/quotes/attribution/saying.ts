import type { Phrase } from './phrase.ts';

/** Who says, by the words beside a quotation. */
export interface Saying {
  readonly who: Phrase;
  /** Index of the verb's token; absent where there is none ("Poole: “…”"). */
  readonly verb?: number;
  /** It stands where nobody but a speaker can stand: whatever it is called, it speaks. */
  readonly isSure?: boolean;
}
