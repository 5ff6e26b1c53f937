/** Discord's hosts for files. */
const FILE_HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** Whether a file lies with Discord, or with whoever stands in for it at another address of the API. */
export function mayFetchFile(url: URL, apiUrl: string | undefined): boolean {
  if (url.protocol === 'https:' && url.port === '' && FILE_HOSTS.has(url.hostname)) return true;
  const api = apiUrl === undefined ? null : URL.parse(apiUrl);
  return api !== null && url.protocol === api.protocol && url.hostname === api.hostname;
}
