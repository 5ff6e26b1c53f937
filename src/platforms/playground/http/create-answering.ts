import type { Core } from '../../../ports/core.ts';
import { PLAYGROUND } from '../address.ts';
import { emptyChannel } from '../channel/empty-channel.ts';
import type { Channel } from '../channel/open-channel.ts';
import type { SharedFiles } from '../channel/open-shared-files.ts';
import type { Reply, Talk } from '../create-talk.ts';
import { drawMessage } from '../draw/draw-message.ts';
import type { PlaygroundParts } from '../playground-parts.ts';
import type { EventStreams } from './event-streams.ts';
import { createGuard } from './guard-request.ts';
import { parseFilled, parsePointed, parsePressed, parseSaid } from './parse-asked.ts';
import { readBody } from './read-body.ts';
import { readPageFiles, sendPageFile } from './read-page-files.ts';
import { withSafeHeaders } from './with-safe-headers.ts';

export interface AnsweringParts extends PlaygroundParts {
  readonly channel: Channel;
  readonly files: SharedFiles;
  readonly streams: EventStreams;
  readonly talk: Talk;
  readonly core: Core;
}

type Route = (request: Request, url: URL) => Response | Promise<Response>;

/** Ours, for what is typed; whole pages come as files. */
const MAX_JSON_BYTES = 64 * 1024;
const MAX_NAME_CHARS = 200;
const SUGGEST_MS = 2000;
const FIELDS = ['name', 'schedule', 'timezone'] as const;

/** Everything that the page asks, over HTTP. Rejects only for faults of ours. */
export function createAnswering(parts: AnsweringParts): (request: Request) => Promise<Response> {
  const pageFiles = readPageFiles();
  const refuse = createGuard({
    nowMs: () => parts.clock.now(),
    ...(parts.password === undefined ? {} : { password: parts.password }),
  });
  const routes = { ...readingRoutes(parts), ...changingRoutes(parts) };
  const answer = (request: Request): Response | Promise<Response> => {
    const refused = refuse(request);
    if (refused !== undefined) return refused;
    const url = new URL(request.url);
    const file = pageFiles.get(url.pathname);
    if (file !== undefined && request.method === 'GET')
      return sendPageFile(file, request.headers.get('accept-encoding'));
    const name = `${request.method} ${url.pathname}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    return route?.(request, url) ?? plain(404, 'There is nothing here.');
  };
  return async (request) => withSafeHeaders(await answer(request));
}

function readingRoutes(parts: AnsweringParts): Readonly<Record<string, Route>> {
  const { channel, streams, payloads, core } = parts;
  return {
    'GET /events': () => streams.open({ name: 'channel', data: { messages: channel.list() } }),
    async 'GET /drawing'(_request, { searchParams }) {
      const message = channel.find(searchParams.get('message') ?? '');
      if (message?.by !== 'bot') return plain(404, 'The message is gone.');
      const look = searchParams.get('look') === 'slack' ? 'slack' : 'discord';
      return Response.json(await drawMessage(message, look, payloads));
    },
    async 'GET /article'(_request, { searchParams }) {
      const shown = await parts.findArticle(searchParams.get('id') ?? '');
      return shown === undefined
        ? plain(404, 'The article is kept no longer.')
        : Response.json(shown);
    },
    async 'GET /digests'() {
      return Response.json({ digests: await parts.listDigests() });
    },
    async 'GET /suggest'({ signal }, { searchParams }) {
      const field = FIELDS.find((one) => one === searchParams.get('field'));
      if (field === undefined) return plain(400, 'There is no such field.');
      const typed = (searchParams.get('typed') ?? '').slice(0, MAX_NAME_CHARS);
      const choices = await core.suggest(
        { platform: PLAYGROUND, place: PLAYGROUND, field, typed },
        AbortSignal.any([signal, AbortSignal.timeout(SUGGEST_MS)]),
      );
      return Response.json({ choices });
    },
  };
}

function changingRoutes(parts: AnsweringParts): Readonly<Record<string, Route>> {
  const { files, talk, maxFileBytes } = parts;
  return {
    'POST /say': taking(parseSaid, (said) => talk.say(said)),
    'POST /press': taking(parsePressed, (pressed) => talk.press(pressed)),
    'POST /summarize': taking(parsePointed, (pointed) => talk.summarize(pointed)),
    'POST /submit': taking(parseFilled, (filled) => talk.submit(filled)),
    async 'POST /files'(request, { searchParams }) {
      const body = await readBody(request, maxFileBytes);
      if (body === undefined)
        return plain(413, `A file may have up to ${Math.floor(maxFileBytes / 1e6)} MB.`);
      const name = (searchParams.get('name') ?? '').slice(0, MAX_NAME_CHARS) || 'file';
      return Response.json(files.put(name, body));
    },
    async 'POST /example'() {
      const { name, body } = await parts.readExample();
      return Response.json(files.put(name, body));
    },
    'POST /clear'() {
      emptyChannel(parts);
      return Response.json({ status: 'taken' });
    },
  };
}

/** A route that takes JSON of a shape. */
function taking<Asked>(
  parse: (value: unknown) => Asked | undefined,
  work: (asked: Asked) => Promise<Reply>,
): Route {
  return async (request) => {
    const body = await readBody(request, MAX_JSON_BYTES);
    if (body === undefined) return plain(413, 'That is too long: give it to me as a file.');
    const asked = parse(parseJson(body));
    return asked === undefined
      ? plain(400, 'That is not what the page sends.')
      : Response.json(await work(asked));
  };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    // No JSON: it has no shape that anything takes.
    return undefined;
  }
}

function plain(status: number, sentence: string): Response {
  return new Response(sentence, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
