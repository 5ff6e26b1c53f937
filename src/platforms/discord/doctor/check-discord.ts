import {
  ApplicationFlags,
  ApplicationIntegrationType,
  Routes,
  type APIApplication,
} from 'discord.js';
import type { Check } from '../../../ports/chat-platform.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { areRegistered } from '../connect/register-commands.ts';
import type { DiscordApi } from '../send/discord-api.ts';
import { checkGuilds } from './check-guilds.ts';

export interface Checked {
  readonly api: DiscordApi;
  /** Whether the settings ask for the privileged intent. */
  readonly messageContent: boolean;
}

const APP_PAGE = 'https://discord.com/developers/applications → your application';

/** What `doctor` tells about Discord: token, intents, install types, commands, permissions in channels. */
export async function checkDiscord(
  { api, messageContent }: Checked,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const what = 'Discord: DISCORD_TOKEN';
  let application: APIApplication;
  try {
    const path = Routes.currentApplication();
    application = (await api.call({ method: 'GET', path }, signal)) as APIApplication;
  } catch (error) {
    const mend = `copy the token from ${APP_PAGE} → Bot → Reset Token into DISCORD_TOKEN`;
    return [failure(what, error, { mend, without: 'everything on Discord' })];
  }
  return [
    { what, outcome: { status: 'good', detail: application.name } },
    checkIntent(application, messageContent),
    ...checkInstallTypes(application),
    await checkCommands(api, application.id, signal),
    ...(await checkChannels(api, application, signal)),
  ];
}

function checkIntent({ flags }: APIApplication, messageContent: boolean): Check {
  const what = 'Discord: message content intent';
  const granted =
    (flags &
      (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)) !==
    0;
  if (messageContent && !granted)
    return {
      what,
      outcome: {
        status: 'bad',
        mend: `switch “Message Content Intent” on under ${APP_PAGE} → Bot, or take DISCORD_MESSAGE_CONTENT out of .env`,
        without: 'everything on Discord: it refuses the connection',
      },
    };
  const detail = messageContent
    ? 'granted and asked for'
    : 'not asked for: replies with the ping off, threads’ first messages and the messages that mentions reply to stay unread';
  return { what, outcome: { status: 'good', detail } };
}

const INSTALL_TYPES = [
  {
    type: ApplicationIntegrationType.GuildInstall,
    name: 'Guild Install',
    without: 'adding the bot to servers: mentions, replies, answers in threads',
  },
  {
    type: ApplicationIntegrationType.UserInstall,
    name: 'User Install',
    without: 'commands for a person in servers and conversations where the bot is no member',
  },
] as const;

function checkInstallTypes({ integration_types_config }: APIApplication): readonly Check[] {
  return INSTALL_TYPES.map(({ type, name, without }): Check => {
    const what = `Discord: ${name}`;
    if (integration_types_config === undefined)
      return { what, outcome: { status: 'unseen', look: `${APP_PAGE} → Installation` } };
    if (integration_types_config[type] !== undefined) return { what, outcome: { status: 'good' } };
    const mend = `tick “${name}” under ${APP_PAGE} → Installation → Installation Contexts, and save`;
    return { what, outcome: { status: 'bad', mend, without } };
  });
}

async function checkCommands(
  api: DiscordApi,
  application: string,
  signal: AbortSignal,
): Promise<Check> {
  const what = 'Discord: commands';
  const without = '/summarize, /digest, /nutgraf and “Summarize” in the menu of messages';
  const mend = 'run “npm start”: it registers them';
  try {
    const isSame = await areRegistered(api, application, signal);
    return { what, outcome: isSame ? { status: 'good' } : { status: 'bad', mend, without } };
  } catch (error) {
    return failure(what, error, { mend, without });
  }
}

async function checkChannels(
  api: DiscordApi,
  { id, bot }: APIApplication,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  try {
    return await checkGuilds(api, bot?.id ?? id, signal);
  } catch (error) {
    const mend = 'see that the bot is still in its servers';
    return [failure('Discord: channels', error, { mend, without: 'this check' })];
  }
}

function failure(
  what: string,
  error: unknown,
  { mend, without }: { readonly mend: string; readonly without: string },
): Check {
  if (!(error instanceof PlatformError)) throw error;
  const told =
    error.code === 'unclear'
      ? `Discord does not answer (${error.message}); look at the network and DISCORD_API_URL`
      : `${mend} (${error.message})`;
  return { what, outcome: { status: 'bad', mend: told, without } };
}
