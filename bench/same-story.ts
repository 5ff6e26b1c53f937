import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fingerprint } from '../src/digest/stories/fingerprint.ts';
import { fingerprint } from '../src/digest/stories/fingerprint.ts';
import { gatherStories } from '../src/digest/stories/gather-stories.ts';
import type { Report } from '../src/digest/stories/report.ts';
import { sameStory } from '../src/digest/stories/same-story.ts';
import { inventReports } from './invented-reports.ts';
import type { Measured, Places, Row } from './measure.ts';

/** Invented reports that belong together somehow; every two of them are a labelled pair. */
export interface ReportFamily {
  readonly id: string;
  /** What makes it hard: `follow-up`, `other-words`, `same-road`. */
  readonly kind: string;
  readonly language: string;
  readonly reports: readonly LabelledReport[];
}

export interface LabelledReport {
  /** The same letter in a family: the same event. */
  readonly event: string;
  readonly source: string;
  /** ISO 8601. */
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
}

/** How pairs were told: wrong merges cost precision, missed ones recall; both from 0 to 1. */
export interface PairScore {
  readonly pairs: number;
  readonly same: number;
  readonly precision: number;
  readonly recall: number;
}

/** Rules and weights are made on one half and judged on the other, which nobody tunes to. */
export type Half = 'tune' | 'report';

const AIM = { precision: 0.95, recall: 0.8 };
const TIMED_REPORTS = 2000;

/** Same story or not, and how long it takes to gather a day's reports. */
export async function measureSameStory({ fixtures }: Places): Promise<Measured> {
  const halves = ['tune', 'report'] as const;
  const rows = halves.flatMap((half) => {
    const score = scorePairs(loadFamilies(fixtures, half));
    const set = `same story, ${score.pairs} pairs to ${half}`;
    return [
      rowOf(`${set}: precision`, score.precision, AIM.precision),
      rowOf(`${set}: recall`, score.recall, AIM.recall),
    ];
  });
  return Promise.resolve({ status: 'measured', rows: [...rows, timeGathering()] });
}

export function loadFamilies(fixtures: string, half: Half): readonly ReportFamily[] {
  const file = readFileSync(path.join(fixtures, 'same-story', `${half}.json`), 'utf8');
  return JSON.parse(file) as readonly ReportFamily[];
}

/** A family's reports as they would come from as many feeds. */
export function reportsOf({ id, language, reports }: ReportFamily): readonly Report[] {
  return reports.map(({ source, at, title, text, url }, index) => ({
    id: `${id}-${index}`,
    ...(url === undefined ? {} : { url }),
    title,
    text,
    publishedAtMs: Date.parse(at),
    language,
    source,
    sourceIndex: index,
    position: 0,
  }));
}

export function scorePairs(families: readonly ReportFamily[]): PairScore {
  const pairs = families.flatMap((family) => {
    const prints = reportsOf(family).map(fingerprint);
    return family.reports.flatMap((report, at) =>
      family.reports.slice(0, at).map((other, before) => ({
        isSame: report.event === other.event,
        isTold: tell(prints, before, at),
      })),
    );
  });
  const told = pairs.filter(({ isTold }) => isTold);
  const right = told.filter(({ isSame }) => isSame).length;
  const same = pairs.filter(({ isSame }) => isSame).length;
  return { pairs: pairs.length, same, precision: right / told.length, recall: right / same };
}

function tell(prints: readonly Fingerprint[], one: number, other: number): boolean {
  const [a, b] = [prints[one], prints[other]];
  return a !== undefined && b !== undefined && sameStory(a, b).same;
}

function timeGathering(): Row {
  const reports = inventReports(TIMED_REPORTS);
  gatherStories(reports);
  const started = performance.now();
  const stories = gatherStories(reports);
  const took = performance.now() - started;
  return {
    measure: `same story, ${TIMED_REPORTS} reports to ${stories.length} stories`,
    here: `${took.toFixed(0)} ms`,
    bestElsewhere: '',
    reach: '',
  };
}

function rowOf(measure: string, share: number, aim: number): Row {
  return {
    measure,
    here: share.toFixed(3),
    bestElsewhere: '',
    reach: aim.toFixed(2),
    reached: share >= aim,
  };
}
