import ipaddr from 'ipaddr.js';
import type { ProxySettings } from './fetch-options.ts';
import { bareHostname, portOf } from './link-host.ts';

/**
 * The proxy that a link goes through, `direct`, or `invalid` when the setting is none that we can use (an http or https
 * proxy): going out directly then would pass by what somebody put there on purpose.
 */
export function findProxy(url: URL, settings: ProxySettings): URL | 'direct' | 'invalid' {
  const setting = (url.protocol === 'https:' ? settings.https : settings.http)?.trim() ?? '';
  if (setting === '' || isExcepted(url, settings.except ?? '')) return 'direct';
  const proxy = URL.parse(setting.includes('://') ? setting : `http://${setting}`);
  return proxy !== null && /^https?:$/u.test(proxy.protocol) ? proxy : 'invalid';
}

/** The `Proxy-Authorization` for the name and password in the proxy's address (RFC 7617). */
export function proxyAuthorization(proxy: URL): string | undefined {
  if (proxy.username === '' && proxy.password === '') return undefined;
  const pair = `${decodePart(proxy.username)}:${decodePart(proxy.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** A password with a bare `%` in it is no valid escape and means itself. */
function decodePart(part: string): string {
  return /%(?![0-9a-f]{2})/iu.test(part) ? part : unescapeUtf8(part);
}

function unescapeUtf8(part: string): string {
  const bytes = part.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function isExcepted(url: URL, list: string): boolean {
  const hostname = bareHostname(url);
  return list
    .toLowerCase()
    .split(/[\s,]+/u)
    .some((entry) => entry !== '' && fits(entry, { hostname, port: portOf(url) }));
}

function fits(
  entry: string,
  target: { readonly hostname: string; readonly port: number },
): boolean {
  if (entry === '*' || isInBlock(target.hostname, entry)) return true;
  // `host:80` or `[::1]:80`, but not the last group of a bare `::1`.
  const [, name = entry, port] = /^(\[.*\]|[^:]*):(\d+)$/u.exec(entry) ?? [];
  if (port !== undefined && Number(port) !== target.port) return false;
  const bare = name.replace(/^\*?\.|^\[/u, '').replace(/[\].]$/u, '');
  return bare !== '' && (target.hostname === bare || target.hostname.endsWith(`.${bare}`));
}

function isInBlock(hostname: string, entry: string): boolean {
  if (!ipaddr.isValid(hostname) || !ipaddr.isValidCIDR(entry)) return false;
  const address = ipaddr.parse(hostname);
  const [network, bits] = ipaddr.parseCIDR(entry);
  return address.kind() === network.kind() && address.match(network, bits);
}
