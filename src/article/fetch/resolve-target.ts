import { lookup as resolveName } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Problem } from '../problem.ts';
import type { Lookup } from './fetch-options.ts';
import { findErrorCode } from './find-error-code.ts';
import { bareHostname, portOf } from './link-host.ts';
import { isPublicAddress } from './public-address.ts';

/** Names that no public resolver may know (RFC 6761, 6762, 8375 and ICANN's `internal`). */
const LOCAL_SUFFIX = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/u;

export interface Guard {
  readonly allowedPrivateHosts: readonly string[];
  readonly lookup: Lookup;
  /** Whether a proxy makes the connection, so that a name unknown here may be known there. */
  readonly behindProxy: boolean;
}

export type Target =
  | { readonly status: 'allowed'; readonly addresses: readonly string[] }
  | { readonly status: 'failed'; readonly problem: Problem };

/**
 * Decides whether the host of `url` may be visited, and at which addresses. Whoever connects must use these and never
 * ask for the name again: then the address connected to is the one that was checked.
 *
 * - One address in the answer that is not public refuses the name: an honest public name has none, and taking the
 *   others would let a name probe what is reachable from here.
 * - `localhost` and names below it are refused without asking.
 * - An exception in `allowedPrivateHosts` fits the host as it stands in the link and its exact port; `127.0.0.1:8080`
 *   does not open `localhost:8080`, nor a name that resolves to it.
 * - Behind a proxy, the proxy looks the name up again, and this check cannot bind it to the same answer; and a name
 *   with a dot that is unknown here is left to the proxy (`addresses` is empty), for many networks with a proxy do
 *   not resolve outside names. What a proxy must not reach, the proxy has to refuse.
 */
export async function resolveTarget(url: URL, guard: Guard): Promise<Target> {
  const hostname = bareHostname(url);
  const isException = isAllowedPrivate(url, guard.allowedPrivateHosts);
  const refused: Target = {
    status: 'failed',
    problem: { code: 'address-not-allowed', host: url.host },
  };
  if (isIP(hostname) !== 0) {
    return isException || isPublicAddress(hostname)
      ? { status: 'allowed', addresses: [hostname] }
      : refused;
  }
  if (!isException && /(?:^|\.)localhost$/u.test(hostname)) return refused;
  const addresses = await findAddresses(hostname, guard.lookup);
  if (addresses.length === 0) {
    const isForProxy = guard.behindProxy && hostname.includes('.') && !LOCAL_SUFFIX.test(hostname);
    if (isForProxy) return { status: 'allowed', addresses };
    return { status: 'failed', problem: { code: 'unknown-host', host: hostname } };
  }
  return isException || addresses.every(isPublicAddress)
    ? { status: 'allowed', addresses }
    : refused;
}

/** Every address that the system's resolver has for a name. */
export const systemLookup: Lookup = async (hostname) => {
  const records = await resolveName(hostname, { all: true, order: 'verbatim' });
  return records.map((record) => record.address);
};

async function findAddresses(hostname: string, lookup: Lookup): Promise<readonly string[]> {
  try {
    return await lookup(hostname);
  } catch (error) {
    // A resolver says "no such name", "no answer" and "try again" by throwing; for a reader they are the same.
    if (findErrorCode(error) !== undefined) return [];
    throw error;
  }
}

function isAllowedPrivate(url: URL, allowed: readonly string[]): boolean {
  const wanted = `${bareHostname(url)}:${portOf(url)}`;
  return allowed.some((entry) => normalizeHostPort(entry) === wanted);
}

/** `[::1]:8080`, `Intranet.Example.:80` → as `bareHostname` and `portOf` give them. No port means no exception. */
function normalizeHostPort(entry: string): string | undefined {
  const [, host, port] = /^(.+):(\d{1,5})$/u.exec(entry.trim()) ?? [];
  const url = host === undefined ? null : URL.parse(`http://${host}/`);
  return url === null || port === undefined ? undefined : `${bareHostname(url)}:${Number(port)}`;
}
