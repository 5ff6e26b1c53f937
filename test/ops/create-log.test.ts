import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLog, type LogOptions } from '../../src/ops/create-log.ts';
import type { Log } from '../../src/ports/log.ts';

const clock = {
  now: () => Date.UTC(2031, 3, 2, 9, 30),
  wait: () => Promise.reject(new Error('nobody waits here')),
};

function collect(options: Partial<LogOptions> = {}): {
  readonly log: Log;
  readonly lines: () => unknown[];
} {
  const written: string[] = [];
  const stream = { write: (line: string) => written.push(line) };
  const log = createLog({ level: 'debug', secrets: [], clock, stream, ...options });
  return { log, lines: () => written.map((line) => JSON.parse(line) as unknown) };
}

function told(tell: (log: Log) => void, secrets: readonly string[] = []): string {
  const { log, lines } = collect({ secrets });
  tell(log);
  return JSON.stringify(lines());
}

describe('createLog', () => {
  it('writes a line of JSON each time', () => {
    const { log, lines } = collect();
    log.info({ outcome: 'answered', tookMs: 12 }, 'request ended');
    log.warn({}, 'the queue is full');
    expect(lines()).toEqual([
      {
        level: 'info',
        time: '2031-04-02T09:30:00.000Z',
        outcome: 'answered',
        tookMs: 12,
        msg: 'request ended',
      },
      { level: 'warn', time: '2031-04-02T09:30:00.000Z', msg: 'the queue is full' },
    ]);
  });

  it('puts the facts of `with` into every line', () => {
    const { log, lines } = collect({ secrets: ['mooring-line'] });
    const own = log.with({ request: 'r1' }).with({ platform: 'slack', by: 'mooring-line' });
    own.debug({ step: 1 }, 'read');
    own.error({}, 'failed');
    expect(lines()).toMatchObject([
      { level: 'debug', request: 'r1', platform: 'slack', by: '[redacted]', step: 1 },
      { level: 'error', request: 'r1', platform: 'slack', by: '[redacted]' },
    ]);
  });

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)('tells at the level %s no less than that', (level, expected) => {
    const { log, lines } = collect({ level });
    for (const one of ['debug', 'info', 'warn', 'error'] as const) log[one]({}, 'said');
    expect(lines().map((line) => (line as { level: string }).level)).toEqual(expected);
  });

  it('never tells a configured secret, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme-ascii' }),
        fc.string(),
        (rest, around) => {
          const secret = `q${rest}z`;
          const text = `${around}${secret}${around}`;
          const err = new Error(text, { cause: new TypeError(text) });
          const facts = { text, list: [text], deep: { one: { two: text } }, err, [text]: 1 };
          const line = told((log) => log.with({ text }).error(facts, text), [secret]);
          expect(line).not.toContain(JSON.stringify(secret).slice(1, -1));
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });

  it('knows a secret as addresses spell it', () => {
    const line = told(
      (log) => log.info({ url: 'https://a.example/?k=quay%2Fside' }, 'x'),
      ['quay/side'],
    );
    expect(line).not.toContain('quay');
  });

  it.each([
    'xoxb-1111-2222-tidemark',
    'xoxe.xoxp-1-tidemark',
    'xapp-1-A1-tidemark',
    'wss://wss-primary.slack.com/link/?ticket=tidemark-1&app_id=2',
    'https://hooks.slack.com/commands/T1/2/tidemark',
    'https://discord.com/api/v10/webhooks/112233/tidemark-token/messages/@original',
    'http://127.0.0.1:80/api/v10/interactions/112233/tidemark/callback',
    'aW50ZXJhY3Rpb246tidemark',
    ['MTEyMjMzNDQ1NTY2Nzc4ODk5MA', 'Gquay0', 'tidemark-'.repeat(4)].join('.'),
    'authorization: Bearer tidemark-1',
    'Authorization: Bot tidemark.tidemark.tidemark',
    'http://me:tidemark@proxy.example:3128',
  ])('takes what opens something out of “%s”', (text) => {
    expect(told((log) => log.info({ text, err: new Error(text) }, text))).not.toContain('tidemark');
  });

  it.each([
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'token',
    'botToken',
    'interaction_token',
    'signingSecret',
    'response_url',
    'responseUrl',
    'password',
  ])('tells nothing of what is named %s', (name) => {
    const facts = { headers: { [name]: 'tidemark' }, [name]: ['tidemark'] };
    expect(told((log) => log.info(facts, 'asked'))).not.toContain('tidemark');
  });

  it('keeps ids, links and words', () => {
    const facts = {
      request: 'Zm9vYmFyYmF6cXV4MTIzNA',
      channel: '1122334455667788990',
      link: 'https://ledger.example/2031/harbour?page=2',
      said: 'Bot permissions are missing',
    };
    expect(told((log) => log.info(facts, 'x'))).toContain(JSON.stringify(facts).slice(1, -1));
  });

  it('tells of an error where it comes from, and not the request that a library hangs on it', () => {
    const error = Object.assign(new Error('Unknown interaction', { cause: new Error('socket') }), {
      name: 'DiscordAPIError',
      code: 10062,
      status: 404,
      requestBody: { json: { content: 'words of an article' } },
    });
    const { log, lines } = collect();
    log.error({ err: error }, 'failed');
    expect(lines()).toMatchObject([
      {
        err: {
          type: 'DiscordAPIError',
          message: 'Unknown interaction',
          code: 10062,
          status: 404,
          stack: expect.stringContaining('create-log.test.ts') as unknown,
          cause: { message: 'socket' },
        },
      },
    ]);
    expect(JSON.stringify(lines())).not.toContain('words of an article');
  });

  it('writes what JSON cannot, and bounds what has no end', () => {
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;
    const facts = {
      circle,
      big: 12n,
      bytes: new Uint8Array(7),
      long: 'tide '.repeat(100_000),
      list: Array.from({ length: 1000 }, (_, index) => index),
      at: new Date(0),
      never: new Date(NaN),
      call: () => 1,
    };
    const { log, lines } = collect();
    log.info(facts, 'odd');
    expect(lines()).toMatchObject([
      { big: '12', bytes: '[7 bytes]', at: '1970-01-01T00:00:00.000Z', never: null },
    ]);
    expect(JSON.stringify(lines()).length).toBeLessThan(5000);
  });
});
