import type { Fingerprint } from './fingerprint.ts';
import { hasTellingCapitals } from './read-terms.ts';
import { findContainment } from './sketch-text.ts';
import type { StemWeight } from './stem-weight.ts';
import { plainWeight } from './stem-weight.ts';

/** What two fingerprints have in common, in numbers. The same whichever comes first. */
export interface Comparison {
  readonly address: string | undefined;
  readonly isSameSource: boolean;
  /** One item, seen twice: an item without an address has nothing else to be known by. */
  readonly isSameItem: boolean;
  /** Absent where one of them has no date. */
  readonly hours: number | undefined;
  /** Stems of title and text that both have, numbers left out, and those among them that are names. */
  readonly shared: readonly string[];
  readonly sharedNames: readonly string[];
  /** What the shared stems weigh together. */
  readonly sharedWeight: number;
  /** The same of those that are no names. */
  readonly eventWeight: number;
  /** Cosine of the stems as they weigh, 0 to 1. */
  readonly likeness: number;
  readonly titleLikeness: number;
  readonly isSameTitle: boolean;
  /** Numbers that both have and that are more than a few of something. */
  readonly sharedNumbers: readonly string[];
  /** A long number tells more than a short one. */
  readonly numberWeight: number;
  /** Both have telling numbers and none in common. */
  readonly isAtOdds: boolean;
  /** Every number is in both. */
  readonly hasSameNumbers: boolean;
  /** Both are parts of a series and not the same one. */
  readonly isOtherPart: boolean;
  /** Nobody and no place is named by both, though names could be told. */
  readonly isNameless: boolean;
  /** Each has a name that the other lacks: two reports cut from one pattern tell of two places. */
  readonly hasRivals: boolean;
  /** One of them looks back at something, and the other does not. */
  readonly isBeforeAndAfter: boolean;
  /** The share of the smaller text's word triples that stand in the other, and how many it has. */
  readonly containment: number;
  readonly triples: number;
}

export function compareFingerprints(
  a: Fingerprint,
  b: Fingerprint,
  weightOf: StemWeight = plainWeight,
): Comparison {
  const [stems, others] = [
    [...a.names, ...a.words],
    [...b.names, ...b.words],
  ];
  const shared = inBoth(stems, others);
  const names = new Set([...a.names, ...b.names]);
  const sharedNames = shared.filter((stem) => names.has(stem));
  const sharedNumbers = inBoth(a.numbers, b.numbers).filter(isTelling);
  const hasNumbers = a.numbers.some(isTelling) && b.numbers.some(isTelling);
  return {
    address: inBoth(a.addresses, b.addresses)[0],
    isSameSource: a.source === b.source,
    isSameItem: isSameItem(a, b),
    hours: hoursBetween(a.publishedAtMs, b.publishedAtMs),
    shared,
    sharedNames,
    sharedWeight: sumOf(shared, weightOf),
    eventWeight: sumOf(
      shared.filter((stem) => !names.has(stem)),
      weightOf,
    ),
    likeness: cosine(stems, others, weightOf),
    titleLikeness: cosine(a.title, b.title, weightOf),
    isSameTitle: a.title.length > 0 && a.title.join(' ') === b.title.join(' '),
    sharedNumbers,
    numberWeight: sharedNumbers.reduce((sum, one) => sum + (one.length > 2 ? 1 : 0.5), 0),
    isAtOdds: hasNumbers && sharedNumbers.length === 0,
    hasSameNumbers: isSameSet(a.numbers, b.numbers),
    isOtherPart:
      a.series.length > 0 && b.series.length > 0 && a.series.join(' ') !== b.series.join(' '),
    isNameless:
      sharedNames.length === 0 && hasTellingCapitals(a.language) && hasTellingCapitals(b.language),
    hasRivals: hasMore(a.names, others) && hasMore(b.names, stems),
    isBeforeAndAfter: a.isFollowUp !== b.isFollowUp,
    containment: findContainment(a.sketch, b.sketch),
    triples: Math.min(a.sketch.length, b.sketch.length),
  };
}

function inBoth(a: readonly string[], b: readonly string[]): readonly string[] {
  const inB = new Set(b);
  return [...new Set(a)].filter((one) => inB.has(one)).sort();
}

function isSameItem(a: Fingerprint, b: Fingerprint): boolean {
  const hasAddresses = a.addresses.length > 0 && b.addresses.length > 0;
  if (a.source !== b.source || a.publishedAtMs !== b.publishedAtMs) return false;
  if (hasAddresses && a.publishedAtMs === undefined) return false;
  const content = ({ title, series, names, numbers, words, sketch }: Fingerprint): string =>
    JSON.stringify([title, series, names, numbers, words, sketch]);
  const hasContent = a.title.length + a.words.length + a.sketch.length > 0;
  return hasContent && a.title.length === b.title.length && content(a) === content(b);
}

function hasMore(names: readonly string[], stems: readonly string[]): boolean {
  const known = new Set(stems);
  return names.some((name) => !known.has(name));
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && inBoth(a, b).length === a.length;
}

function cosine(a: readonly string[], b: readonly string[], weightOf: StemWeight): number {
  const both = sumOf(inBoth(a, b), weightOf);
  const all = Math.sqrt(sumOf(a, weightOf) * sumOf(b, weightOf));
  return both === 0 ? 0 : Math.min(1, both / all);
}

function sumOf(stems: readonly string[], weightOf: StemWeight): number {
  return stems.reduce((sum, stem) => sum + weightOf(stem), 0);
}

function hoursBetween(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : Math.abs(a - b) / 3_600_000;
}

/** "two" and "three" stand everywhere, and so does the year. */
function isTelling(number: string): boolean {
  return number.length > 1 && !/^(?:19|20)\d\d$/u.test(number);
}
