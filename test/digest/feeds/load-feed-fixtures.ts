import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedFeed, RawFeed } from '../../../src/digest/feeds/parse-feed.ts';

/** When the fixtures are read. */
export const FIXTURES_NOW_MS = Date.UTC(2031, 3, 2, 12);

export interface FeedFixture {
  readonly name: string;
  readonly raw: RawFeed;
  readonly expected: ParsedFeed;
}

interface ExpectedItem {
  readonly publishedAt?: string;
  readonly updatedAt?: string;
}

const KEYS = new Set(['address', 'charset', 'feed', 'page', 'came']);

/** Every folder holds a body as it came, and `expected.json`: what it must become. One without the other throws. */
export function loadFeedFixtures(root: string): readonly FeedFixture[] {
  return readdirSync(root).map((name) => loadFixture(name, join(root, name)));
}

function loadFixture(name: string, folder: string): FeedFixture {
  const files = readdirSync(folder);
  const [body, ...others] = files.filter((file) => file !== 'expected.json');
  if (body === undefined || others.length > 0 || !files.includes('expected.json'))
    throw new Error(`The fixture ${name} needs one body and an expectation`);
  const given = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { address, charset } = given;
  if (typeof address !== 'string' || Object.keys(given).some((key) => !KEYS.has(key)))
    throw new Error(`The fixture ${name} expects something unknown`);
  const raw = {
    body: readFileSync(join(folder, body)),
    address,
    nowMs: FIXTURES_NOW_MS,
    ...(typeof charset === 'string' ? { charset } : {}),
  };
  return { name, raw, expected: expectedOf(name, given) };
}

function expectedOf(name: string, { feed, page, came }: Record<string, unknown>): ParsedFeed {
  if (Array.isArray(page)) return { status: 'page', feeds: page as string[] };
  if (came === 'data' || came === 'text' || came === 'nothing') return { status: 'failed', came };
  if (typeof feed !== 'object' || feed === null)
    throw new Error(`The fixture ${name} expects nothing`);
  const { items } = feed as { readonly items: readonly ExpectedItem[] };
  const expected = { ...feed, items: items.map(expectedItem) };
  return { status: 'feed', feed: expected } as unknown as ParsedFeed;
}

function expectedItem(item: ExpectedItem, position: number): unknown {
  const { publishedAt, updatedAt, ...rest } = item;
  return {
    ...rest,
    ...(publishedAt === undefined ? {} : { publishedAtMs: Date.parse(publishedAt) }),
    ...(updatedAt === undefined ? {} : { updatedAtMs: Date.parse(updatedAt) }),
    position,
  };
}
