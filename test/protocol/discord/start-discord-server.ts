import { randomBytes } from 'node:crypto';
import type { APIUser } from 'discord-api-types/v10';
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { startFileHost } from './file-host.ts';
import { startGateway } from './gateway/gateway.ts';
import type { GatewayControls, GatewayWorld } from './gateway/gateway.ts';
import type { Inside, Settings } from './inside.ts';
import { listen } from './listen.ts';
import { createInteracting } from './people/invoking.ts';
import type { Interacting } from './people/invoking.ts';
import { createWriting } from './people/write.ts';
import type { Writing } from './people/write.ts';
import { applicationFlags, applicationRoutes } from './rest/application-routes.ts';
import { callbackRoutes } from './rest/callback-route.ts';
import { createFaults } from './rest/faults.ts';
import type { Fault } from './rest/faults.ts';
import { followUpRoutes } from './rest/follow-up-routes.ts';
import { guildRoutes } from './rest/guild-routes.ts';
import { messageRoutes } from './rest/message-routes.ts';
import type { BucketSize } from './rest/rate-limits.ts';
import { createRest } from './rest/start-rest.ts';
import { threadRoutes } from './rest/thread-routes.ts';
import { createServerLog } from './server-log.ts';
import type { ServerLog } from './server-log.ts';
import { createBuilder } from './world/build-world.ts';
import type { Builder } from './world/build-world.ts';
import type { Person, Place } from './world/person.ts';
import { createClock } from './world/clock.ts';
import { createIdSource } from './world/create-id-source.ts';
import { renderWholeGuild } from './world/render-guild.ts';
import { seeMessage } from './world/see-message.ts';
import type { SeenMessage } from './world/see-message.ts';
import { createWorld } from './world/world.ts';
import type { World } from './world/world.ts';

export interface DiscordServerOptions {
  /** The privileged intent as set in the portal; not granted where it is left out. */
  readonly messageContent?: boolean;
  /** 0 for servers, 1 for people; both where it is left out. */
  readonly installTypes?: readonly (0 | 1)[];
  readonly heartbeatIntervalMs?: number;
  /** How many calls a route takes; 50 a second where it is left out. */
  readonly bucketSize?: BucketSize;
}

export interface DiscordServer extends Builder, Writing, Interacting, Omit<ServerLog, 'changed'> {
  /** Goes into discord.js' `rest.api`: without `/v10`. */
  readonly apiUrl: string;
  /** Where attachments are fetched from. */
  readonly filesUrl: string;
  /** The paths of files that were fetched. */
  readonly filesAsked: readonly string[];
  readonly token: string;
  readonly applicationId: string;
  readonly botUserId: string;
  readonly gateway: GatewayControls;
  readonly world: World;
  /** A server with the bot, a channel in it, its owner Anna and a member Ben. */
  readonly guild: Place;
  readonly channel: Place;
  readonly anna: Person;
  readonly ben: Person;
  /** What stands in a channel, oldest first; with a person only what this person sees. */
  readonly messagesIn: (channel: Place, as?: Person) => readonly SeenMessage[];
  /** Lets the next calls to a route go wrong. */
  readonly fault: (fault: Fault) => void;
  readonly clearFaults: () => void;
  /** Moves the server's time on: tokens, nonces and addresses of files end by it. */
  readonly advance: (ms: number) => void;
  readonly now: () => number;
  readonly close: () => Promise<void>;
}

/** Discord, as far as a bot meets it: its HTTP API and its gateway on one port of this machine, its files on another. */
export async function startDiscordServer(
  options: DiscordServerOptions = {},
): Promise<DiscordServer> {
  const clock = createClock();
  const newId = createIdSource(clock);
  const settings = createSettings(newId, options);
  const log = createServerLog();
  const world = createWorld();
  const faults = createFaults();
  const files = await startFileHost(clock, log);
  const routes = [
    ...applicationRoutes,
    ...guildRoutes,
    ...messageRoutes,
    ...threadRoutes,
    ...callbackRoutes,
    ...followUpRoutes,
  ];
  const rest = createRest({
    inside: () => inside,
    routes,
    faults,
    bucketSize: options.bucketSize ?? { limit: 50, windowMs: 1000 },
  });
  const listening = await listen(rest);
  const gateway = startGateway({
    server: rest,
    port: listening.port,
    settings,
    log,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    world: () => gatewayWorld(inside),
  });
  const inside: Inside = { settings, clock, newId, world, files, gateway, log };
  world.users.set(settings.botUserId, botUser(settings));
  const builder = createBuilder(inside);
  const place = furnish(builder);
  return {
    ...builder,
    ...createWriting(inside),
    ...createInteracting(inside),
    calls: log.calls,
    violations: log.violations,
    pings: log.pings,
    until: log.until,
    ...place,
    apiUrl: `${listening.url}/api`,
    filesUrl: files.url,
    filesAsked: files.asked,
    token: settings.token,
    applicationId: settings.applicationId,
    botUserId: settings.botUserId,
    gateway,
    world,
    messagesIn: (channel, as) =>
      [...world.messages.values()]
        .filter((one) => one.channelId === channel.id && !one.isDeleted)
        .filter((one) => as === undefined || (one.onlyFor ?? as.id) === as.id)
        .map((one) => seeMessage(world, one)),
    fault: faults.add,
    clearFaults: faults.clear,
    advance: clock.advance,
    now: clock.now,
    close: async () => {
      gateway.close();
      await Promise.all([listening.close(), files.close()]);
    },
  };
}

function createSettings(newId: () => string, options: DiscordServerOptions): Settings {
  const botUserId = newId();
  const secret = randomBytes(28).toString('base64url');
  return {
    token: `${Buffer.from(botUserId).toString('base64url')}.G${secret.slice(0, 5)}.${secret}`,
    applicationId: botUserId,
    botUserId,
    messageContent: options.messageContent === true,
    installTypes: options.installTypes ?? [0, 1],
  };
}

function botUser({ botUserId }: Settings): APIUser {
  return {
    id: botUserId,
    username: 'Nutgraf',
    discriminator: '4821',
    global_name: null,
    avatar: null,
    bot: true,
  };
}

function furnish(builder: Builder): Pick<DiscordServer, 'guild' | 'channel' | 'anna' | 'ben'> {
  const anna = builder.addUser({ name: 'anna' });
  const ben = builder.addUser({ name: 'ben' });
  const guild = builder.addGuild({ name: 'Harbour Post', owner: anna });
  builder.addMember({ guild, user: ben });
  return { guild, channel: builder.addChannel({ guild, name: 'general' }), anna, ben };
}

function gatewayWorld(inside: Inside): GatewayWorld {
  const { world, settings, gateway } = inside;
  const guilds = [...world.guilds.values()].filter(({ members }) =>
    members.has(settings.botUserId),
  );
  const bot = world.users.get(settings.botUserId) ?? botUser(settings);
  return {
    ready: (session) => ({
      v: 10,
      user: { ...bot, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: gateway.url,
      shard: [0, 1],
      application: { id: settings.applicationId, flags: applicationFlags(inside) },
    }),
    guilds: () =>
      guilds.map((guild) => ({
        name: GatewayDispatchEvents.GuildCreate,
        intents: GatewayIntentBits.Guilds,
        data: () => renderWholeGuild(world, guild, settings.botUserId),
      })),
  };
}
