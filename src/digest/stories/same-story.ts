import type { Comparison } from './compare-fingerprints.ts';
import { compareFingerprints } from './compare-fingerprints.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { StemWeight } from './stem-weight.ts';
import { plainWeight } from './stem-weight.ts';

/** Whether two reports tell one story, and what tells so. */
export type SameStory =
  | { readonly same: true; readonly because: Likeness }
  | { readonly same: false; readonly because: Unlikeness };

export type Likeness =
  | { readonly kind: 'same-address'; readonly address: string }
  /** Nothing differs, its date included. */
  | { readonly kind: 'same-item' }
  /** A share of the words' triples, 0 to 1. */
  | { readonly kind: 'same-text'; readonly share: number }
  | { readonly kind: 'same-title' }
  /** The same source changed what it had told. */
  | { readonly kind: 'update' }
  /** In other words: the stems and numbers that both have. */
  | { readonly kind: 'same-event'; readonly shared: readonly string[]; readonly score: number };

export type Unlikeness =
  | { readonly kind: 'next-of-series' }
  | { readonly kind: 'little-in-common'; readonly score: number };

/**
 * Tells whether two fingerprints are of one story: one address, one text, one title, or one event told in other words
 * within a day. In doubt they are not: a story that is missing is worse than one that comes twice. The same whichever
 * comes first.
 */
export function sameStory(
  a: Fingerprint,
  b: Fingerprint,
  weightOf: StemWeight = plainWeight,
): SameStory {
  const comparison = compareFingerprints(a, b, weightOf);
  if (comparison.address !== undefined)
    return { same: true, because: { kind: 'same-address', address: comparison.address } };
  if (comparison.isSameItem) return { same: true, because: { kind: 'same-item' } };
  if (comparison.isOtherPart && comparison.titleLikeness >= SERIES_TITLE)
    return { same: false, because: { kind: 'next-of-series' } };
  if (isSameText(comparison))
    return { same: true, because: { kind: 'same-text', share: round(comparison.containment) } };
  if (isSameTitle(comparison, a, b)) return { same: true, because: { kind: 'same-title' } };
  if (isUpdate(comparison)) return { same: true, because: { kind: 'update' } };
  return judgeEvent(comparison);
}

/** A copy, cut perhaps. Short texts, long after and of the same source are patterns that are filled in anew. */
function isSameText(comparison: Comparison): boolean {
  const { containment, triples, titleLikeness, isSameSource } = comparison;
  if (comparison.isAtOdds || triples < COPY.minTriples) return false;
  const hours = hoursOf(comparison);
  if (hours <= (isSameSource ? COPY.ownHours : COPY.othersHours) && !comparison.hasRivals)
    return (
      containment >= COPY.share &&
      (isSameSource ? titleLikeness >= COPY.ownTitle : comparison.shared.length >= COPY.shared)
    );
  return (
    triples >= OLD_COPY.minTriples &&
    containment >= OLD_COPY.share &&
    comparison.hasSameNumbers &&
    titleLikeness >= (isSameSource ? OLD_COPY.ownTitle : OLD_COPY.othersTitle)
  );
}

/** The same words above, and nothing below that says otherwise. */
function isSameTitle(comparison: Comparison, a: Fingerprint, b: Fingerprint): boolean {
  if (!comparison.isSameTitle || comparison.isAtOdds || a.title.length < TITLE.minStems)
    return false;
  const isTextOpen = a.sketch.length === 0 || b.sketch.length === 0;
  if (!isTextOpen && comparison.containment < TITLE.share) return false;
  if (hoursOf(comparison) <= TITLE.hours) return true;
  // What comes under the same title every day is a column.
  return !comparison.isSameSource && hasAnchor(comparison, a.title);
}

function hasAnchor({ sharedNames, sharedNumbers }: Comparison, title: readonly string[]): boolean {
  return [...sharedNames, ...sharedNumbers].some((stem) => title.includes(stem));
}

/** A count that rose, a headline that was put right. */
function isUpdate(comparison: Comparison): boolean {
  return (
    comparison.isSameSource &&
    hoursOf(comparison) <= UPDATE.hours &&
    comparison.titleLikeness >= UPDATE.title &&
    comparison.likeness >= UPDATE.likeness &&
    comparison.containment >= UPDATE.share &&
    !comparison.hasRivals &&
    !comparison.isBeforeAndAfter
  );
}

function judgeEvent(comparison: Comparison): SameStory {
  const { shared, sharedNumbers } = comparison;
  const score = round(scoreOf(comparison));
  // Names alone tell who it is about, not what happened.
  const tellsWhat =
    comparison.eventWeight + comparison.numberWeight >= EVENT.minWhat || score >= EVENT.certain;
  const tellsWho =
    !comparison.isNameless ||
    comparison.numberWeight >= EVENT.minWhat ||
    comparison.titleLikeness >= EVENT.namelessTitle;
  return score >= EVENT.least && shared.length >= EVENT.minShared && tellsWhat && tellsWho
    ? { same: true, because: { kind: 'same-event', shared: [...shared, ...sharedNumbers], score } }
    : { same: false, because: { kind: 'little-in-common', score } };
}

/** A sum whose weights were fitted on the first half of the labels (logistic regression, cross-validated by family) and rounded. */
function scoreOf(comparison: Comparison): number {
  return (
    EVENT.shared * Math.min(comparison.sharedWeight, 8) +
    EVENT.likeness * comparison.likeness +
    EVENT.title * comparison.titleLikeness +
    EVENT.number * Math.min(comparison.numberWeight, 2) -
    EVENT.odds * Number(comparison.isAtOdds) -
    EVENT.ownSource * Number(comparison.isSameSource) -
    EVENT.followUp * Number(comparison.isBeforeAndAfter) -
    EVENT.time * Math.log2(1 + hoursOf(comparison) / 6) -
    EVENT.bias
  );
}

function hoursOf({ hours }: Comparison): number {
  return hours ?? UNKNOWN_HOURS;
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}

/** What lies between two reports of which one has no date. */
const UNKNOWN_HOURS = 20;
const SERIES_TITLE = 0.5;
const COPY = {
  minTriples: 8,
  share: 0.55,
  ownHours: 12,
  othersHours: 36,
  ownTitle: 0.4,
  shared: 4,
};
const OLD_COPY = { minTriples: 14, share: 0.85, ownTitle: 0.6, othersTitle: 0.3 };
const TITLE = { minStems: 4, share: 0.5, hours: 20 };
const UPDATE = { hours: 6, title: 0.75, likeness: 0.6, share: 0.15 };
const EVENT = {
  least: 0.35,
  certain: 2,
  minShared: 3,
  minWhat: 1,
  namelessTitle: 0.5,
  shared: 0.36,
  likeness: 1.9,
  title: 2.3,
  number: 1.5,
  odds: 0.9,
  ownSource: 2.6,
  followUp: 1.7,
  time: 1.6,
  bias: 1.9,
};
