import { createHash } from 'node:crypto';
import type { Feed, FeedItem } from '../../ports/feed.ts';
import { plainText } from '../../text/plain-text.ts';
import { bareText, bodyText, MAX_TEXT_CHARS, titleText } from './feed-text.ts';
import type { FeedDraft, ItemDraft } from './item-draft.ts';
import { parseFeedDate } from './parse-feed-date.ts';

const MAX_URL_CHARS = 2000;
const MAX_ID_CHARS = 300;
const MAX_NAME_CHARS = 100;
const MAX_AUTHORS = 10;
const MAX_TTL_MS = 7 * 24 * 60 * 60 * 1000;
/** Of all items together: what is kept of a feed between two readings. */
const MAX_FEED_TEXT_CHARS = 250_000;

export interface FeedPlace {
  /** Where the feed was found. */
  readonly address: string;
  /** When it was got, ms since 1970. */
  readonly nowMs: number;
}

type Unplaced = Omit<FeedItem, 'id' | 'position'> & { readonly guid: string };

export interface FinishedFeed {
  readonly feed: Feed;
  /** It ran from its oldest item to its newest, and was turned round. */
  readonly isTurned: boolean;
}

/** Cleans a feed: plain text, absolute links, moments, ids that stay; the newest first. Pure but for the clock given. */
export function finishFeed(draft: FeedDraft, place: FeedPlace): FinishedFeed {
  const siteUrl = absoluteUrl(draft.siteUrl, [place.address]);
  const bases = [...(siteUrl === undefined ? [] : [siteUrl]), place.address];
  const title = titleText(draft.title ?? '');
  const language = languageOf(draft.language);
  const ttlMs = draft.ttlMs ?? 0;
  const items = draft.items.map((item) => finishItem(item, bases, place.nowMs));
  const told = items.filter(
    (item) => item.title !== '' || item.text !== '' || item.url !== undefined,
  );
  const isTurned = isOldestFirst(told);
  const feed = {
    ...(title === '' ? {} : { title }),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(language === undefined ? {} : { language }),
    items: withinBudget(withIds(isTurned ? told.toReversed() : told)),
    ...(ttlMs > 0 ? { ttlMs: Math.min(ttlMs, MAX_TTL_MS) } : {}),
  };
  return { feed, isTurned };
}

/** Whether a feed's dates say that it runs from its oldest item to its newest. */
function isOldestFirst(items: readonly Unplaced[]): boolean {
  const dates = items
    .map((item) => item.publishedAtMs ?? item.updatedAtMs)
    .filter((date) => date !== undefined);
  const [first = 0] = dates;
  const last = dates.at(-1) ?? 0;
  if (dates.length < 3 || last <= first) return false;
  const rises = dates.filter((date, at) => at > 0 && date > (dates[at - 1] ?? 0)).length;
  return rises > (dates.length - 1) / 2;
}

function finishItem(item: ItemDraft, bases: readonly string[], nowMs: number): Unplaced {
  const url = firstOf(item.links, (link) => absoluteUrl(link, bases));
  const publishedAtMs = firstOf(item.published, (date) => parseFeedDate(date, nowMs));
  const updatedAtMs = firstOf(item.updated, (date) => parseFeedDate(date, nowMs));
  return {
    guid: plainText((item.guid ?? '').slice(0, 4 * MAX_ID_CHARS)),
    ...(url === undefined ? {} : { url }),
    title: titleText(item.title ?? ''),
    text: textOf(item),
    ...(publishedAtMs === undefined ? {} : { publishedAtMs }),
    ...(updatedAtMs === undefined ? {} : { updatedAtMs }),
    authors: authorsOf(item),
  };
}

function textOf({ texts, bareText: bare }: ItemDraft): string {
  const html = firstOf(texts, (text) => bodyText(text, MAX_TEXT_CHARS) || undefined);
  return html ?? bareText(bare ?? '', MAX_TEXT_CHARS);
}

function authorsOf({ authors }: ItemDraft): readonly string[] {
  const names = authors
    .slice(0, MAX_AUTHORS)
    .map((name) => titleText((name ?? '').slice(0, MAX_NAME_CHARS)))
    // An address of mail is no name that people read.
    .filter((name) => name !== '' && !/^\S+@\S+$/u.test(name));
  return [...new Set(names)];
}

function firstOf<T>(
  values: readonly (string | undefined)[],
  read: (value: string) => T | undefined,
): T | undefined {
  for (const value of values) {
    const found = value === undefined ? undefined : read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An absolute http(s) address without name and password; line breaks in it are what editors leave. */
function absoluteUrl(raw: string | undefined, bases: readonly string[]): string | undefined {
  const text = raw?.trim() ?? '';
  if (text === '' || text.length > MAX_URL_CHARS) return undefined;
  const url = URL.parse(text) ?? firstOf(bases, (base) => URL.parse(text, base) ?? undefined);
  if (url === undefined || !/^https?:$/u.test(url.protocol) || url.hostname === '')
    return undefined;
  url.username = '';
  url.password = '';
  return url.href.length > MAX_URL_CHARS ? undefined : url.href;
}

function languageOf(raw: string | undefined): string | undefined {
  const tag = raw?.trim().toLowerCase().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/u.test(tag) ? tag : undefined;
}

/**
 * A GUID that several different items share is none. The same item twice, by GUID and link or by what it says, is one:
 * the first.
 */
function withIds(items: readonly Unplaced[]): readonly FeedItem[] {
  const isShared = sharedAmong(items, ({ guid }) => guid);
  const isSharedUrl = sharedAmong(items, ({ url }) => url ?? '');
  const found = new Map<string, Omit<FeedItem, 'position'>>();
  for (const { guid, ...item } of items) {
    const candidates = [
      isShared(guid) ? '' : guid,
      isSharedUrl(item.url ?? '') ? '' : (item.url ?? ''),
    ];
    const id = candidates.find((candidate) => candidate !== '') ?? hashOf(item);
    const short = id.length <= MAX_ID_CHARS ? id : hashOf({ title: id, text: '' });
    if (!found.has(short)) found.set(short, { id: short, ...item });
  }
  return [...found.values()].map((item, position) => ({ ...item, position }));
}

/** Which keys stand for items that are told apart by their title and link. */
function sharedAmong(
  items: readonly Unplaced[],
  keyOf: (item: Unplaced) => string,
): (key: string) => boolean {
  const bearers = new Map<string, string>();
  const shared = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    const bearer = `${item.title}\n${item.url ?? ''}`;
    if ((bearers.get(key) ?? bearer) !== bearer) shared.add(key);
    bearers.set(key, bearer);
  }
  return (key) => shared.has(key);
}

function hashOf({ url, title, text }: Pick<FeedItem, 'url' | 'title' | 'text'>): string {
  // An item that is edited keeps its title more often than its text.
  const said = title === '' ? text : title;
  return createHash('sha256')
    .update(JSON.stringify([url ?? '', said]))
    .digest('base64url')
    .slice(0, 22);
}

function withinBudget(items: readonly FeedItem[]): readonly FeedItem[] {
  let left = MAX_FEED_TEXT_CHARS;
  return items.map((item) => {
    const text = item.text.length <= left ? item.text : '';
    left -= text.length;
    return { ...item, text };
  });
}
