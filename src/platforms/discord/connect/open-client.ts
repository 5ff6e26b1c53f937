import { once } from 'node:events';
import {
  Client,
  Events,
  GatewayDispatchEvents as Dispatch,
  GatewayIntentBits,
  Options,
  type APIInteraction,
  type GatewayReadyDispatchData,
  type GuildMember,
  type User,
} from 'discord.js';
import type { Log } from '../../../ports/log.ts';
import type { Scope } from '../../../ports/core.ts';
import type { HeardMessage } from '../read/read-message.ts';
import { closeClient } from './close-client.ts';
import { guardPackets } from './guard-packets.ts';
import type { IdentifyPace } from './pace-identifies.ts';
import { toPlatformError } from '../send/to-platform-error.ts';
import { DISCORD } from '../wire/discord-address.ts';

/** What the gateway tells, as Discord words it. */
export interface Ears {
  /** Who we are; before anything else is told. */
  readonly onReady: (self: Self) => void;
  readonly onInteraction: (interaction: APIInteraction, client: Client) => void;
  readonly onMessage: (message: HeardMessage, client: Client) => void;
  readonly onLeaving: (scope: Scope) => void;
  /** The connection has ended for good. */
  readonly onBroken: (why: string) => void;
}

export interface Self {
  readonly botUserId: string;
  readonly applicationId: string;
}

export interface ClientOptions {
  readonly token: string;
  readonly apiUrl?: string;
  readonly messageContent: boolean;
  readonly log: Log;
  readonly pace: IdentifyPace;
}

const READY_MS = 30_000;
/** Ours: of servers' members and of users only the bot itself is asked for. */
const MAX_PEOPLE = 100;

/** Events are read as they come; nothing of them is kept but servers, channels and the bot's own roles. */
const CACHES = {
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  ReactionManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  ThreadMemberManager: 0,
  GuildMemberManager: {
    maxSize: MAX_PEOPLE,
    keepOverLimit: ({ id, client }: GuildMember) => id === client.user.id,
  },
  UserManager: {
    maxSize: MAX_PEOPLE,
    keepOverLimit: ({ id, client }: User) => id === client.user.id,
  },
};

/**
 * Connects discord.js' client. @throws PlatformError where Discord cannot be reached or refuses us, or the signal's
 * reason
 */
export async function openClient(
  { token, apiUrl, messageContent, log, pace }: ClientOptions,
  ears: Ears,
  closing: AbortSignal,
): Promise<Client<true>> {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    makeCache: Options.cacheWithLimits(CACHES),
    ws: { buildIdentifyThrottler: () => Promise.resolve(pace) },
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
  });
  client.on(Events.Error, (error) => log.warn({ error: error.message }, 'discord.js'));
  client.on(Events.Warn, (message) => log.warn({}, message));
  client.on(Events.ShardError, (error) => log.warn({ error: error.message }, 'gateway'));
  client.on(Events.ShardReconnecting, () => log.info({}, 'gateway: connecting again'));
  client.on(Events.ShardResume, () => log.info({}, 'gateway: resumed'));
  client.on(Events.ShardDisconnect, ({ code }) => ears.onBroken(`closed with ${code}`));
  client.on(Events.Invalidated, () => ears.onBroken('the session is invalid'));
  guardPackets(client, (error) =>
    log.error({ error: String(error) }, 'gateway: the library failed over an event'),
  );
  listen(client, ears);
  const deadline = AbortSignal.timeout(READY_MS);
  try {
    const signal = AbortSignal.any([closing, deadline]);
    const ready = once(client, Events.ClientReady, { signal });
    await Promise.all([client.login(token), ready]);
    if (!client.isReady()) throw new Error('it was ready, and no longer is');
    return client;
  } catch (error) {
    await closeClient(client);
    closing.throwIfAborted();
    throw toPlatformError(deadline.aborted ? new Error('not ready within 30 s') : error);
  }
}

function listen(client: Client, ears: Ears): void {
  const { ws } = client;
  ws.on(Dispatch.Ready, ({ user, application }: GatewayReadyDispatchData) =>
    ears.onReady({ botUserId: user.id, applicationId: application.id }),
  );
  ws.on(Dispatch.InteractionCreate, (interaction: APIInteraction) =>
    ears.onInteraction(interaction, client),
  );
  ws.on(Dispatch.MessageCreate, (message: HeardMessage) => ears.onMessage(message, client));
  ws.on(Dispatch.MessageUpdate, (message: HeardMessage) => {
    // Without it nobody edited anything: Discord has added the preview of a link.
    if (typeof message.edited_timestamp === 'string') ears.onMessage(message, client);
  });
  ws.on(Dispatch.GuildDelete, ({ id, unavailable }: Leaving) => {
    if (unavailable !== true) ears.onLeaving({ kind: 'place', platform: DISCORD, place: id });
  });
  const onChannel = ({ id }: Leaving): void =>
    ears.onLeaving({ kind: 'channel', platform: DISCORD, channel: id });
  ws.on(Dispatch.ChannelDelete, onChannel);
  ws.on(Dispatch.ThreadDelete, onChannel);
}

interface Leaving {
  readonly id: string;
  readonly unavailable?: boolean;
}
