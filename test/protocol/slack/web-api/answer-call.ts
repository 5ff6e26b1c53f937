import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../faults.ts';
import type { Hub } from '../hub.ts';
import { identity } from '../identity.ts';
import { textOf, without, type Json } from '../json.ts';
import type { Call } from '../records.ts';
import { chatMethods } from './chat.ts';
import { conversationsMethods } from './conversations.ts';
import { needScope, SlackRefusal, type Method, type Methods } from './method.ts';
import { peopleMethods } from './people.ts';
import { readArguments } from './read-arguments.ts';
import { thingsMethods } from './things.ts';
import { viewsMethods } from './views.ts';

export interface Incoming {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
}

/** Answers calls of the Web API: https://docs.slack.dev/apis/web-api */
export function createApi(hub: Hub, newSocketUrl: () => string): (call: Incoming) => void {
  const methods: Methods = {
    ...chatMethods,
    ...conversationsMethods,
    ...peopleMethods,
    ...thingsMethods,
    ...viewsMethods,
    'apps.connections.open': {
      token: 'app',
      scopes: [],
      run: () => ({ url: newSocketUrl() }),
    },
  };
  return ({ request, response, body }) => {
    const url = new URL(request.url ?? '/', 'http://slack');
    const name = url.pathname.slice('/api/'.length);
    noteTokenInAddress(hub, request, url);
    const given = tryRead(request, body);
    const args = given instanceof SlackRefusal ? {} : without(given, 'token');
    const call: Call = { method: name, args, at: hub.clock.now() };
    hub.records.calls.push(call);
    const fault = hub.faults.take(name);
    if (fault) call.fault = fault.kind;
    const run = () => {
      const answer = answerOf(hub, methods[name], { given, header: tokenOf(request) });
      call.answer = answer;
      call.applied = answer['ok'] === true;
      return answer;
    };
    if (fault) answerFaulty(fault, response, { run, call });
    else writeAnswer(hub, response, { answer: run(), method: methods[name] });
    hub.changed();
  };
}

function tryRead(request: IncomingMessage, body: string): Json | SlackRefusal {
  try {
    return readArguments(request.headers['content-type'] ?? '', body);
  } catch (error) {
    if (error instanceof SlackRefusal) return error;
    throw error;
  }
}

interface Asked {
  readonly given: Json | SlackRefusal;
  readonly header: string;
}

function answerOf(hub: Hub, method: Method | undefined, { given, header }: Asked): Json {
  try {
    if (!method) throw new SlackRefusal('unknown_method');
    if (given instanceof SlackRefusal) throw given;
    checkToken(hub, method, header || textOf(given, 'token'));
    if (method.token !== 'app') needScope(hub, method.scopes);
    return { ok: true, ...method.run(hub, without(given, 'token')) };
  } catch (error) {
    if (error instanceof SlackRefusal) return { ok: false, error: error.error, ...error.more };
    throw error;
  }
}

function tokenOf(request: IncomingMessage): string {
  return /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function checkToken(hub: Hub, method: Method, token: string): void {
  if (token === '') throw new SlackRefusal('not_authed');
  const isApp = token === identity.appToken;
  if (!isApp && token !== identity.botToken) throw new SlackRefusal('invalid_auth');
  if (isApp !== (method.token === 'app')) throw new SlackRefusal('not_allowed_token_type');
  if (!isApp && !hub.world.isInstalled) throw new SlackRefusal('account_inactive');
}

function noteTokenInAddress(hub: Hub, request: IncomingMessage, url: URL): void {
  if (!/xox[bp]-|xapp-/u.test(url.search)) return;
  hub.records.leaks.push({ host: request.headers.host ?? '', path: url.pathname });
}

function answerFaulty(
  fault: Fault,
  response: ServerResponse,
  { run, call }: { readonly run: () => Json; readonly call: Call },
): void {
  if ((fault.kind === 'hang' || fault.kind === 'reset') && fault.applied) {
    run();
    delete call.answer;
  }
  breakAnswer(fault, response);
}

/** Lets an answer fail in the way of a fault that has nothing to do with what was asked. */
export function breakAnswer(fault: Fault, response: ServerResponse): void {
  if (fault.kind === 'hang') return;
  if (fault.kind === 'reset') return void response.socket?.resetAndDestroy();
  if (fault.kind === 'status') return void response.writeHead(fault.status).end('upstream error');
  if (fault.kind === 'rate-limited') {
    response.writeHead(429, {
      'retry-after': String(fault.retryAfterSec),
      'content-type': 'application/json; charset=utf-8',
    });
    return void response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
  }
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ ok: false, error: fault.error }));
}

function writeAnswer(
  hub: Hub,
  response: ServerResponse,
  { answer, method }: { readonly answer: Json; readonly method: Method | undefined },
): void {
  const own = method?.token === 'app' ? ['connections:write'] : [...hub.settings.scopes];
  const isKnown = !['not_authed', 'invalid_auth'].includes(textOf(answer, 'error'));
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    ...(isKnown ? { 'x-oauth-scopes': own.join(',') } : {}),
    ...(isKnown && method ? { 'x-accepted-oauth-scopes': method.scopes.join(',') } : {}),
  });
  response.end(JSON.stringify(answer));
}
