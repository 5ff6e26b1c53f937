import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createAttempts } from '../../../src/platforms/playground/http/create-attempts.ts';
import {
  createGuard,
  OWN_HEADER,
  type Admitted,
  type Guard,
} from '../../../src/platforms/playground/http/guard-request.ts';
import { openSessions } from '../../../src/platforms/playground/http/open-sessions.ts';
import { makeFolder } from '../../cli/temp-folder.ts';

const open = createGuard();
const own = { origin: 'http://localhost:3000', [OWN_HEADER]: '1' };
const here = '127.0.0.1';
const password = 'tide and mooring';

/** `undefined` where it is let in. */
const guard = async (request: Request): Promise<Response | undefined> =>
  refusalOf(await open(request, here));

function refusalOf(admitted: Admitted): Response | undefined {
  return admitted.status === 'refused' ? admitted.response : undefined;
}

function get(url: string, headers: Record<string, string> = {}): Request {
  return new Request(url, { headers });
}

function post(headers: Record<string, string>, url = 'http://localhost:3000/say'): Request {
  return new Request(url, { method: 'POST', headers });
}

function basic(password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`me:${password}`).toString('base64')}` };
}

describe('the playground’s guard', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost', '127.0.0.2:3000'])(
    'lets the page be opened at %s',
    async (host) => {
      expect(await guard(get(`http://${host}/`))).toBeUndefined();
    },
  );

  it.each([
    'rebound.example:3000',
    'localhost.rebound.example',
    '10.0.0.7:3000',
    '0.0.0.0:3000',
    '127.0.0.1.rebound.example',
  ])('answers nothing at %s, which another site may have pointed here', async (host) => {
    const sent = post({ ...own, origin: `http://${host}` }, `http://${host}/say`);
    for (const request of [get(`http://${host}/`), sent])
      expect((await guard(request))?.status).toBe(403);
  });

  it('takes what its own page sends', async () => {
    expect(await guard(post({ ...own, 'sec-fetch-site': 'same-origin' }))).toBeUndefined();
  });

  it.each([
    ['without our header', { origin: 'http://localhost:3000' }],
    ['from another origin', { ...own, origin: 'https://evil.example' }],
    ['from another port of this machine', { ...own, origin: 'http://localhost:8080' }],
    ['without an origin', { [OWN_HEADER]: '1' }],
    ['from a sandboxed frame', { ...own, origin: 'null' }],
    ['that the browser says is another site’s', { ...own, 'sec-fetch-site': 'cross-site' }],
  ])('takes nothing %s', async (_how, headers) => {
    expect((await guard(post(headers)))?.status).toBe(403);
  });

  it('shows other sites nothing but the page itself', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect(await guard(get('http://localhost:3000/', headers))).toBeUndefined();
    const events = await guard(get('http://localhost:3000/events', headers));
    expect(events?.status).toBe(403);
  });
});

describe('the playground’s guard with a password', () => {
  let folder: ReturnType<typeof makeFolder>;
  let held: (() => void)[];
  let keys: number;
  beforeEach(() => {
    folder = makeFolder({});
    held = [];
    keys = 0;
  });
  afterEach(() => folder.remove());

  function start(given = password): Guard {
    const newKey = () => {
      keys += 1;
      return String(keys).padStart(22, '0');
    };
    const wait = () =>
      new Promise<void>((resolve) => {
        held = [...held, resolve];
      });
    const clock = { now: () => 0, wait };
    return createGuard({
      password: given,
      sessions: openSessions({ folder: folder.path, password: given, newKey }),
      attempts: createAttempts({ clock, closing: new AbortController().signal }),
    });
  }

  const url = 'http://quay.example:3000/';
  const status = async (admitting: Promise<Admitted>) => refusalOf(await admitting)?.status;

  it('asks for it at any name', async () => {
    const asks = start();
    const challenged = refusalOf(await asks(get(url), here));
    expect(challenged?.headers.get('www-authenticate')).toContain('Basic');
    expect(await status(asks(get(url, basic('tide')), here))).toBe(401);
    expect(await status(asks(get(url, { authorization: 'Bearer x' }), here))).toBe(401);
    expect(await status(asks(get(url, basic(password)), here))).toBeUndefined();
    const sent = { ...basic(password), origin: 'https://quay.example:3000' };
    expect(await status(asks(post(sent, `${url}say`), here))).toBe(403);
    const own = { ...sent, [OWN_HEADER]: '1' };
    expect(await status(asks(post(own, `${url}say`), here))).toBeUndefined();
  });

  it('holds up who tries many wrong ones, and nobody who has the right one', async () => {
    const asks = start();
    const attempt = (tried: string, from = here) => status(asks(get(url, basic(tried)), from));
    for (let tries = 0; tries < 20; tries += 1) expect(await attempt(`tide ${tries}`)).toBe(401);
    const late = attempt('tide 21');
    expect(await attempt(password)).toBeUndefined();
    expect(await attempt('tide', '10.0.0.7')).toBe(401);
    expect(held).toHaveLength(1);
    held[0]?.();
    expect(await late).toBe(401);
  });

  it('looks at no more from an address of which many are held up, but at sessions', async () => {
    const asks = start();
    const first = await asks(get(url, basic(password)), here);
    if (first.status === 'refused') throw new Error('it refuses the right one');
    const cookie = first.cookie?.split(';')[0] ?? '';
    const tried = Array.from({ length: 40 }, () => status(asks(get(url, basic('x')), here)));
    await Promise.all(tried.slice(0, 20));
    expect(held).toHaveLength(20);
    expect(await status(asks(get(url, basic(password)), here))).toBe(429);
    expect(await status(asks(get(url, basic(password)), '::ffff:10.0.0.7'))).toBeUndefined();
    const again = await asks(get(url, { cookie: `other=1; ${cookie}` }), here);
    expect(again).toEqual({ status: 'admitted', person: first.person });
    for (const release of held) release();
    await Promise.all(tried);
    expect(await status(asks(get(url, basic(password)), here))).toBeUndefined();
  });

  it('knows a browser again after a restart, until there is another password', async () => {
    const first = await start()(get(url, basic(password)), here);
    if (first.status === 'refused') throw new Error('it refuses the right one');
    const cookie = first.cookie?.split(';')[0] ?? '';
    expect(await start()(get(url, { cookie }), here)).toMatchObject({ person: first.person });
    expect(await status(start('another password')(get(url, { cookie }), here))).toBe(401);
    const forged = cookie.replace(/=0/u, '=1');
    expect(await status(start()(get(url, { cookie: forged }), here))).toBe(401);
  });
});
