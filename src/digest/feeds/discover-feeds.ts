import { Parser } from 'htmlparser2';
import { plainText } from '../../text/plain-text.ts';

/** Ours: more addresses than these are not tried. */
export const MAX_FOUND_FEEDS = 12;

/** The page is looked at so much at a time, and no further than this: feeds are named in its head, or at its foot. */
const CHUNK_CHARS = 65_536;
const MAX_PAGE_CHARS = 3_000_000;
const MAX_DEPTH = 500;
const MAX_LINKS = 30;
const MAX_ADDRESS_CHARS = 2000;

/** RFC 4287, RFC 3023's and JSON Feed's types, and what sites write for RSS. */
const FEED_TYPE = /^(?:application|text)\/(?:(?:x-)?(?:rss|atom|rdf)(?:\+xml)?|feed\+json)$/u;
/** Types of which feeds are a part: the address has to look like one. */
const LOOSE_TYPE = /^(?:application|text)\/(?:xml|json)$/u;
/** A path that is most likely a feed's. */
const FEED_PATH =
  /(?:^|\/)(?:feeds?|rss\d?|atom\d?|rdf)(?:\/|$)|(?:^|[/._-])(?:feed|rss|atom|index)\.(?:xml|rdf|json|php|aspx?)$|\.(?:rss|atom|rdf)$/iu;
const FEED_HOST = /^(?:feeds?|rss|feeds2?\.feedburner)\./iu;
/** Feeds of comments, in the words of the systems that make them. */
const COMMENTS =
  /\bcomm?ent(?:s|ary|aires?|arios?|ari)?\b|\bkommentare?\b|\breacties\b|комментари|コメント|评论|댓글/iu;

const WELL_KNOWN = ['feed', 'rss', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml', 'feed.json'];

/**
 * Where a page's site may have its feeds, best first: what the page's head names, then links in it that look like
 * feeds, then where sites usually have them. Absolute http(s) addresses, each once, of the page's own site before
 * others, none of comments; at most `MAX_FOUND_FEEDS`.
 */
export function discoverFeeds(html: string, pageUrl: string): readonly string[] {
  const { declared, visible, base } = collectLinks(html, pageUrl);
  const page = new URL(pageUrl);
  const absolute = (links: readonly string[]): readonly string[] =>
    ownSiteFirst(
      links.map((link) => feedAddress(link, base)).filter((link) => link !== undefined),
      page,
    );
  const folders = [new URL('.', page), new URL('/', page)];
  const wellKnown = WELL_KNOWN.flatMap((name) =>
    folders.map((folder) => new URL(name, folder).href),
  );
  const all = new Set([...absolute(declared), ...absolute(visible), ...wellKnown]);
  all.delete(page.href);
  return [...all].slice(0, MAX_FOUND_FEEDS);
}

interface Links {
  readonly declared: readonly string[];
  readonly visible: readonly string[];
  readonly base: string;
}

type Attributes = Readonly<Record<string, string>>;

function collectLinks(html: string, pageUrl: string): Links {
  const declared: string[] = [];
  const visible: string[] = [];
  let base: string | undefined;
  let depth = 0;
  const open = (name: string, attributes: Attributes): void => {
    depth += 1;
    const { href } = attributes;
    if (href === undefined || href.length > MAX_ADDRESS_CHARS) return;
    if (name === 'base') base ??= URL.parse(href, pageUrl)?.href;
    const links = name === 'link' ? declared : visible;
    const isFeed =
      name === 'link' ? isDeclared(attributes, href) : name === 'a' && isVisible(attributes, href);
    if (isFeed && links.length < MAX_LINKS) links.push(href);
  };
  const parser = new Parser({ onopentag: open, onclosetag: () => (depth -= 1) });
  const end = Math.min(html.length, MAX_PAGE_CHARS);
  for (let at = 0; at < end && depth <= MAX_DEPTH; at += CHUNK_CHARS) {
    parser.write(html.slice(at, Math.min(end, at + CHUNK_CHARS)));
  }
  return { declared, visible, base: base ?? pageUrl };
}

/** `<link rel="alternate" type="…">` (HTML standard, 4.6.7.1), of JSON Feed too. */
function isDeclared({ rel = '', type = '', title = '' }: Attributes, href: string): boolean {
  const rels = rel.toLowerCase().split(/\s+/u, 10);
  if (!rels.some((one) => one === 'alternate' || one === 'feed')) return false;
  if (isOfComments(href, title)) return false;
  const essence = type.toLowerCase().split(';', 1)[0]?.trim() ?? '';
  if (FEED_TYPE.test(essence) || (essence === '' && rels.includes('feed'))) return true;
  return LOOSE_TYPE.test(essence) && looksLikeFeed(href);
}

function isVisible({ title = '' }: Attributes, href: string): boolean {
  return looksLikeFeed(href) && !isOfComments(href, title);
}

function looksLikeFeed(href: string): boolean {
  const url = URL.parse(href, 'http://page.invalid/');
  return url !== null && (FEED_PATH.test(url.pathname) || FEED_HOST.test(url.hostname));
}

function isOfComments(href: string, title: string): boolean {
  return COMMENTS.test(href.slice(0, 500)) || COMMENTS.test(plainText(title.slice(0, 200)));
}

function feedAddress(href: string, base: string): string | undefined {
  // `feed:` before an address is for programs that subscribe (and `feed://` in place of `http://`).
  const bare = href
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/iu, '')
    .replace(/^feed:\/\//iu, 'http://');
  const url = URL.parse(bare, base);
  if (url === null || !/^https?:$/u.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}

function ownSiteFirst(links: readonly string[], page: URL): readonly string[] {
  const isOwn = (link: string): boolean => bareHost(new URL(link)) === bareHost(page);
  return [...links.filter(isOwn), ...links.filter((link) => !isOwn(link))];
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./u, '');
}
