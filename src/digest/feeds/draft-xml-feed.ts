import {
  ParseError,
  parseAtomFeed,
  parseRdfFeed,
  parseRssFeed,
  type AtomFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import type { FeedDraft, ItemDraft } from './item-draft.ts';
import type { FeedRoot } from './slim-feed.ts';

const PERIODS_MS: ReadonlyMap<string, number> = new Map([
  ['hourly', 3_600_000],
  ['daily', 86_400_000],
  ['weekly', 7 * 86_400_000],
]);

/** The feed in XML that `slimFeed` has written. */
export function draftXmlFeed(root: FeedRoot, xml: string): FeedDraft {
  try {
    return draft(root, xml);
  } catch (error) {
    // A feed in which nothing stands: it is one all the same.
    if (error instanceof ParseError) return { items: [] };
    throw error;
  }
}

function draft(root: FeedRoot, xml: string): FeedDraft {
  switch (root) {
    case 'rss':
      return draftRss(parseRssFeed(xml));
    case 'rdf':
      return draftRdf(parseRdfFeed(xml));
    case 'atom':
      return draftAtom(parseAtomFeed(xml));
  }
}

function draftRss(feed: RssFeed.Feed<string>): FeedDraft {
  return {
    title: feed.title ?? feed.atom?.title?.value,
    siteUrl: feed.link ?? siteLink(feed.atom?.links),
    language: feed.language ?? feed.dc?.languages?.[0],
    ttlMs: feed.ttl === undefined ? periodMs(feed.sy) : feed.ttl * 60_000,
    items: (feed.items ?? []).map(draftRssItem),
  };
}

function draftRssItem(item: RssFeed.Item<string>): ItemDraft {
  const { guid, atom, dc, dcterms } = item;
  // A GUID is a link unless it says that it is none (RSS 2.0, "guid").
  const guidLink = guid?.isPermaLink === false ? undefined : guid?.value;
  return {
    guid: guid?.value ?? atom?.id,
    links: [item.link, itemLink(atom?.links), absoluteOnly(guidLink)],
    title: item.title ?? dc?.titles?.[0] ?? atom?.title?.value,
    texts: [
      item.content?.encoded,
      item.description,
      atom?.content?.value,
      atom?.summary?.value,
      dc?.descriptions?.[0],
    ],
    published: [item.pubDate, dc?.dates?.[0], atom?.published, ...(dcterms?.created ?? [])],
    updated: [atom?.updated, ...(dcterms?.modified ?? [])],
    authors: [
      ...(dc?.creators ?? []),
      ...(item.authors ?? []).map(({ name }) => name),
      ...(atom?.authors ?? []).map(({ name }) => name),
    ],
  };
}

function draftRdf(feed: RdfFeed.Feed<string>): FeedDraft {
  return {
    title: feed.title,
    siteUrl: feed.link,
    language: feed.dc?.languages?.[0],
    ttlMs: periodMs(feed.sy),
    items: (feed.items ?? []).map(draftRdfItem),
  };
}

function draftRdfItem(item: RdfFeed.Item<string>): ItemDraft {
  const { dc, dcterms } = item;
  const about = item.rdf?.about;
  return {
    guid: about,
    links: [item.link, absoluteOnly(about)],
    title: item.title ?? dc?.titles?.[0],
    texts: [item.content?.encoded, item.description, dc?.descriptions?.[0]],
    published: [dc?.dates?.[0], ...(dcterms?.created ?? [])],
    updated: dcterms?.modified ?? [],
    authors: dc?.creators ?? [],
  };
}

function draftAtom(feed: AtomFeed.Feed<string>): FeedDraft {
  return {
    title: feed.title?.value,
    siteUrl: siteLink(feed.links),
    language: feed.xml?.lang,
    ttlMs: periodMs(feed.sy),
    items: (feed.entries ?? []).map(draftEntry),
  };
}

function draftEntry(entry: AtomFeed.Entry<string>): ItemDraft {
  const { dc, dcterms } = entry;
  return {
    guid: entry.id,
    links: [itemLink(entry.links), entry.content?.src, absoluteOnly(entry.id)],
    title: entry.title?.value,
    texts: [entry.content?.value, entry.summary?.value],
    published: [entry.published, dc?.dates?.[0], ...(dcterms?.created ?? [])],
    updated: [entry.updated, ...(dcterms?.modified ?? [])],
    authors: [...(entry.authors ?? []).map(({ name }) => name), ...(dc?.creators ?? [])],
  };
}

type Links = readonly AtomFeed.Link<string>[] | undefined;

/** The page that an entry stands for (RFC 4287, 4.1.1 and 4.2.7): `alternate` is what a link without `rel` is. */
function itemLink(links: Links): string | undefined {
  const pages = (links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
  const page = pages.find(({ type }) => type === undefined || type.includes('html')) ?? pages[0];
  return page?.href ?? links?.find(({ rel }) => rel === 'related' || rel === 'via')?.href;
}

function siteLink(links: Links): string | undefined {
  return links?.find(
    ({ rel = 'alternate', type }) => rel === 'alternate' && !/rss|atom/u.test(type ?? ''),
  )?.href;
}

/** An id that is used as a link is one only where it is a whole one. */
function absoluteOnly(id: string | undefined): string | undefined {
  return id !== undefined && /^\s*https?:\/\//iu.test(id) ? id : undefined;
}

/** RSS 1.0, "Syndication module": so many times a period. */
function periodMs(
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | undefined {
  const period = PERIODS_MS.get(sy?.updatePeriod?.trim().toLowerCase() ?? '');
  const times = sy?.updateFrequency ?? 1;
  return period === undefined || !(times >= 1) ? undefined : period / times;
}
