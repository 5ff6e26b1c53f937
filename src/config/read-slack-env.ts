import type { Fault, SlackConfig } from './bot-config.ts';
import type { Environment } from './config.ts';
import { filled } from './filled.ts';
import { readApiUrl } from './read-api-url.ts';

/** The settings of one platform: absent where it is not set up or wrong. */
export interface ReadSlack {
  readonly config?: SlackConfig;
  readonly faults: readonly Fault[];
}

const APP_PAGE = 'https://api.slack.com/apps → your app';
const BOT_TOKEN = `the Bot User OAuth Token (xoxb-…) from ${APP_PAGE} → OAuth & Permissions`;
const APP_TOKEN = `the app-level token (xapp-…) with connections:write from ${APP_PAGE} → Basic Information → App-Level Tokens`;
const SECRET = `the Signing Secret from ${APP_PAGE} → Basic Information`;

interface Given {
  readonly botToken: string | undefined;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
}

/**
 * SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET and SLACK_API_URL. With an app token it is Socket Mode, whatever
 * else is set.
 */
export function readSlackEnv(env: Environment, hasPort: boolean): ReadSlack {
  const given: Given = {
    botToken: filled(env['SLACK_BOT_TOKEN']),
    appToken: filled(env['SLACK_APP_TOKEN']),
    signingSecret: filled(env['SLACK_SIGNING_SECRET']),
  };
  const isSetUp = Object.values(given).some((value) => value !== undefined);
  const apiUrl = readApiUrl('SLACK_API_URL', filled(env['SLACK_API_URL']));
  const sentences = [
    ...(isSetUp ? [findBotTokenFault(given), findWayFault(given, hasPort)] : []),
    apiUrl.status === 'wrong' ? apiUrl.sentence : undefined,
  ].filter((sentence) => sentence !== undefined);
  const mode = modeOf(given);
  if (sentences.length > 0 || given.botToken === undefined || mode === undefined) {
    return { faults: sentences.map((sentence) => ({ sentence, without: 'everything on Slack' })) };
  }
  const where = apiUrl.status === 'set' ? { apiUrl: apiUrl.url } : {};
  return { config: { botToken: given.botToken, ...where, mode }, faults: [] };
}

function modeOf({ appToken, signingSecret }: Given): SlackConfig['mode'] | undefined {
  if (appToken !== undefined) return { kind: 'socket', appToken };
  return signingSecret === undefined ? undefined : { kind: 'http', signingSecret };
}

function findBotTokenFault({ botToken }: Given): string | undefined {
  if (botToken === undefined) return `SLACK_BOT_TOKEN: is not set; put there ${BOT_TOKEN}`;
  if (botToken.startsWith('xapp-')) {
    return `SLACK_BOT_TOKEN: is the app-level token, which belongs into SLACK_APP_TOKEN; put there ${BOT_TOKEN}`;
  }
  if (!/^xoxb-\S+$/u.test(botToken)) {
    return `SLACK_BOT_TOKEN: must begin with xoxb- and have no space in it; put there ${BOT_TOKEN}`;
  }
  return undefined;
}

/** How Slack reaches the bot: over a socket, or by requests to a port. */
function findWayFault({ appToken, signingSecret }: Given, hasPort: boolean): string | undefined {
  if (appToken !== undefined) return findAppTokenFault(appToken);
  if (signingSecret === undefined) {
    return `SLACK_APP_TOKEN: is not set; put there ${APP_TOKEN}, or for HTTP instead of Socket Mode into SLACK_SIGNING_SECRET ${SECRET}`;
  }
  if (/\s/u.test(signingSecret) || /^x(?:ox[a-z]|app)-/u.test(signingSecret)) {
    return `SLACK_SIGNING_SECRET: is no signing secret; put there ${SECRET}`;
  }
  if (hasPort) return undefined;
  return 'PORT: must be set when Slack sends its events over HTTP (SLACK_SIGNING_SECRET without SLACK_APP_TOKEN), such as 3000; they come to /slack/events there';
}

function findAppTokenFault(appToken: string): string | undefined {
  if (appToken.startsWith('xoxb-')) {
    return `SLACK_APP_TOKEN: is the bot token, which belongs into SLACK_BOT_TOKEN; put there ${APP_TOKEN}`;
  }
  if (/^xapp-\S+$/u.test(appToken)) return undefined;
  return `SLACK_APP_TOKEN: must begin with xapp- and have no space in it; put there ${APP_TOKEN}`;
}
