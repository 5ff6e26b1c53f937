/** The host of a link as resolvers and certificates know it: no brackets, no root dot. */
export function bareHostname(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, '').replace(/\.{1,255}$/u, '');
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
