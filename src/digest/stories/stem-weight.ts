import commonData from './data/common-stems.json' with { type: 'json' };
import type { Fingerprint } from './fingerprint.ts';

/** How much a stem tells, 0 to 1: little where it stands in reports of every kind. */
export type StemWeight = (stem: string) => number;

/** What stems weigh by themselves, as in a few reports that tell nothing about what is frequent today. */
export const plainWeight: StemWeight = (stem) => (COMMON.has(stem) ? COMMON_WEIGHT : 1);

/**
 * What stems weigh among these reports: a name that half of today's reports bear tells nothing.
 */
export function weighStems(fingerprints: readonly Fingerprint[]): StemWeight {
  const counts = new Map<string, number>();
  for (const { names, words } of fingerprints)
    for (const stem of [...names, ...words]) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const free = Math.max(FREE_COUNT, FREE_SHARE * fingerprints.length);
  const weights = new Map<string, number>();
  for (const [stem, count] of counts)
    weights.set(
      stem,
      plainWeight(stem) * (count <= free ? 1 : Math.max(LEAST, Math.sqrt(free / count))),
    );
  return (stem) => weights.get(stem) ?? plainWeight(stem);
}

const COMMON: ReadonlySet<string> = new Set(
  Object.values(commonData).flatMap((words) => words.split(' ')),
);
const COMMON_WEIGHT = 0.5;
/** A story that many sources carry keeps its weight: so many reports of one stem are nothing special. */
const FREE_COUNT = 6;
const FREE_SHARE = 0.015;
const LEAST = 0.1;
