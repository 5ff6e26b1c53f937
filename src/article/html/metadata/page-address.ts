const MAX_URL_CHARS = 2_000;

/** An absolute http(s) address without name and password; undefined for anything else. */
export function webAddress(raw: string | undefined, base?: string): URL | undefined {
  const text = raw?.trim() ?? '';
  if (text === '' || text.length > MAX_URL_CHARS) return undefined;
  const url = URL.parse(text, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  if (url.hostname === '' || url.username !== '' || url.password !== '') return undefined;
  return url;
}

/** The first address that may be this page's own: on the same site, and not its front page for a page inside. */
export function canonicalAddress(
  candidates: readonly (string | undefined)[],
  url?: string,
): string | undefined {
  const page = webAddress(url);
  for (const candidate of candidates) {
    const found = webAddress(candidate);
    if (found === undefined) continue;
    if (page === undefined) {
      if (found.hostname.includes('.')) return found.href;
      continue;
    }
    const isFront = found.pathname === '/' && found.search === '' && page.pathname !== '/';
    if (siteOf(found.hostname) === siteOf(page.hostname) && !isFront) return found.href;
  }
  return undefined;
}

/** The part of a host's name that sites share among their hosts, near enough without a list of public suffixes. */
function siteOf(host: string): string {
  const labels = host.split('.');
  const country = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const isShared = country.length === 2 && second.length <= 3 && labels.length > 2;
  return labels.slice(isShared ? -3 : -2).join('.');
}
