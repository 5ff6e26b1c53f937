import { createHash, timingSafeEqual } from 'node:crypto';
import { PERSON } from '../address.ts';
import type { Attempts } from './create-attempts.ts';
import type { Sessions } from './open-sessions.ts';

/** Sent by our page with everything that changes something: no form and no other site can send it. */
export const OWN_HEADER = 'x-nutgraf-playground';

/** What whoever is let in has to know. */
export interface GuardOptions {
  readonly password: string;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
}

export type Admitted =
  | {
      readonly status: 'admitted';
      /** Who asks. */
      readonly person: string;
      /** By which their browser is known from now on. */
      readonly cookie?: string;
    }
  | { readonly status: 'refused'; readonly response: Response };

/** `caller` is the address that a request comes from. */
export type Guard = (request: Request, caller: string) => Promise<Admitted>;

/** This machine: no name that others could have lead here. */
const OWN_NAMES = /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/u;

/**
 * Keeps out who is not to come in: other sites' pages (CSRF), and other names that lead here (DNS rebinding), or where
 * there is a password people without it. Wrong passwords hold up the address that they come from: who has a session
 * passes, and so does who comes from elsewhere with the right one.
 */
export function createGuard(options?: GuardOptions): Guard {
  return async (request, caller) => {
    const url = new URL(request.url);
    if (options === undefined && !OWN_NAMES.test(url.hostname))
      return refused(refusal(403, 'The playground is at localhost.'));
    const others = refuseOtherSites(request, url);
    if (others !== undefined) return refused(others);
    return options === undefined
      ? { status: 'admitted', person: PERSON }
      : admitByPassword(request, caller, options);
  };
}

async function admitByPassword(
  request: Request,
  caller: string,
  { password, sessions, attempts }: GuardOptions,
): Promise<Admitted> {
  const person = sessions.find(request);
  if (person !== undefined) return { status: 'admitted', person };
  const given = readPassword(request.headers.get('authorization'));
  if (given !== undefined) {
    if (attempts.isFull(caller))
      return refused(
        refusal(429, 'Too many wrong passwords come from your address: wait a minute.'),
      );
    if (isSame(given, password)) return { status: 'admitted', ...sessions.begin() };
    await attempts.holdUp(caller);
  }
  const challenge = { 'www-authenticate': 'Basic realm="Nutgraf playground", charset="UTF-8"' };
  return refused(refusal(401, 'The password is missing or wrong.', challenge));
}

function refused(response: Response): Admitted {
  return { status: 'refused', response };
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
