import type { Fingerprint } from './fingerprint.ts';
import type { StemWeight } from './stem-weight.ts';

/** Finds the few fingerprints that one may be compared with: all that share an address or several telling stems. */
export interface AlikeFinder<T> {
  add(fingerprint: Fingerprint, value: T): void;
  /** In the order in which they were added, each once. */
  find(fingerprint: Fingerprint): readonly Alike<T>[];
}

export interface Alike<T> {
  readonly fingerprint: Fingerprint;
  readonly value: T;
}

/** A stem that so many of them have tells nothing, and would be looked up for nothing. */
const MAX_LIST = 24;
/** What shared stems must weigh at least: less makes no story the same. */
const MIN_WEIGHT = 2;
/** So many are compared, those with most in common first: what a report costs is bounded. */
const MAX_FOUND = 10;

export function createAlikeFinder<T>(weightOf: StemWeight): AlikeFinder<T> {
  const entries: Alike<T>[] = [];
  const byTerm = new Map<string, number[]>();
  const byAddress = new Map<string, number>();
  return {
    add(fingerprint, value) {
      const at = entries.push({ fingerprint, value }) - 1;
      for (const address of fingerprint.addresses)
        if (!byAddress.has(address)) byAddress.set(address, at);
      for (const term of termsOf(fingerprint)) {
        const list = byTerm.get(term);
        if (list === undefined) byTerm.set(term, [at]);
        else if (list.length < MAX_LIST) list.push(at);
      }
    },
    find(fingerprint) {
      const shared = new Map<number, number>();
      for (const term of termsOf(fingerprint)) {
        const list = byTerm.get(term);
        if (list === undefined || list.length === MAX_LIST) continue;
        const weight = weightOf(term);
        for (const at of list) shared.set(at, (shared.get(at) ?? 0) + weight);
      }
      const alike = [...shared].filter(([, weight]) => weight >= MIN_WEIGHT);
      const most = alike.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_FOUND);
      const linked = fingerprint.addresses.flatMap((address) => byAddress.get(address) ?? []);
      const found = new Set([...linked, ...most.map(([at]) => at)]);
      return [...found].sort((a, b) => a - b).flatMap((at) => entries[at] ?? []);
    },
  };
}

function termsOf({ names, words, title }: Fingerprint): ReadonlySet<string> {
  return new Set([...names, ...words, ...title]);
}
