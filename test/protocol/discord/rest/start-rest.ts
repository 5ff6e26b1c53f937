import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from '../check/shape.ts';
import type { Inside } from '../inside.ts';
import { ApiError, invalidForm, refusals } from './api-error.ts';
import type { Faults } from './faults.ts';
import { createRateLimits } from './rate-limits.ts';
import type { Allowance, BucketSize } from './rate-limits.ts';
import { readBody } from './read-body.ts';
import type { Body } from './read-body.ts';
import { findRoute } from './route.ts';
import type { MatchedRoute, RestAnswer, Route } from './route.ts';

export interface RestParts {
  readonly inside: () => Inside;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly bucketSize: BucketSize;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  body: Body;
}

interface Reply extends RestAnswer {
  readonly headers?: Readonly<Record<string, string>>;
}

const prefix = '/api/v10';

/** The HTTP API. https://discord.com/developers/docs/reference */
export function createRest(parts: RestParts): Server {
  const limit = createRateLimits(parts.bucketSize);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://api.invalid');
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: url.pathname.startsWith(`${prefix}/`)
        ? url.pathname.slice(prefix.length)
        : url.pathname,
      query: url.searchParams,
      body: { json: undefined, uploads: [] },
    };
    void answer(parts, { asked, request, limit })
      .then((reply) => finish(parts.inside(), { asked, response, reply }))
      .catch((error: unknown) => {
        // A fault of this server, not of the bot: the test must see it.
        parts.inside().log.violations.push({
          where: `${asked.method} ${asked.path}`,
          what: `the server failed: ${String(error)}`,
          faults: [],
        });
        response.destroy();
      });
  });
  return server;
}

interface Answering {
  readonly asked: Asked;
  readonly request: IncomingMessage;
  readonly limit: (matched: MatchedRoute) => Allowance;
}

async function answer(
  parts: RestParts,
  { asked, request, limit }: Answering,
): Promise<Reply | 'hang' | 'reset'> {
  const inside = parts.inside();
  try {
    asked.body = await readBody(request);
    const matched = findRoute(parts.routes, asked.method, asked.path);
    if (matched === undefined || !(request.url ?? '').startsWith(`${prefix}/`)) {
      inside.log.violations.push({
        where: `${asked.method} ${asked.path}`,
        what: 'no such route here',
        faults: [],
      });
      throw refusals.unknownRoute();
    }
    insistOnHeaders(inside, matched, request);
    const does = parts.faults.take(asked.method, asked.path);
    if (does?.kind === 'rate-limit')
      return tooMany(does.retryAfterMs, { isGlobal: does.global === true, headers: {} });
    const allowance = limit(matched);
    if (!allowance.isAllowed)
      return tooMany(allowance.retryAfterMs, { isGlobal: false, headers: allowance.headers });
    if (does?.kind === 'delay') await sleep(does.ms);
    const isApplied = does === undefined || does.kind === 'delay' || does.applied;
    const result = isApplied ? apply(inside, matched, asked) : undefined;
    if (does?.kind === 'hang' || does?.kind === 'reset') return does.kind;
    if (does?.kind === 'status')
      return {
        status: does.status,
        body: { message: `${does.status}: made to fail`, code: does.code ?? 0 },
      };
    return { ...(result ?? { status: 500 }), headers: allowance.headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: error.body };
  }
}

function apply(inside: Inside, matched: MatchedRoute, asked: Asked): RestAnswer {
  const where = `${asked.method} ${matched.route.path}`;
  const insist = (check: Check, value: unknown = asked.body.json): void => {
    const faults = check(value, []);
    if (faults.length === 0) return;
    const what = faults.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ');
    inside.log.violations.push({ where, what, faults });
    throw invalidForm(faults);
  };
  return matched.route.handle({
    inside,
    query: asked.query,
    body: asked.body.json,
    uploads: asked.body.uploads,
    param: (name) => matched.params[name] ?? '',
    insist,
  });
}

function insistOnHeaders(inside: Inside, { route }: MatchedRoute, request: IncomingMessage): void {
  const authorization = request.headers.authorization;
  if (
    authorization !== `Bot ${inside.settings.token}` &&
    (route.auth === 'bot' || authorization !== undefined)
  ) {
    throw refusals.unauthorized();
  }
  // https://discord.com/developers/docs/reference#user-agent
  if (!/^DiscordBot \(\S+, \S+\)/u.test(request.headers['user-agent'] ?? '')) {
    inside.log.violations.push({
      where: `${route.method} ${route.path}`,
      what: 'no valid User-Agent',
      faults: [],
    });
  }
}

/** https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
function tooMany(
  retryAfterMs: number,
  about: { readonly isGlobal: boolean; readonly headers: Readonly<Record<string, string>> },
): Reply {
  const seconds = retryAfterMs / 1000;
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: about.isGlobal },
    headers: {
      ...about.headers,
      'retry-after': String(Math.ceil(seconds * 1000) / 1000),
      'x-ratelimit-scope': about.isGlobal ? 'global' : 'user',
      ...(about.isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}

interface Finishing {
  readonly asked: Asked;
  readonly response: ServerResponse;
  readonly reply: Reply | 'hang' | 'reset';
}

function finish(inside: Inside, { asked, response, reply }: Finishing): void {
  const isAnswered = reply !== 'hang' && reply !== 'reset';
  inside.log.calls.push({
    method: asked.method,
    path: asked.path,
    query: asked.query.toString(),
    body: asked.body.json,
    files: asked.body.uploads.map(({ name, bytes }) => ({ name, bytes })),
    atMs: inside.clock.now(),
    status: isAnswered ? reply.status : undefined,
    answer: isAnswered ? reply.body : undefined,
  });
  if (reply === 'reset') response.socket?.resetAndDestroy();
  if (isAnswered) {
    const body = reply.body === undefined ? undefined : JSON.stringify(reply.body);
    response.writeHead(reply.status, {
      ...reply.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    });
    response.end(body);
  }
  inside.log.changed();
}
