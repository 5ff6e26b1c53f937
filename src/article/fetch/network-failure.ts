import { errors } from 'undici';
import type { Problem } from '../problem.ts';
import { ProxyRefusal } from './dial.ts';
import { findErrorCode } from './find-error-code.ts';

/** Why a host could not be reached: `Problem.reason`, by the code of Node, OpenSSL or undici. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'connection refused'],
  ['ECONNRESET', 'connection broken off'],
  ['EPIPE', 'connection broken off'],
  ['UND_ERR_SOCKET', 'connection broken off'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'connection broken off'],
  ['ETIMEDOUT', 'no answer'],
  ['EHOSTUNREACH', 'no way to the host'],
  ['ENETUNREACH', 'no way to the host'],
  ['EADDRNOTAVAIL', 'no way to the host'],
  ['UND_ERR_HEADERS_OVERFLOW', 'headers too large'],
  ['CERT_HAS_EXPIRED', 'certificate expired'],
  ['CERT_NOT_YET_VALID', 'certificate not valid yet'],
  ['CERT_REVOKED', 'certificate revoked'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate for another name'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate not trusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate not trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate not trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate not trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate not trusted'],
  ['CERT_UNTRUSTED', 'certificate not trusted'],
]);

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^HPE_/u, 'answer is not HTTP'],
  [/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/u, 'no secure connection'],
  [/CERT/u, 'certificate not valid'],
];

/** What an error while connecting or reading means to a reader; nothing when it is no failure of the network. */
export function findNetworkProblem(error: unknown, host: string): Problem | undefined {
  if (error instanceof ProxyRefusal) {
    if (error.status === 407) return { code: 'refused', host, status: error.status };
    return { code: 'unreachable', host, reason: `the proxy answered ${error.status}` };
  }
  // undici's parser does not always give a code; Node's own, that reads a proxy's answer, does.
  if (error instanceof errors.HTTPParserError) {
    return { code: 'unreachable', host, reason: 'answer is not HTTP' };
  }
  const code = findErrorCode(error);
  if (code === undefined) return undefined;
  const family = FAMILIES.find(([pattern]) => pattern.test(code))?.[1];
  return { code: 'unreachable', host, reason: REASONS.get(code) ?? family ?? 'connection failed' };
}

/** Whether a connection that was there broke off: trying again may do better. */
export function isReset(error: unknown): boolean {
  return REASONS.get(findErrorCode(error) ?? '') === 'connection broken off';
}
