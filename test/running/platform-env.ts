import type { DiscordServer } from '../protocol/discord/start-discord-server.ts';
import type { SlackServer } from '../protocol/slack/start-slack-server.ts';

type Environment = Readonly<Record<string, string>>;

/** What a bot is told so that it is on this Discord. */
export function discordEnv({ token, apiUrl }: DiscordServer): Environment {
  return { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl };
}

/** The same for Slack: over a socket, or over HTTP where there is a port. */
export function slackEnv(
  { botToken, appToken, signingSecret, apiUrl }: SlackServer,
  port?: number,
): Environment {
  const how: Environment =
    port === undefined
      ? { SLACK_APP_TOKEN: appToken }
      : { SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) };
  return { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl, ...how };
}
