import { Routes, type APIApplication, type Client } from 'discord.js';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { Core } from '../../ports/core.ts';
import { PlatformError } from '../../ports/platform-error.ts';
import { createAcknowledgements } from './connect/acknowledgements.ts';
import { createIntake, type Intake } from './connect/create-intake.ts';
import { keepConnected, type Connection } from './connect/keep-connected.ts';
import type { Self } from './connect/open-client.ts';
import { registerCommands } from './connect/register-commands.ts';
import type { DiscordOptions } from './discord-options.ts';
import { checkDiscord } from './doctor/check-discord.ts';
import { downloadFile } from './read/download-file.ts';
import { findPlace, findRights } from './read/find-rights.ts';
import { isThread } from './read/is-thread.ts';
import { lookUpMessage } from './read/look-up-message.ts';
import type { Hearing, HeardMessage } from './read/read-message.ts';
import { fitsOneMessage } from './render/render-post.ts';
import { createDiscordApi, type DiscordLine } from './send/discord-api.ts';
import { findPost } from './send/find-post.ts';
import { removePost } from './send/remove-post.ts';
import { replacePost } from './send/replace-post.ts';
import { createSentKeys } from './send/sent-keys.ts';
import { sendPost } from './send/send-post.ts';
import { DISCORD, parseDestination } from './wire/discord-address.ts';
import { toChannel, toPerson, toThread } from './wire/own-destination.ts';

/** Ours: what a person hands over as an article is rarely beyond 1 MB. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const APPLICATION_MS = 15_000;
const COMMANDS_MS = 30_000;

/** Discord, by discord.js. */
export function createDiscord(options: DiscordOptions): ChatPlatform {
  const { token, messageContent, log, clock, maxFileBytes = MAX_FILE_BYTES } = options;
  const where = options.apiUrl === undefined ? {} : { apiUrl: options.apiUrl };
  const api = createDiscordApi({ token, ...where });
  const acknowledgements = createAcknowledgements();
  const line: DiscordLine = {
    api,
    clock,
    log,
    keys: createSentKeys(),
    acknowledged: acknowledgements.acknowledged,
  };
  let self: Self | undefined;
  let opened: Opened | undefined;
  let connection: Connection | undefined;

  return {
    name: DISCORD,
    async start(core) {
      if (opened !== undefined) throw new Error('Discord is started already');
      const closing = new AbortController();
      const mine = { closing, running: open(core, closing.signal) };
      opened = mine;
      try {
        connection = (await mine.running).connection;
      } catch (error) {
        if (opened === mine) opened = undefined;
        throw error;
      }
    },
    send: (to, outgoing, signal) => sendPost(line, { to, outgoing }, signal),
    replace: (message, outgoing, signal) => replacePost(line, { message, outgoing }, signal),
    remove: (message, signal) => removePost(line, message, signal),
    find: (to, key, signal) =>
      findPost(line, { address: parseDestination(to), key, botUserId: selfId() }, signal),
    lookUp: (message, signal) =>
      lookUpMessage(line, { message, botUserId: selfId(), readsContent: messageContent }, signal),
    download: (file, signal) =>
      downloadFile(
        { fetch: options.fetch ?? fetch, ...where, maxBytes: maxFileBytes },
        file,
        signal,
      ),
    toChannel,
    toThread,
    toPerson,
    fitsOneMessage,
    rightsIn: (where, signal) => findRights(api, { ...where, botUserId: selfId() }, signal),
    placeOf: (channel, signal) => findPlace(api, channel, signal),
    // Discord tells nobody where people live.
    timezoneOf: () => Promise.resolve(undefined),
    check: (signal) => checkDiscord({ api, messageContent }, signal),
    state: () => connection?.state() ?? { status: 'disconnected' },
    async stop() {
      const ended = opened;
      opened = undefined;
      connection = undefined;
      ended?.closing.abort(new Error('Discord is being stopped'));
      // A start that fails closes what it has opened, and tells whoever asked for it why.
      const running = await ended?.running.catch(() => undefined);
      await running?.intake.close();
      await running?.connection.close();
    },
  };

  async function open(core: Core, closing: AbortSignal): Promise<Running> {
    const application = await findApplication(closing);
    // Before anybody can use them.
    if (application !== undefined) await writeCommands(application, closing);
    closing.throwIfAborted();
    const intake = createIntake({ core, line, acknowledgements });
    const connection = await keepConnected(
      { token, ...where, messageContent, log, clock },
      {
        onReady: (told) => {
          self = told;
        },
        onInteraction: (interaction, { guilds }) =>
          intake.takeInteraction(interaction, (guild) => guilds.cache.has(guild)),
        onMessage: (message, client) =>
          intake.takeMessage(message, () => hearingOf(message, selfId(), client)),
        onLeaving: (scope) => intake.takeLeaving(scope),
      },
      closing,
    );
    if (application === undefined && self !== undefined)
      await writeCommands(self.applicationId, closing);
    return { intake, connection };
  }

  function selfId(): string {
    if (self === undefined) throw new Error('Discord is not started');
    return self.botUserId;
  }

  /** Where Discord does not tell now, the gateway does. @throws PlatformError where it refuses the token */
  async function findApplication(closing: AbortSignal): Promise<string | undefined> {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(APPLICATION_MS)]);
    try {
      const path = Routes.currentApplication();
      return ((await api.call({ method: 'GET', path }, signal)) as APIApplication).id;
    } catch (error) {
      closing.throwIfAborted();
      if (error instanceof PlatformError && error.code === 'refused-token') throw error;
      log.warn({ error: String(error) }, 'Discord does not tell which application this is');
      return undefined;
    }
  }

  /** Without its commands the bot is still there for mentions and direct messages. */
  async function writeCommands(application: string, closing: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(COMMANDS_MS)]);
    try {
      const isNew = await registerCommands(api, application, signal);
      if (isNew) log.info({}, 'commands registered');
    } catch (error) {
      log.error({ error: String(error) }, 'the commands could not be registered');
    }
  }

  function hearingOf(
    { channel_id, channel_type, guild_id }: HeardMessage,
    botUserId: string,
    client: Client,
  ): Hearing {
    const guild = guild_id === undefined ? undefined : client.guilds.cache.get(guild_id);
    const botRoleId = guild?.members.me?.roles.botRole?.id;
    return {
      botUserId,
      ...(botRoleId === undefined ? {} : { botRoleId }),
      readsContent: messageContent,
      isThread: isThread(channel_type ?? client.channels.cache.get(channel_id)?.type),
      nowMs: clock.now(),
    };
  }
}

interface Running {
  readonly intake: Intake;
  readonly connection: Connection;
}

interface Opened {
  /** Ends a start that is under way. */
  readonly closing: AbortController;
  readonly running: Promise<Running>;
}
