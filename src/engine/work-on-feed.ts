import type { ParsedFeed, RawFeed } from '../digest/feeds/parse-feed.ts';

/** Reads a feed, or what came in its place; whoever reads articles needs nothing of what that takes. */
export async function workOnFeed(raw: RawFeed): Promise<ParsedFeed> {
  const { parseFeed } = await import('../digest/feeds/parse-feed.ts');
  return parseFeed(raw);
}
