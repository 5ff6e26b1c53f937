/** Whether a link leads to a site that the settings keep the bot off: `example.com` means its sub-domains too. */
export function findBlockedSite(link: string, blocked: readonly string[]): string | undefined {
  const host = URL.parse(link)?.hostname.replace(/\.$/u, '').toLowerCase();
  if (host === undefined) return undefined;
  const isBlocked = blocked.some((site) => {
    const bare = site.toLowerCase().replace(/^(?:\*\.|\.)/u, '');
    return host === bare || host.endsWith(`.${bare}`);
  });
  return isBlocked ? host : undefined;
}
