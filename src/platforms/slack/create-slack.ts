import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import { createBoltLogger } from './connect/bolt-logger.ts';
import { createIntake, type Intake } from './connect/create-intake.ts';
import { keepConnected, type Connection } from './connect/keep-connected.ts';
import { startBolt } from './connect/start-bolt.ts';
import { checkSlack } from './doctor/check-slack.ts';
import { createModerators } from './read/create-moderators.ts';
import { createRights } from './read/create-rights.ts';
import { downloadFile } from './read/download-file.ts';
import { lookUpMessage } from './read/look-up-message.ts';
import { lookUpPlace } from './read/look-up-place.ts';
import { lookUpTimezone } from './read/look-up-timezone.ts';
import { fitsOneMessage } from './render/render-post.ts';
import { findSent } from './send/find-sent.ts';
import { removePost } from './send/remove-post.ts';
import { replacePost } from './send/replace-post.ts';
import { createResponder } from './send/respond.ts';
import { sendPost } from './send/send-post.ts';
import { createSentMemory } from './send/sent-memory.ts';
import { clientOptionsOf, createSlackApi } from './send/slack-api.ts';
import type { SlackLine } from './send/slack-line.ts';
import type { SlackOptions } from './slack-options.ts';
import { listAt, textAt } from '../payload-field.ts';
import { toChannel, toPerson, toThread } from './wire/own-destinations.ts';
import { SLACK } from './wire/slack-address.ts';

type Listener = HTTPReceiver['requestListener'];

export interface Slack extends ChatPlatform {
  /**
   * Answers a request to `/slack/events` on whatever server it came in; `false` where the request is for others. Always
   * `false` over Socket Mode.
   */
  handle(...exchange: Parameters<Listener>): boolean;
}

export const EVENTS_PATH = '/slack/events';

/** Ours: what a person hands over as an article is rarely beyond 1 MB. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const START_MS = 30_000;

/** Slack, by Bolt: https://docs.slack.dev/tools/bolt-js */
export function createSlack(options: SlackOptions): Slack {
  const { botToken, via, log, clock, maxFileBytes = MAX_FILE_BYTES } = options;
  const fetchIt = options.fetch ?? fetch;
  const where = options.apiUrl === undefined ? {} : { apiUrl: options.apiUrl };
  const logger = createBoltLogger(log);
  const api = createSlackApi({ token: botToken, ...where, clock, logger });
  const line: SlackLine = {
    ...createResponder({ fetch: fetchIt, clock }),
    api,
    clock,
    log,
    memory: createSentMemory(),
  };
  const moderators = createModerators(line);
  const rights = createRights(line, moderators);
  let running: Running | undefined;

  return {
    name: SLACK,
    async start(core) {
      if (running !== undefined) throw new Error('Slack is started already');
      const signal = AbortSignal.timeout(START_MS);
      const self = await api.call('auth.test', {}, { signal, isRepeatable: true });
      const scopes = listAt(self, 'response_metadata', 'scopes');
      const botUserId = textAt(self, 'user_id');
      const receiver = createReceiver(options, logger);
      const intake = createIntake({
        core,
        line,
        moderators,
        botUserId,
        // Without the header nobody knows; Slack then says itself what it does not let us have.
        takesFiles: scopes.length === 0 || scopes.includes('files:read'),
      });
      const botId = textAt(self, 'bot_id');
      startBolt({ token: botToken, ...where, receiver, botId, botUserId, logger, log, intake });
      running = { intake, botUserId, receiver };
      if (!(receiver instanceof SocketModeReceiver)) return;
      try {
        running.connection = await keepConnected({ client: receiver.client, clock, log });
      } catch (error) {
        running = undefined;
        throw error;
      }
    },
    send: (to, outgoing, signal) => sendPost(line, { to, outgoing }, signal),
    replace: (message, outgoing, signal) => replacePost(line, { message, outgoing }, signal),
    remove: (message, signal) => removePost(line, message, signal),
    find: (to, key, signal) => findSent(line, { to, key }, signal),
    toChannel,
    toThread,
    toPerson,
    fitsOneMessage,
    rightsIn: (person, signal) => rights.rightsIn(person, signal),
    placeOf: (channel, signal) => lookUpPlace(line, channel, signal),
    timezoneOf: (person, signal) => lookUpTimezone(line, person, signal),
    lookUp: (message, signal) =>
      lookUpMessage(line, { message, botUserId: running?.botUserId ?? '' }, signal),
    download: (file, signal) =>
      downloadFile(
        { api, fetch: fetchIt, token: botToken, ...where, maxBytes: maxFileBytes },
        file,
        signal,
      ),
    check(signal) {
      if (via.kind === 'http') return checkSlack({ bot: api }, signal);
      const app = createSlackApi({ token: via.appToken, ...where, clock, logger });
      return checkSlack({ bot: api, app }, signal);
    },
    state() {
      // Over HTTP it is Slack that comes to us.
      if (via.kind === 'http' && running !== undefined) return { status: 'connected' };
      return running?.connection?.state() ?? { status: 'disconnected' };
    },
    async stop() {
      const ended = running;
      running = undefined;
      await ended?.intake.close();
      await ended?.connection?.close();
    },
    handle(request, response) {
      const { pathname } = URL.parse(request.url ?? '', 'http://localhost') ?? { pathname: '' };
      if (via.kind !== 'http' || pathname !== EVENTS_PATH) return false;
      const receiver = running?.receiver;
      if (request.method !== 'POST') response.writeHead(405, { allow: 'POST' }).end();
      else if (receiver instanceof HTTPReceiver) receiver.requestListener(request, response);
      // Slack sends it again: to whoever is started by then.
      else response.writeHead(503).end();
      return true;
    },
  };
}

interface Running {
  readonly intake: Intake;
  readonly botUserId: string;
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  connection?: Connection;
}

function createReceiver(
  { via, apiUrl }: SlackOptions,
  logger: ReturnType<typeof createBoltLogger>,
): HTTPReceiver | SocketModeReceiver {
  if (via.kind === 'http')
    return new HTTPReceiver({
      signingSecret: via.signingSecret,
      endpoints: EVENTS_PATH,
      logger,
    });
  return new SocketModeReceiver({
    appToken: via.appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptionsOf(apiUrl === undefined ? {} : { apiUrl }) },
  });
}
