import { feedProblemSentence } from '../../post/feed-problem-sentence.ts';
import type { FeedProblem } from '../../post/feed-problem.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import type { SourceState } from '../../ports/digest-store.ts';
import type { Feed, FeedItem } from '../../ports/feed.ts';
import type { Report } from '../stories/report.ts';
import type { ReadFeed, RunParts } from './run-parts.ts';

/** What a plan's sources have. */
export interface Gathered {
  readonly reports: readonly Report[];
  readonly sources: readonly GatheredSource[];
}

export interface GatheredSource extends SourceState {
  readonly problem?: FeedProblem;
  readonly failingSinceMs?: number;
  /** Whether it gave anything to choose from, from an earlier reading perhaps. */
  readonly hasFeed: boolean;
}

/** Ours: enough for any digest; a feed has 200 items. */
const MAX_ITEMS_A_SOURCE = 100;

/**
 * Reads all sources of a plan side by side. One that is not read in time, or not at all, gives what was read of it
 * before, and says so. Rejects with the signal's reason only.
 */
export async function gatherReports(
  { feeds }: Pick<RunParts, 'feeds'>,
  { sources }: Pick<DigestPlan, 'sources'>,
  signals: { readonly signal: AbortSignal; readonly deadline: AbortSignal },
): Promise<Gathered> {
  const read = await Promise.all(sources.map((address) => readInTime(feeds, address, signals)));
  return {
    reports: read.flatMap(({ feed }, index) => reportsOf(feed, sources[index] ?? '', index)),
    sources: read.map((one, index) => sourceOf(one, sources[index] ?? '')),
  };
}

async function readInTime(
  feeds: RunParts['feeds'],
  address: string,
  { signal, deadline }: { readonly signal: AbortSignal; readonly deadline: AbortSignal },
): Promise<ReadFeed> {
  try {
    return await feeds.read(address, AbortSignal.any([signal, deadline]));
  } catch {
    signal.throwIfAborted();
    // Only the deadline is left to have ended it.
    return { problem: { code: 'too-slow', host: hostOf(address), limitMs: SOURCE_DEADLINE_MS } };
  }
}

/** Ours: feeds are read within this, so that time is left for the articles. */
export const SOURCE_DEADLINE_MS = 60_000;

function reportsOf(
  feed: Feed | undefined,
  address: string,
  sourceIndex: number,
): readonly Report[] {
  if (feed === undefined) return [];
  const source = feed.title ?? hostOf(address);
  return feed.items
    .slice(0, MAX_ITEMS_A_SOURCE)
    .filter(({ title, text }) => title !== '' || text !== '')
    .map((item) => reportOf(item, { source, sourceIndex, language: feed.language }));
}

function reportOf(
  { id, url, title, text, publishedAtMs, firstSeenAtMs, position }: FeedItem,
  of: {
    readonly source: string;
    readonly sourceIndex: number;
    readonly language: string | undefined;
  },
): Report {
  // Without a date of its own an item is as old as it is known to be.
  const atMs = publishedAtMs ?? firstSeenAtMs;
  return {
    id: `${of.sourceIndex}/${id}`,
    ...(url === undefined ? {} : { url }),
    title: title === '' ? titleFrom(text) : title,
    text,
    ...(atMs === undefined ? {} : { publishedAtMs: atMs }),
    ...(of.language === undefined ? {} : { language: of.language }),
    source: of.source,
    sourceIndex: of.sourceIndex,
    position,
  };
}

const MAX_TITLE_CHARS = 100;

/** How a text begins, for an item without a title. */
function titleFrom(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line.length <= MAX_TITLE_CHARS) return line;
  return `${line
    .slice(0, MAX_TITLE_CHARS)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()}…`;
}

function sourceOf({ feed, problem, failingSinceMs }: ReadFeed, address: string): GatheredSource {
  return {
    address,
    ...(feed?.title === undefined ? {} : { title: feed.title }),
    items: feed?.items.length ?? 0,
    hasFeed: feed !== undefined,
    ...(problem === undefined ? {} : { problem, fault: feedProblemSentence(problem) }),
    ...(failingSinceMs === undefined ? {} : { failingSinceMs }),
  };
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}
