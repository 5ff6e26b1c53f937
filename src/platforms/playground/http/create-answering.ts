import type { Core } from '../../../ports/core.ts';
import { actionLabel } from '../../../post/action-label.ts';
import { ACTIONS, type Action } from '../../../post/actions.ts';
import { PLAYGROUND } from '../address.ts';
import { emptyChannel } from '../channel/empty-channel.ts';
import type { Channel } from '../channel/open-channel.ts';
import type { SharedFiles } from '../channel/open-shared-files.ts';
import type { Reply, Talk } from '../create-talk.ts';
import { drawMessage } from '../draw/draw-message.ts';
import { seenBy, shownTo } from '../channel/seen-by.ts';
import type { AnswerOverHttp, PlaygroundParts } from '../playground-parts.ts';
import { asTaken } from './as-taken.ts';
import { createAttempts } from './create-attempts.ts';
import type { EventStreams } from './event-streams.ts';
import { createGuard } from './guard-request.ts';
import { openSessions } from './open-sessions.ts';
import { parseFilled, parsePointed, parsePressed, parseSaid } from './parse-asked.ts';
import { plain } from './plain.ts';
import { readBody } from './read-body.ts';
import { readPageFiles, sendPageFile } from './read-page-files.ts';
import { receiveFile } from './receive-file.ts';
import { withSafeHeaders } from './with-safe-headers.ts';

export interface AnsweringParts extends PlaygroundParts {
  readonly channel: Channel;
  readonly files: SharedFiles;
  readonly streams: EventStreams;
  readonly talk: Talk;
  readonly core: Core;
  /** Aborted when nothing is to be waited for any more. */
  readonly closing: AbortSignal;
}

type Route = (request: Request, asked: Asked) => Response | Promise<Response>;

interface Asked {
  /** Of the address that was asked for. */
  readonly searchParams: URLSearchParams;
  /** Who asks. */
  readonly person: string;
}

/** Ours, for what is typed; whole pages come as files. */
const MAX_JSON_BYTES = 64 * 1024;
const MAX_NAME_CHARS = 200;
const SUGGEST_MS = 2000;
/** What the buttons say. */
const labels = Object.fromEntries(
  ACTIONS.map((action) => [action, actionLabel(action)] as const),
) as Record<Action, string>;
const FIELDS = ['name', 'schedule', 'timezone'] as const;

/** Everything that the page asks, over HTTP. Rejects only for faults of ours. */
export function createAnswering(parts: AnsweringParts): AnswerOverHttp {
  const pageFiles = readPageFiles();
  const { password, folder, clock, closing, newKey } = parts;
  const guard =
    password === undefined
      ? createGuard()
      : createGuard({
          password,
          sessions: openSessions({ folder, password, newKey }),
          attempts: createAttempts({ clock, closing }),
        });
  const routes = { ...readingRoutes(parts), ...changingRoutes(parts) };
  const answer = (request: Request, person: string): Response | Promise<Response> => {
    const url = new URL(request.url);
    const file = pageFiles.get(url.pathname);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    if (file !== undefined && method === 'GET') return sendPageFile(file, request.headers);
    const name = `${method} ${url.pathname}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    const { searchParams } = url;
    return route?.(request, { searchParams, person }) ?? plain(404, 'There is nothing here.');
  };
  return async (request, caller) => {
    const admitted = await guard(request, caller);
    if (admitted.status === 'refused') return withSafeHeaders(admitted.response);
    const response = withSafeHeaders(
      await asTaken(await answer(request, admitted.person), request),
    );
    if (admitted.cookie !== undefined) response.headers.append('set-cookie', admitted.cookie);
    return response;
  };
}

function readingRoutes(parts: AnsweringParts): Readonly<Record<string, Route>> {
  const { channel, streams, payloads, core } = parts;
  return {
    'GET /events'(_request, { person }) {
      const seen = seenBy(channel, person).list();
      const messages = seen.map((message) => shownTo(message, person));
      const limits = { maxPdfBytes: parts.maxPdfBytes, maxPageBytes: parts.maxPageBytes };
      return streams.open(person, { name: 'channel', data: { messages, limits, labels } });
    },
    async 'GET /drawing'(_request, { searchParams, person }) {
      const message = seenBy(channel, person).find(searchParams.get('message') ?? '');
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
  const { files, talk } = parts;
  return {
    'POST /say': taking(parseSaid, (said, person) => talk.say(said, person)),
    'POST /press': whileOpen(
      parts,
      taking(parsePressed, (pressed, person) => talk.press(pressed, person)),
    ),
    'POST /summarize': whileOpen(
      parts,
      taking(parsePointed, (pointed, person) => talk.summarize(pointed, person)),
    ),
    'POST /submit': whileOpen(
      parts,
      taking(parseFilled, (filled, person) => talk.submit(filled, person)),
    ),
    'POST /files': (request, { searchParams }) =>
      receiveFile(request, { ...parts, name: searchParams.get('name') ?? '' }),
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

/** What is kept nowhere is to be sent again where the bot takes nothing more. */
function whileOpen({ isClosing }: AnsweringParts, route: Route): Route {
  return (request, asked) =>
    isClosing()
      ? plain(503, 'Nutgraf is being started anew: try again in a moment.')
      : route(request, asked);
}

/** A route that takes JSON of a shape. */
function taking<Done>(
  parse: (value: unknown) => Done | undefined,
  work: (done: Done, person: string) => Promise<Reply>,
): Route {
  return async (request, { person }) => {
    const read = await readBody(request, () => MAX_JSON_BYTES);
    if (read.status === 'too-large')
      return plain(413, 'That is too long: give it to me as a file.');
    const done = parse(parseJson(read.body));
    return done === undefined
      ? plain(400, 'That is not what the page sends.')
      : Response.json(await work(done, person));
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
