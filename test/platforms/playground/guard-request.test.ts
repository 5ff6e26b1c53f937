import { describe, expect, it } from '@jest/globals';
import { createGuard, OWN_HEADER } from '../../../src/platforms/playground/http/guard-request.ts';

const guard = createGuard({ nowMs: () => 0 });
const own = { origin: 'http://localhost:3000', [OWN_HEADER]: '1' };

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
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost'])(
    'lets the page be opened at %s',
    (host) => {
      expect(guard(get(`http://${host}/`))).toBeUndefined();
    },
  );

  it.each(['rebound.example:3000', 'localhost.rebound.example', '10.0.0.7:3000', '0.0.0.0:3000'])(
    'answers nothing at %s, which another site may have pointed here',
    (host) => {
      expect(guard(get(`http://${host}/`))?.status).toBe(403);
      expect(guard(post({ ...own, origin: `http://${host}` }, `http://${host}/say`))?.status).toBe(
        403,
      );
    },
  );

  it('takes what its own page sends', () => {
    expect(guard(post({ ...own, 'sec-fetch-site': 'same-origin' }))).toBeUndefined();
  });

  it.each([
    ['without our header', { origin: 'http://localhost:3000' }],
    ['from another origin', { ...own, origin: 'https://evil.example' }],
    ['from another port of this machine', { ...own, origin: 'http://localhost:8080' }],
    ['without an origin', { [OWN_HEADER]: '1' }],
    ['from a sandboxed frame', { ...own, origin: 'null' }],
    ['that the browser says is another site’s', { ...own, 'sec-fetch-site': 'cross-site' }],
  ])('takes nothing %s', (_how, headers) => {
    expect(guard(post(headers))?.status).toBe(403);
  });

  it('shows other sites nothing but the page itself', () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect(guard(get('http://localhost:3000/', headers))).toBeUndefined();
    expect(guard(get('http://localhost:3000/events', headers))?.status).toBe(403);
  });

  it('asks for the password at any name, where there is one', () => {
    const withPassword = createGuard({ password: 'tide and mooring', nowMs: () => 0 });
    const url = 'http://quay.example:3000/';
    expect(withPassword(get(url))?.headers.get('www-authenticate')).toContain('Basic');
    expect(withPassword(get(url, basic('tide')))?.status).toBe(401);
    expect(withPassword(get(url, { authorization: 'Bearer x' }))?.status).toBe(401);
    expect(withPassword(get(url, basic('tide and mooring')))).toBeUndefined();
    const sent = { ...basic('tide and mooring'), origin: 'https://quay.example:3000' };
    expect(withPassword(post(sent, `${url}say`))?.status).toBe(403);
    expect(withPassword(post({ ...sent, [OWN_HEADER]: '1' }, `${url}say`))).toBeUndefined();
  });

  it('lets nobody try passwords for long', () => {
    let nowMs = 0;
    const withPassword = createGuard({ password: 'tide and mooring', nowMs: () => nowMs });
    const attempt = (password: string) =>
      withPassword(get('http://quay.example/', basic(password)))?.status;
    for (let tries = 0; tries < 20; tries += 1) expect(attempt(`tide ${tries}`)).toBe(401);
    expect(attempt('tide and mooring')).toBe(429);
    nowMs = 61_000;
    expect(attempt('tide and mooring')).toBeUndefined();
  });
});
