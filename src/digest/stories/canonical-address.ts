import addressData from './data/addresses.json' with { type: 'json' };

/** Longer addresses are nobody's article; whoever compares them should not have to keep them. */
const MAX_ADDRESS_CHARS = 2000;

/**
 * An address in the one form that all its variants share: without scheme, `www.` and the like, fragment, tracking
 * parameters, AMP, default file and slash at the end. Careful: parameters that are not known for tracking stay, sorted by
 * name, and the path keeps its letter case. `undefined` for what is no http(s) address. Only good for comparing.
 */
export function canonicalAddress(address: string): string | undefined {
  const url = parseAddress(address);
  if (url === undefined) return undefined;
  const host = canonicalHost(url);
  const path = canonicalPath(url.pathname);
  const query = canonicalQuery(url.searchParams);
  const route = ROUTE.test(url.hash) ? url.hash : '';
  return `${host}${path}${query}${route}`;
}

function parseAddress(address: string): URL | undefined {
  const bare = address.trim();
  if (bare.length > MAX_ADDRESS_CHARS || !URL.canParse(bare)) return undefined;
  const url = new URL(bare);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

/** `m.`, `mobile.` and `amp.` are other faces of a site only where a name and its ending are left. */
function canonicalHost({ hostname, port }: URL): string {
  const bare = hostname.replace(/\.$/u, '').replace(/^www\d?\./u, '');
  const [first = '', ...rest] = bare.split('.');
  const isFace = rest.length >= 2 && FACES.has(first) && !/^\d+$/u.test(rest.at(-1) ?? '');
  const name = isFace ? rest.join('.').replace(/^www\./u, '') : bare;
  return port === '' || port === '80' || port === '443' ? name : `${name}:${port}`;
}

function canonicalPath(pathname: string): string {
  const pieces = pathname.split('/').filter((piece) => piece !== '');
  const last = pieces.at(-1);
  if (last !== undefined && DEFAULT_FILES.test(last)) pieces.pop();
  // An AMP page's mark stands at the end of the path nearly everywhere, and in front of it on a few sites.
  if (pieces.length > 1 && AMP_PIECE.test(pieces.at(-1) ?? '')) pieces.pop();
  else if (pieces.length > 1 && AMP_PIECE.test(pieces[0] ?? '')) pieces.shift();
  const end = pieces.length - 1;
  if (end >= 0) pieces[end] = (pieces[end] ?? '').replace(AMP_FILE, '$1$2');
  return pieces.map((piece) => `/${evenEscapes(piece)}`).join('');
}

/** `%7E` and `~` are the same, and so are `%c3` and `%C3` (RFC 3986, 6.2.2). */
function evenEscapes(piece: string): string {
  return piece.replace(/%[0-9a-f]{2}/giu, (escape) => {
    const sign = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return UNRESERVED.test(sign) ? sign : escape.toUpperCase();
  });
}

function canonicalQuery(params: URLSearchParams): string {
  const kept = [...params].filter(([name, value]) => !isTracking(name.toLowerCase(), value));
  if (kept.length === 0) return '';
  // By name only: where a name comes twice its order may mean something.
  const sorted = kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `?${new URLSearchParams(sorted).toString()}`;
}

function isTracking(name: string, value: string): boolean {
  if (TRACKING.has(name) || TRACKING_STARTS.some((start) => name.startsWith(start))) return true;
  const folded = value.toLowerCase();
  if (name === 'amp') return folded === '' || folded === '1' || folded === 'true';
  if (name === 'outputtype' || name === 'output') return folded === 'amp';
  // "ref" and "source" say where a reader came from, and sometimes which article is meant.
  return REFERRER_NAMES.has(name) && REFERRERS.has(folded);
}

const FACES: ReadonlySet<string> = new Set(addressData.faces);
const TRACKING: ReadonlySet<string> = new Set(addressData.tracking);
const TRACKING_STARTS: readonly string[] = addressData.trackingStarts;
const REFERRER_NAMES: ReadonlySet<string> = new Set(addressData.referrerNames);
const REFERRERS: ReadonlySet<string> = new Set(addressData.referrers);
const AMP_PIECE = /^amp$/iu;
const AMP_FILE = /(?:\.amp(\.html?)?|(\.html?)\.amp)$/iu;
const DEFAULT_FILES = /^(?:index|default)\.(?:html?|php|aspx?|jsp)$/iu;
const UNRESERVED = /^[A-Za-z0-9\-._~]$/u;
/** Pages of one file: what stands behind `#!` or `#/` is the page. */
const ROUTE = /^#!?\/./u;
