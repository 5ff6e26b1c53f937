import { detectJsonFeed, ParseError, parseJsonFeed, type JsonFeed } from 'feedsmith';
import type { FeedDraft, ItemDraft } from './item-draft.ts';
import { MAX_ITEMS } from './slim-feed.ts';

/** A JSON Feed's first items and its last where there are more. */
export interface JsonDrafts {
  readonly first: FeedDraft;
  readonly last?: FeedDraft;
}

/**
 * The JSON Feed in a text that begins like an object; `none` for other data. A text that breaks off gives the items
 * that are whole.
 */
export function draftJsonFeed(text: string): JsonDrafts | 'none' {
  const data = parseObject(text) ?? parseObject(withoutBrokenItem(text));
  if (data === undefined || !detectJsonFeed(data)) return 'none';
  const items = Array.isArray(data['items']) ? (data['items'] as readonly unknown[]) : [];
  const draft = (some: readonly unknown[]): FeedDraft => draftFeed({ ...data, items: some });
  const first = draft(items.slice(0, MAX_ITEMS));
  return items.length <= MAX_ITEMS ? { first } : { first, last: draft(items.slice(-MAX_ITEMS)) };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Record<string, unknown>)
      : undefined;
  } catch {
    // No JSON: that is the answer.
    return undefined;
  }
}

/** Cuts a text after the last whole object of an array in its outermost object, and closes both. */
function withoutBrokenItem(text: string): string {
  let depth = 0;
  let isString = false;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') {
      isString = true;
    } else if (character === '{' || character === '[') {
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 2 && character === '}') end = at + 1;
    }
  }
  return `${text.slice(0, end)}]}`;
}

function draftFeed(data: Record<string, unknown>): FeedDraft {
  const feed = parseFeed(data);
  return {
    title: feed.title,
    siteUrl: feed.home_page_url,
    language: feed.language,
    items: (feed.items ?? []).map(draftItem),
  };
}

function parseFeed(data: Record<string, unknown>): JsonFeed.Feed<string> {
  try {
    return parseJsonFeed(data);
  } catch (error) {
    // A feed in which nothing stands: it is one all the same.
    if (error instanceof ParseError) return {};
    throw error;
  }
}

function draftItem(item: JsonFeed.Item<string>): ItemDraft {
  return {
    guid: item.id,
    // `external_url` is the page that a link blog's item is about.
    links: [
      item.url,
      item.external_url,
      item.id?.startsWith('http') === true ? item.id : undefined,
    ],
    title: item.title,
    texts: [item.content_html],
    bareText: item.content_text ?? item.summary,
    published: [item.date_published],
    updated: [item.date_modified],
    authors: (item.authors ?? []).map(({ name }) => name),
  };
}
