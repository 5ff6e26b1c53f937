import { PlatformError } from '../../../ports/platform-error.ts';
import type { Check } from '../../../ports/chat-platform.ts';
import type { SlackApi } from '../send/slack-api.ts';
import { listAt, textAt } from '../../payload-field.ts';
import { NEEDED_EVENTS, NEEDED_SCOPES } from './scopes.ts';

export interface Checked {
  readonly bot: SlackApi;
  /** With the app token; in HTTP mode there is none. */
  readonly app?: SlackApi;
}

const APP_PAGE = 'https://api.slack.com/apps → your app';

/** What `doctor` tells about Slack: the tokens, the scopes, the way in, and what no bot can see. */
export async function checkSlack(
  { bot, app }: Checked,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { check, scopes } = await checkBotToken(bot, signal);
  return [
    check,
    ...(scopes === undefined ? [] : checkScopes(scopes)),
    ...(scopes === undefined ? [] : [await checkChannels(bot, signal)]),
    app === undefined ? UNSEEN_SECRET : await checkAppToken(app, signal),
    UNSEEN_EVENTS,
    UNSEEN_COMMANDS,
  ];
}

async function checkBotToken(bot: SlackApi, signal: AbortSignal) {
  const what = 'Slack: SLACK_BOT_TOKEN';
  try {
    const answer = await bot.call('auth.test', {}, { signal, isRepeatable: true });
    const detail = `${textAt(answer, 'user')} in ${textAt(answer, 'team')}`;
    const check: Check = { what, outcome: { status: 'good', detail } };
    return { check, scopes: listAt(answer, 'response_metadata', 'scopes').map(String) };
  } catch (error) {
    const mend = `copy the Bot User OAuth Token (xoxb-…) from ${APP_PAGE} → OAuth & Permissions into SLACK_BOT_TOKEN`;
    return { check: failure(what, error, mend) };
  }
}

function checkScopes(granted: readonly string[]): readonly Check[] {
  if (granted.length === 0) return [UNSEEN_SCOPES];
  const missing = NEEDED_SCOPES.filter(({ scope }) => !granted.includes(scope));
  if (missing.length === 0)
    return [{ what: 'Slack: scopes', outcome: { status: 'good', detail: granted.join(', ') } }];
  return missing.map(({ scope, without }) => ({
    what: `Slack: scope ${scope}`,
    outcome: {
      status: 'bad',
      mend: `add ${scope} under ${APP_PAGE} → OAuth & Permissions → Bot Token Scopes, then “Reinstall to Workspace”`,
      without,
    },
  }));
}

async function checkChannels(bot: SlackApi, signal: AbortSignal): Promise<Check> {
  const what = 'Slack: channels';
  try {
    const args = { types: 'public_channel,private_channel', exclude_archived: true, limit: 200 };
    const answer = await bot.call('users.conversations', args, { signal, isRepeatable: true });
    const names = listAt(answer, 'channels').map((one) => `#${textAt(one, 'name')}`);
    if (names.length === 0)
      return {
        what,
        outcome: {
          status: 'bad',
          mend: 'type “/invite @Nutgraf” in each channel where it shall hear mentions, answer in threads and post digests',
          without: 'digests, mentions, replies and answers in threads; commands work everywhere',
        },
      };
    return { what, outcome: { status: 'good', detail: names.join(', ') } };
  } catch (error) {
    return failure(what, error, 'add channels:read and groups:read, then reinstall the app');
  }
}

async function checkAppToken(app: SlackApi, signal: AbortSignal): Promise<Check> {
  const what = 'Slack: SLACK_APP_TOKEN';
  try {
    await app.call('apps.connections.open', {}, { signal, isRepeatable: true });
    return { what, outcome: { status: 'good', detail: 'Socket Mode connects' } };
  } catch (error) {
    const mend = `turn Socket Mode on under ${APP_PAGE} → Socket Mode, and put an app-level token (xapp-…) with connections:write into SLACK_APP_TOKEN`;
    return failure(what, error, mend);
  }
}

function failure(what: string, error: unknown, mend: string): Check {
  if (!(error instanceof PlatformError)) throw error;
  const isSilent = error.code === 'unclear';
  return {
    what,
    outcome: {
      status: 'bad',
      mend: isSilent
        ? `Slack does not answer (${error.message}); look at the network and SLACK_API_URL`
        : `${mend} (${error.message})`,
      without: 'everything on Slack',
    },
  };
}

const UNSEEN_SCOPES: Check = {
  what: 'Slack: scopes',
  outcome: {
    status: 'unseen',
    look: `${APP_PAGE} → OAuth & Permissions → Bot Token Scopes must list ${NEEDED_SCOPES.map(({ scope }) => scope).join(', ')}`,
  },
};

const UNSEEN_SECRET: Check = {
  what: 'Slack: SLACK_SIGNING_SECRET',
  outcome: {
    status: 'unseen',
    look: `compare it with ${APP_PAGE} → Basic Information → Signing Secret, and see that the Request URLs end in /slack/events and are “Verified”`,
  },
};

const UNSEEN_EVENTS: Check = {
  what: 'Slack: events',
  outcome: {
    status: 'unseen',
    look: `${APP_PAGE} → Event Subscriptions must list ${NEEDED_EVENTS.map(({ event }) => event).join(', ')}`,
  },
};

const UNSEEN_COMMANDS: Check = {
  what: 'Slack: commands and the menu of messages',
  outcome: {
    status: 'unseen',
    look: `${APP_PAGE} → Slash Commands must list /summarize, /digest and /nutgraf, → Interactivity & Shortcuts the message shortcut summarize_message; “nutgraf setup slack” prints the manifest that has them all`,
  },
};
