import { PARTICLES } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { LinkedRun } from './named-person.ts';

/** Somebody whose places are still gathered. */
export interface Draft {
  readonly keys: readonly string[];
  readonly suffix: string;
  readonly full: NameRun[];
  readonly linked: LinkedRun[];
  readonly titles: Set<string>;
  /** Whose surname a given name alone goes with: "Tom and Ann Poole". */
  readonly lent?: NameRun;
}

/** Everybody found so far, by what a short name is looked up with. */
export interface Names {
  /** Full names by where they begin. */
  readonly byPlace: Map<string, { readonly keys: readonly string[]; readonly run: NameRun }>;
  readonly byName: Map<string, Draft>;
  readonly bySurname: Map<string, Draft[]>;
  readonly byFirst: Map<string, Draft[]>;
  /** By the first of two surnames, where people have two. */
  readonly byFirstSurname: Map<string, Draft[]>;
  readonly lexicon: Lexicon;
}

/** Without particles in front: `de blasio` is a surname alone. */
export function coreOf(keys: readonly string[]): readonly string[] {
  const start = keys.findIndex((key) => !PARTICLES.has(key));
  return start <= 0 ? keys : keys.slice(start);
}
