/** An address that a link may lead to; `undefined` for `javascript:` and whatever else is not the web. */
export function findWebAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  return isWeb ? parsed.href : undefined;
}
