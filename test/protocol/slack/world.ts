import { identity } from './identity.ts';
import type { Json } from './json.ts';
import type { ChannelFixture, Settings, UserFixture } from './slack-options.ts';

export interface SlackMessage {
  readonly type: 'message';
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly subtype?: string;
  readonly thread_ts?: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly files?: readonly Json[];
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly metadata?: Json;
  readonly client_msg_id?: string;
  readonly reactions?: readonly string[];
  /** Set on messages that only this person sees; Slack calls them ephemeral. */
  readonly onlyFor?: string;
  /** Whether it came through a response URL, whose caller never learns its `ts`. */
  readonly viaResponseUrl?: boolean;
}

export interface Channel extends Omit<ChannelFixture, 'members'> {
  readonly members: Set<string>;
}

export interface OpenView {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  readonly view: Json;
  readonly rootId: string;
  readonly previousId?: string;
}

export interface StoredFile {
  readonly id: string;
  readonly owner: string;
  readonly info: Json;
  readonly content: Buffer;
  readonly path: string;
  /** Where the file server sends whoever asks, with a good token or not. */
  readonly redirectTo?: string;
  /** Where it lies, if not with Slack. */
  readonly externalUrl?: string;
  /** Whether the app got it through a form and may read it without sharing a conversation. */
  readonly handedIn?: boolean;
}

export interface World {
  readonly users: Map<string, UserFixture>;
  readonly channels: Map<string, Channel>;
  /** Everything that stands now, the oldest first, with what only one person sees. */
  messages: readonly SlackMessage[];
  readonly views: Map<string, OpenView>;
  readonly files: Map<string, StoredFile>;
  isInstalled: boolean;
}

export function createWorld(settings: Settings): World {
  const bot: UserFixture = {
    id: identity.botUserId,
    name: identity.botName,
    realName: 'Nutgraf',
    tz: 'Etc/UTC',
    isBot: true,
  };
  return {
    users: new Map([...settings.users, bot].map((user) => [user.id, user])),
    channels: new Map(
      settings.channels.map((one) => [one.id, { ...one, members: new Set(one.members) }]),
    ),
    messages: [],
    views: new Map(),
    files: new Map(),
    isInstalled: true,
  };
}

export function isBotIn(channel: Channel): boolean {
  return channel.members.has(identity.botUserId);
}

export function findMessage(world: World, channel: string, ts: string): SlackMessage | undefined {
  return world.messages.find((one) => one.channel === channel && one.ts === ts);
}

export function replaceMessage(world: World, old: SlackMessage, now: SlackMessage | undefined) {
  world.messages = world.messages.flatMap((one) => {
    if (one !== old) return [one];
    return now === undefined ? [] : [now];
  });
}

export function isReply(message: SlackMessage): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts;
}

/** What stands in a channel for everybody, without the replies that stand only in its threads. */
export function messagesIn(world: World, channel: string): readonly SlackMessage[] {
  return world.messages.filter(
    (one) =>
      one.channel === channel &&
      one.onlyFor === undefined &&
      (!isReply(one) || one.subtype === 'thread_broadcast'),
  );
}

/** A thread as everybody sees it: the root, then the replies. */
export function threadOf(world: World, channel: string, ts: string): readonly SlackMessage[] {
  return world.messages.filter(
    (one) =>
      one.channel === channel &&
      one.onlyFor === undefined &&
      (one.ts === ts || one.thread_ts === ts),
  );
}

/** The direct messages between the bot and a person, opened where there are none yet. */
export function imWith(world: World, user: string): Channel {
  const open = [...world.channels.values()].find(
    (one) => one.kind === 'im' && isBotIn(one) && one.members.has(user),
  );
  if (open) return open;
  const id = `D${user.slice(1)}`;
  const members = new Set([user, identity.botUserId]);
  const channel: Channel = { id, name: '', kind: 'im', members };
  world.channels.set(id, channel);
  return channel;
}

/** A message as Slack writes it in answers and events; replies and counts are added to roots. */
export function renderMessage(world: World, message: SlackMessage, withMetadata = false): Json {
  const { channel, onlyFor, viaResponseUrl, metadata, reactions, ...wire } = message;
  const replies = world.messages.filter(
    (one) => one.channel === channel && one.thread_ts === message.ts && isReply(one),
  );
  return {
    ...wire,
    team: identity.teamId,
    ...(viaResponseUrl === true ? { subtype: 'bot_message' } : {}),
    ...(onlyFor === undefined ? {} : { is_ephemeral: true }),
    ...(withMetadata && metadata ? { metadata } : {}),
    ...(reactions ? { reactions: reactions.map((name) => ({ name, count: 1 })) } : {}),
    ...(replies.length === 0
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          latest_reply: replies.at(-1)?.ts,
          reply_users: [...new Set(replies.map((one) => one.user))],
        }),
  };
}
