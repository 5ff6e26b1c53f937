import { createHash, timingSafeEqual } from 'node:crypto';

/** Sent by our page with everything that changes something: no form and no other site can send it. */
export const OWN_HEADER = 'x-nutgraf-playground';

export interface Guard {
  /** Without it only this machine's own names lead to the page. */
  readonly password?: string;
  readonly nowMs: () => number;
}

/** Ours: wrong passwords a minute, whoever tries; then nobody gets in until it is over. */
const MAX_WRONG = 20;
const MINUTE_MS = 60_000;
const OWN_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps out who is not to come in: other names that lead here (DNS rebinding), other sites' pages (CSRF), and people
 * without the password where there is one. `undefined` where a request may come in.
 */
export function createGuard({
  password,
  nowMs,
}: Guard): (request: Request) => Response | undefined {
  const wrongAtMs: number[] = [];
  const refusePassword = (request: Request): Response | undefined => {
    if (password === undefined) return undefined;
    while ((wrongAtMs[0] ?? Infinity) < nowMs() - MINUTE_MS) wrongAtMs.shift();
    if (wrongAtMs.length >= MAX_WRONG)
      return refusal(429, 'Too many wrong passwords: wait a minute.');
    const given = readPassword(request.headers.get('authorization'));
    if (given !== undefined && isSame(given, password)) return undefined;
    if (given !== undefined) wrongAtMs.push(nowMs());
    return refusal(401, 'The password is missing or wrong.', {
      'www-authenticate': 'Basic realm="Nutgraf playground", charset="UTF-8"',
    });
  };
  return (request) => {
    const url = new URL(request.url);
    if (password === undefined && !OWN_NAMES.has(url.hostname))
      return refusal(403, 'The playground is at localhost.');
    return refuseOtherSites(request, url) ?? refusePassword(request);
  };
}

/** The page itself may be linked to from anywhere; all else is for the page alone. */
function refuseOtherSites({ headers, method }: Request, url: URL): Response | undefined {
  const isRead = method === 'GET' || method === 'HEAD';
  const site = headers.get('sec-fetch-site') ?? 'none';
  const isOwn = site === 'same-origin' || site === 'none';
  if (!isOwn && !(isRead && url.pathname === '/'))
    return refusal(403, 'Only the playground’s own page may ask this.');
  if (isRead) return undefined;
  const origin = URL.parse(headers.get('origin') ?? '');
  // A proxy may speak HTTPS where we do not.
  return origin?.host === url.host && headers.get(OWN_HEADER) === '1'
    ? undefined
    : refusal(403, 'Only the playground’s own page may do this.');
}

/** Basic authentication: the name does not matter. */
function readPassword(header: string | null): string | undefined {
  const encoded = /^basic ([\w+/=-]{1,1000})$/iu.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const given = Buffer.from(encoded, 'base64').toString('utf8');
  return given.slice(given.indexOf(':') + 1);
}

/** In the same time, however much of it is right. */
function isSame(given: string, password: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(password));
}

function refusal(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  });
}
