import type { DiscordConfig, Fault } from './bot-config.ts';
import type { Environment } from './config.ts';
import { filled } from './filled.ts';
import { readApiUrl, type ApiUrl } from './read-api-url.ts';

/** The settings of one platform: absent where it is not set up or wrong. */
export interface ReadDiscord {
  readonly config?: DiscordConfig;
  readonly faults: readonly Fault[];
}

const WHERE =
  'copy the token from https://discord.com/developers/applications → your application → Bot → Reset Token';

/** DISCORD_TOKEN, DISCORD_API_URL and DISCORD_MESSAGE_CONTENT. A wrong word for the intent leaves the rest as it is. */
export function readDiscordEnv(env: Environment): ReadDiscord {
  const token = filled(env['DISCORD_TOKEN']);
  const content = filled(env['DISCORD_MESSAGE_CONTENT'])?.toLowerCase() ?? 'false';
  const api = readDiscordApi(filled(env['DISCORD_API_URL']));
  const tokenFault = token === undefined ? undefined : findTokenFault(token);
  const faults = [
    tokenFault,
    api.status === 'wrong' ? api.sentence : undefined,
    ['true', 'false'].includes(content) ? undefined : CONTENT_FAULT,
  ]
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => ({ sentence, without: 'everything on Discord' }));
  if (token === undefined || tokenFault !== undefined || api.status === 'wrong') return { faults };
  const where = api.status === 'set' ? { apiUrl: api.url } : {};
  return { config: { token, ...where, messageContent: content === 'true' }, faults };
}

const CONTENT_FAULT =
  'DISCORD_MESSAGE_CONTENT: must be true or false; true only where the Message Content Intent is switched on at https://discord.com/developers/applications → your application → Bot';

/** discord.js puts the version behind it itself. */
function readDiscordApi(value: string | undefined): ApiUrl {
  const api = readApiUrl('DISCORD_API_URL', value);
  if (api.status !== 'set' || !/\/v\d+$/u.test(api.url)) return api;
  const sentence =
    'DISCORD_API_URL: must stand without the version at its end, such as https://discord.com/api';
  return { status: 'wrong', sentence };
}

/** What people put there by mistake; whether a token is the right one only Discord knows. */
function findTokenFault(token: string): string | undefined {
  if (/^Bot\s/iu.test(token))
    return 'DISCORD_TOKEN: must be the token alone, without “Bot” before it';
  if (/\s/u.test(token)) return `DISCORD_TOKEN: has a space in it, which no token has; ${WHERE}`;
  if (/^\d+$/u.test(token)) return `DISCORD_TOKEN: is an id and no token; ${WHERE}`;
  if (/^[\da-f]{64}$/iu.test(token)) {
    return `DISCORD_TOKEN: is the application’s public key and no token; ${WHERE}`;
  }
  if (/^x(?:ox[a-z]|app)-/u.test(token)) return `DISCORD_TOKEN: is a token of Slack’s; ${WHERE}`;
  return undefined;
}
