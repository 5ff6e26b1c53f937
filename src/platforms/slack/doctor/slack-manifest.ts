import type { Json } from '../../../ports/json.ts';
import { NEEDED_EVENTS, NEEDED_SCOPES } from './scopes.ts';

export const SHORTCUT_ID = 'summarize_message';
export const SUMMARIZE_COMMAND = '/summarize';
export const DIGEST_COMMAND = '/digest';
export const HOUSE_COMMAND = '/nutgraf';

/** How Slack reaches the bot. */
export type Reach =
  | { readonly kind: 'socket' }
  /** `https://bot.example.org/slack/events` */
  | { readonly kind: 'http'; readonly requestUrl: string };

/** What is pasted when the app is made: https://docs.slack.dev/reference/app-manifest */
export function slackManifest(reach: Reach): Json {
  const url = reach.kind === 'http' ? { url: reach.requestUrl } : {};
  const requestUrl = reach.kind === 'http' ? { request_url: reach.requestUrl } : {};
  return {
    display_information: {
      name: 'Nutgraf',
      description: 'Turns a web article into a few bullets and its key quotes',
      background_color: '#2f3e46',
    },
    features: {
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Nutgraf', always_online: true },
      shortcuts: [
        {
          name: 'Summarize',
          type: 'message',
          callback_id: SHORTCUT_ID,
          description: 'The bullets and quotes of a message',
        },
      ],
      slash_commands: [
        {
          command: SUMMARIZE_COMMAND,
          ...url,
          description: 'Bullets and key quotes of an article',
          usage_hint: '[link or text] [short | long] [quotes 3] [private]',
          should_escape: false,
        },
        {
          command: DIGEST_COMMAND,
          ...url,
          description: 'News of your sources, posted to a channel at the times that you say',
          usage_hint: 'create | list | show Morning news | help',
          should_escape: false,
        },
        {
          command: HOUSE_COMMAND,
          ...url,
          description: 'What Nutgraf can do, how it is, and what it shall forget',
          usage_hint: 'help | status | forget',
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: NEEDED_SCOPES.map(({ scope }) => scope) } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: NEEDED_EVENTS.map(({ event }) => event) },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: reach.kind === 'socket',
      token_rotation_enabled: false,
    },
  };
}
