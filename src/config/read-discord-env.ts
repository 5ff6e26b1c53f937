import type { DiscordConfig, Fault } from './bot-config.ts';
import type { Environment } from './config.ts';
import { filled } from './filled.ts';
import { readApiUrl } from './read-api-url.ts';

/** The settings of one platform: absent where it is not set up or wrong. */
export interface ReadDiscord {
  readonly config?: DiscordConfig;
  readonly faults: readonly Fault[];
}

const WHERE =
  'copy the token from https://discord.com/developers/applications → your application → Bot → Reset Token';

/** DISCORD_TOKEN, DISCORD_API_URL and DISCORD_MESSAGE_CONTENT. */
export function readDiscordEnv(env: Environment): ReadDiscord {
  const token = filled(env['DISCORD_TOKEN']);
  if (token === undefined) return { faults: [] };
  const apiUrl = readApiUrl('DISCORD_API_URL', filled(env['DISCORD_API_URL']));
  const content = filled(env['DISCORD_MESSAGE_CONTENT'])?.toLowerCase() ?? 'false';
  const sentences = [
    findTokenFault(token),
    apiUrl.status === 'wrong' ? apiUrl.sentence : undefined,
    apiUrl.status === 'set' && /\/v\d+$/u.test(apiUrl.url)
      ? 'DISCORD_API_URL: must stand without the version at its end, such as https://discord.com/api'
      : undefined,
    ['true', 'false'].includes(content)
      ? undefined
      : 'DISCORD_MESSAGE_CONTENT: must be true or false; true only where the Message Content Intent is switched on at https://discord.com/developers/applications → your application → Bot',
  ].filter((sentence) => sentence !== undefined);
  if (sentences.length > 0) {
    return {
      faults: sentences.map((sentence) => ({ sentence, without: 'everything on Discord' })),
    };
  }
  const where = apiUrl.status === 'set' ? { apiUrl: apiUrl.url } : {};
  return { config: { token, ...where, messageContent: content === 'true' }, faults: [] };
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
