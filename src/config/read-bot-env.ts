import type { BotConfig, Fault } from './bot-config.ts';
import type { Environment } from './config.ts';
import { filled } from './filled.ts';
import { readDigestPath } from './read-digest-path.ts';
import { readDiscordEnv } from './read-discord-env.ts';
import { readPlaygroundEnv } from './read-playground-env.ts';
import { readServerEnv } from './read-server-env.ts';
import { readSlackEnv } from './read-slack-env.ts';

export interface BotEnv {
  readonly sound: Partial<
    Pick<
      BotConfig,
      'discord' | 'slack' | 'playground' | 'server' | 'database' | 'log' | 'digestFile'
    >
  >;
  readonly faults: readonly Fault[];
}

const PLATFORM_VARIABLES = [
  'DISCORD_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
] as const;

/** The bot's settings that stand in the environment: tokens, addresses, the port, the database, the log, files. */
export function readBotEnv(env: Environment, cwd: string): BotEnv {
  const discord = readDiscordEnv(env);
  const slack = readSlackEnv(env, filled(env['PORT']) !== undefined);
  const digestFile = readDigestPath(env, cwd);
  const isAnySet = PLATFORM_VARIABLES.some((name) => filled(env[name]) !== undefined);
  const playground = readPlaygroundEnv(env, isAnySet);
  // Whoever tries it out at a terminal reads what goes wrong, and not that all is well.
  const server = readServerEnv(
    { ...env, LOG_LEVEL: filled(env['LOG_LEVEL']) ?? (isAnySet ? 'info' : 'warn') },
    cwd,
  );
  return {
    sound: {
      ...server.sound,
      ...(discord.config === undefined ? {} : { discord: discord.config }),
      ...(slack.config === undefined ? {} : { slack: slack.config }),
      ...(playground.config === undefined ? {} : { playground: playground.config }),
      ...('path' in digestFile ? { digestFile } : {}),
    },
    faults: [
      ...(isAnySet || playground.isOn ? [] : [NOBODY_TO_TALK_TO]),
      ...discord.faults,
      ...slack.faults,
      ...playground.faults,
      ...server.faults,
      ...('path' in digestFile ? [] : [digestFile]),
    ],
  };
}

const NOBODY_TO_TALK_TO: Fault = {
  sentence:
    'DISCORD_TOKEN and SLACK_BOT_TOKEN: neither is set and PLAYGROUND is false, and the bot needs one of them in .env; “nutgraf setup discord” and “nutgraf setup slack” say step by step where it comes from',
  without: 'the bot: it does not start',
};
