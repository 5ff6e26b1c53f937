import type { Fingerprint } from './fingerprint.ts';
import { fingerprint } from './fingerprint.ts';
import type { Report } from './report.ts';
import type { SameStory } from './same-story.ts';
import { sameStory } from './same-story.ts';
import type { StemWeight } from './stem-weight.ts';
import { weighStems } from './stem-weight.ts';
import { createAlikeFinder } from './create-alike-finder.ts';

/** Reports of one event. */
export interface Story {
  /** Its lead report's. */
  readonly id: string;
  /** The one to link and to read: of the source that the plan names first, and with a text. */
  readonly lead: Report;
  /** Where it is told too, one report of each other source. */
  readonly alsoIn: readonly Report[];
  /** All of them, the earliest first. */
  readonly reports: readonly Report[];
  /** What to keep, so that it is known when it comes again: a few, with every address. */
  readonly fingerprints: readonly Fingerprint[];
  /** Why the others are the same story, by the report's id. */
  readonly because: ReadonlyMap<string, SameStory>;
}

/** Of each story so many are kept; more would say the same. */
const MAX_FINGERPRINTS = 3;
const MAX_ADDRESSES = 20;
/** An address with more titles than this in one feed is a page of many items. */
const MAX_TITLES = 2;

/**
 * Gathers reports to stories, whatever order they come in. Each story has a report that came first, and everything else in
 * it is the same story as that one: nothing is chained from report to report. Near-linear in the number of reports.
 */
export function gatherStories(reports: readonly Report[]): readonly Story[] {
  const steps = gatherInSteps(reports);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in steps of a few milliseconds, for thousands of reports on a thread that others wait for: whoever asks for the
 * next step may let them go first.
 */
export function* gatherInSteps(
  reports: readonly Report[],
): Generator<void, readonly Story[], void> {
  const marked: Marked[] = [];
  for (const report of [...reports].sort(byTime)) {
    marked.push({ report, print: fingerprint(report) });
    if (marked.length % STEP_REPORTS === 0) yield;
  }
  const weightOf = weighStems(marked.map(({ print }) => print));
  const finder = createAlikeFinder<Group>(weightOf);
  const groups: Group[] = [];
  for (const [at, one] of dropSharedAddresses(marked).entries()) {
    const found = findGroup(finder.find(one.print), one, weightOf);
    if (found === undefined) {
      const group: Group = { members: [one], because: new Map() };
      groups.push(group);
      finder.add(one.print, group);
    } else {
      found.group.members.push(one);
      found.group.because.set(one.report.id, found.verdict);
    }
    if (at % STEP_REPORTS === 0) yield;
  }
  return groups.map(storyOf);
}

const STEP_REPORTS = 25;

interface Marked {
  readonly report: Report;
  readonly print: Fingerprint;
}

interface Group {
  readonly members: Marked[];
  readonly because: Map<string, SameStory>;
}

interface Found {
  readonly group: Group;
  readonly verdict: SameStory;
}

/** The group whose first report is most like this one. */
function findGroup(
  candidates: readonly { readonly fingerprint: Fingerprint; readonly value: Group }[],
  { print }: Marked,
  weightOf: StemWeight,
): Found | undefined {
  let best: Found | undefined;
  let bestRank = -1;
  for (const candidate of candidates) {
    const verdict = sameStory(candidate.fingerprint, print, weightOf);
    const rank = verdict.same ? rankOf(verdict) : -1;
    if (rank <= bestRank) continue;
    bestRank = rank;
    best = { group: candidate.value, verdict };
  }
  return best;
}

/** One address is surer than one text, and that than one event. */
function rankOf({ because }: SameStory): number {
  if (because.kind === 'same-address') return 1000;
  return because.kind === 'same-event' ? because.score : 100;
}

/** The earliest first; what has no date comes last. Ties are broken by what a report is, never by where it stood. */
function byTime(a: Report, b: Report): number {
  return (
    compare(a.publishedAtMs ?? Infinity, b.publishedAtMs ?? Infinity) ||
    compare(a.sourceIndex, b.sourceIndex) ||
    compare(a.position, b.position) ||
    compare(a.id, b.id)
  );
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Some feeds link every item to one page: then the page tells nothing about the item. */
function dropSharedAddresses(marked: readonly Marked[]): readonly Marked[] {
  const titles = new Map<string, Set<string>>();
  const keyOf = (report: Report, address: string): string => `${report.sourceIndex} ${address}`;
  for (const { report, print } of marked)
    for (const address of print.addresses) {
      const key = keyOf(report, address);
      titles.set(key, (titles.get(key) ?? new Set()).add(print.title.join(' ')));
    }
  return marked.map(({ report, print }) => {
    const own = print.addresses.filter(
      (address) => (titles.get(keyOf(report, address))?.size ?? 0) <= MAX_TITLES,
    );
    return { report, print: { ...print, addresses: own } };
  });
}

function storyOf({ members, because }: Group): Story {
  const reports = members.map(({ report }) => report);
  const lead = [...reports].sort(byWorth)[0];
  if (lead === undefined) throw new Error('a story has at least one report');
  return {
    id: lead.id,
    lead,
    alsoIn: othersOf(lead, reports),
    reports,
    fingerprints: keptOf(members),
    because,
  };
}

function byWorth(a: Report, b: Report): number {
  return (
    compare(Number(a.url === undefined), Number(b.url === undefined)) ||
    compare(Number(a.text.trim() === ''), Number(b.text.trim() === '')) ||
    compare(a.sourceIndex, b.sourceIndex) ||
    compare(a.position, b.position) ||
    byTime(a, b)
  );
}

function othersOf(lead: Report, reports: readonly Report[]): readonly Report[] {
  const seen = new Set([lead.source]);
  return [...reports].sort(byWorth).filter(({ source }) => {
    if (seen.has(source)) return false;
    seen.add(source);
    return true;
  });
}

function keptOf(members: readonly Marked[]): readonly Fingerprint[] {
  const addresses = [...new Set(members.flatMap(({ print }) => print.addresses))];
  const [first, ...rest] = members.slice(0, MAX_FINGERPRINTS).map(({ print }) => print);
  return first === undefined
    ? []
    : [{ ...first, addresses: addresses.slice(0, MAX_ADDRESSES) }, ...rest];
}
