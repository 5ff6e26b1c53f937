import { decodeText } from '../../article/decode/decode-text.ts';
import type { FoundInstead } from '../../post/feed-problem.ts';
import type { Feed } from '../../ports/feed.ts';
import { discoverFeeds } from './discover-feeds.ts';
import { draftJsonFeed } from './draft-json-feed.ts';
import { draftXmlFeed } from './draft-xml-feed.ts';
import { finishFeed, type FeedPlace } from './finish-feed.ts';
import type { FeedDraft } from './item-draft.ts';
import { slimFeed } from './slim-feed.ts';

/** What came from a feed's address. */
export interface RawFeed extends FeedPlace {
  readonly body: Uint8Array;
  /** As the server named it. The type is not asked: too many feeds are announced as something else. */
  readonly charset?: string;
}

export type ParsedFeed =
  | { readonly status: 'feed'; readonly feed: Feed }
  /** A site's page: where its feeds may be, best first. */
  | { readonly status: 'page'; readonly feeds: readonly string[] }
  | { readonly status: 'failed'; readonly came: Exclude<FoundInstead, 'page'> };

/**
 * Reads RSS, RDF, Atom or JSON Feed out of what came, by what is in it. Never throws over what it is given; time and
 * memory grow with its size alone. A feed that breaks off gives its whole items.
 */
export function parseFeed({ body, charset, ...place }: RawFeed): ParsedFeed {
  const text = decodeText(body, charset === undefined ? {} : { charset });
  const start = text.slice(0, 1000).trimStart();
  if (start === '') return { status: 'failed', came: 'nothing' };
  if (start.startsWith('{') || start.startsWith('[')) return parseJson(text, place);
  const slim = slimFeed(text, place.address);
  if (slim !== undefined) {
    const { root, first, last } = slim;
    const draft = (xml: string): FeedDraft => draftXmlFeed(root, xml);
    return finishEnd(
      { first: draft(first), last: () => (last === undefined ? undefined : draft(last)) },
      place,
    );
  }
  if (!/<[a-z!?][^<>]{0,1000}>/iu.test(text.slice(0, 5000)))
    return { status: 'failed', came: 'text' };
  // Any markup that is no feed is a page: what names feeds in it is looked for.
  return { status: 'page', feeds: discoverFeeds(text, place.address) };
}

function parseJson(text: string, place: FeedPlace): ParsedFeed {
  const drafts = draftJsonFeed(text);
  if (drafts === 'none') return { status: 'failed', came: 'data' };
  return finishEnd({ first: drafts.first, last: () => drafts.last }, place);
}

interface Ends {
  readonly first: FeedDraft;
  readonly last: () => FeedDraft | undefined;
}

/** A long feed that runs from its oldest item on has its news at its end. */
function finishEnd({ first, last }: Ends, place: FeedPlace): ParsedFeed {
  const { feed, isTurned } = finishFeed(first, place);
  const end = isTurned ? last() : undefined;
  return { status: 'feed', feed: end === undefined ? feed : finishFeed(end, place).feed };
}
