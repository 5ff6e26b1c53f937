import { identity } from './identity.ts';

export interface UserFixture {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly tz: string;
  readonly tzOffsetSec?: number;
  readonly isAdmin?: boolean;
  readonly isBot?: boolean;
}

export interface ChannelFixture {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  /** User ids; the bot is a member where its own id is among them. */
  readonly members: readonly string[];
  readonly creator?: string;
  readonly isArchived?: boolean;
}

export interface SlackServerOptions {
  /** How the app hears of what happens; `http` needs `server.useRequestUrl(url)` once the app listens. */
  readonly mode?: 'socket' | 'http';
  readonly scopes?: readonly string[];
  /** Names as in the app's settings: `app_mention`, `message.im`, `channel_left`, … */
  readonly events?: readonly string[];
  /** Adds `message.channels` and `message.groups` and the scopes that they need. */
  readonly messageEvents?: boolean;
  readonly users?: readonly UserFixture[];
  readonly channels?: readonly ChannelFixture[];
  /** How long an acknowledgement may take; Slack's promise is 3,000. */
  readonly ackTimeoutMs?: number;
  readonly pingIntervalMs?: number;
  /** Whether unacknowledged events come again by themselves (at once, after 1 and 5 min of `server.clock`). */
  readonly redelivery?: 'auto' | 'manual';
  /** Serves files from another port than the API, as files.slack.com is another host than slack.com. */
  readonly filesOnOwnPort?: boolean;
}

export interface Settings {
  readonly mode: 'socket' | 'http';
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly users: readonly UserFixture[];
  readonly channels: readonly ChannelFixture[];
  readonly ackTimeoutMs: number;
  readonly pingIntervalMs: number;
  readonly redelivery: 'auto' | 'manual';
  readonly filesOnOwnPort: boolean;
}

/** The least that the app asks for, without reading what channels say. */
export const leastScopes: readonly string[] =
  'commands chat:write app_mentions:read im:history im:write files:read channels:read groups:read users:read'.split(
    ' ',
  );

const messageScopes = ['channels:history', 'groups:history'];
const leastEvents = ['app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked'];

export const people = { ada: 'U01ADA', benno: 'U02BENNO', chika: 'U03CHIKA' } as const;
export const places = {
  /** Public, with everybody and the bot. */
  news: 'C01NEWS',
  /** Public, without the bot. */
  harbour: 'C02HARBOUR',
  /** Private, with the bot. */
  desk: 'C03DESK',
  /** Private, without the bot. */
  vault: 'C04VAULT',
  /** Public, with the bot, archived. */
  attic: 'C05ATTIC',
  /** Ada's direct messages with the bot. */
  adasMessages: 'D01ADA',
} as const;

const { ada, benno, chika } = people;
const bot = identity.botUserId;

const defaultUsers: readonly UserFixture[] = [
  { id: ada, name: 'ada', realName: 'Ada Lindholt', tz: 'Europe/Oslo', isAdmin: true },
  { id: benno, name: 'benno', realName: 'Benno Craye', tz: 'America/Halifax', tzOffsetSec: -14400 },
  { id: chika, name: 'chika', realName: 'Chika Oravec', tz: 'Asia/Tokyo', tzOffsetSec: 32400 },
];

const defaultChannels: readonly ChannelFixture[] = [
  { id: places.news, name: 'news', kind: 'public', members: [ada, benno, chika, bot] },
  { id: places.harbour, name: 'harbour', kind: 'public', members: [ada, benno] },
  { id: places.desk, name: 'desk', kind: 'private', members: [ada, benno, bot] },
  { id: places.vault, name: 'vault', kind: 'private', members: [ada] },
  { id: places.attic, name: 'attic', kind: 'public', members: [ada, bot], isArchived: true },
  { id: places.adasMessages, name: '', kind: 'im', members: [ada, bot] },
];

export function settingsOf(options: SlackServerOptions): Settings {
  const reads = options.messageEvents === true;
  return {
    mode: options.mode ?? 'socket',
    scopes: new Set([...(options.scopes ?? leastScopes), ...(reads ? messageScopes : [])]),
    events: new Set([
      ...(options.events ?? leastEvents),
      ...(reads ? ['message.channels', 'message.groups'] : []),
    ]),
    users: options.users ?? defaultUsers,
    channels: options.channels ?? defaultChannels,
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    pingIntervalMs: options.pingIntervalMs ?? 10_000,
    redelivery: options.redelivery ?? 'auto',
    filesOnOwnPort: options.filesOnOwnPort ?? false,
  };
}
