import type { DeliveryKey, Destination, SentMessage } from '../../../ports/destination.ts';
import type { Json } from '../../../ports/json.ts';
import { fieldAt, listAt, textAt } from '../../payload-field.ts';

export const SLACK = 'slack';

/** Below a message: how mentions and direct messages are answered. */
export interface ThreadAddress {
  readonly kind: 'thread';
  readonly channel: string;
  readonly threadTs: string;
  /** Whom it answers; empty where nobody asked. */
  readonly user: string;
  /** Whether the thread was there before the answer: only there does Slack show what is for one person alone. */
  readonly wasThere: boolean;
  /** In direct messages nobody else reads along, so nothing need be whispered. */
  readonly isDirect: boolean;
}

/** Where a command, a shortcut or a click came from: as a member of the channel, or through the response URL. */
export interface ResponseAddress {
  readonly kind: 'response';
  readonly channel: string;
  readonly user: string;
  readonly responseUrl: string;
  /** A response URL lives 30 minutes; ms since 1970. */
  readonly responseUntilMs: number;
  readonly isPrivate: boolean;
  readonly threadTs?: string;
}

/** A channel in which nobody asked: a post of our own, the first message of which begins a thread. */
export interface ChannelAddress {
  readonly kind: 'channel';
  readonly channel: string;
  readonly threadTs?: never;
  /** Nothing of the post can stand there from before; ms since 1970. */
  readonly sinceMs: number;
}

/** The direct messages with a person; how their channel is called is asked when something goes there. */
export interface PersonAddress {
  readonly kind: 'person';
  readonly user: string;
  readonly sinceMs: number;
}

/** Where messages stand: a channel is known. */
export type ReachedDestination = ThreadAddress | ResponseAddress | ChannelAddress;

export type SlackDestination = ReachedDestination | PersonAddress;

/** One or several messages that we can change. */
export interface PostedAddress {
  readonly kind: 'posted';
  readonly channel: string;
  /** In their order; the first is the one that the post is found by. */
  readonly ts: readonly string[];
  readonly threadTs?: string;
  readonly user: string;
  readonly isDirect: boolean;
  /** As of a `ThreadAddress`. */
  readonly wasThere: boolean;
}

/** A message that was clicked: changed as its author where we are a member, else through the click's response URL. */
export interface ClickedAddress {
  readonly kind: 'clicked';
  readonly channel: string;
  readonly ts: string;
  /** Of the post, by which its other messages are found. */
  readonly key: DeliveryKey;
  readonly user: string;
  readonly responseUrl: string;
  readonly responseUntilMs: number;
  /** Only the person who clicked sees it; such a message has no other way in than the response URL. */
  readonly isEphemeral: boolean;
  readonly isDirect: boolean;
  readonly threadTs?: string;
}

/** Said through a response URL or to one person alone: Slack tells no name by which it could be changed. */
export interface PassingAddress {
  readonly kind: 'passing';
}

export type SlackSent = PostedAddress | ClickedAddress | PassingAddress;

/** As it is written down. */
export function writeAddress(address: SlackDestination | SlackSent): Json {
  return { ...address };
}

/** What `writeAddress` wrote. @throws TypeError where it is somebody else's */
export function parseDestination({ address }: Destination): SlackDestination {
  const base = {
    channel: textAt(address, 'channel'),
    user: textAt(address, 'user'),
  };
  if (textAt(address, 'kind') === 'thread')
    return {
      kind: 'thread',
      ...base,
      threadTs: textAt(address, 'threadTs'),
      wasThere: fieldAt(address, 'wasThere') === true,
      isDirect: fieldAt(address, 'isDirect') === true,
    };
  const sinceMs = Number(fieldAt(address, 'sinceMs') ?? 0);
  if (textAt(address, 'kind') === 'channel')
    return { kind: 'channel', channel: base.channel, sinceMs };
  if (textAt(address, 'kind') === 'person') return { kind: 'person', user: base.user, sinceMs };
  if (textAt(address, 'kind') === 'response')
    return {
      kind: 'response',
      ...base,
      ...parseResponse(address),
      isPrivate: fieldAt(address, 'isPrivate') === true,
      ...parseThread(address),
    };
  throw new TypeError('no destination of Slack');
}

/** What `writeAddress` wrote. @throws TypeError where it is somebody else's */
export function parseSent({ address }: SentMessage): SlackSent {
  const base = {
    channel: textAt(address, 'channel'),
    user: textAt(address, 'user'),
    isDirect: fieldAt(address, 'isDirect') === true,
    ...parseThread(address),
  };
  switch (textAt(address, 'kind')) {
    case 'posted':
      return {
        kind: 'posted',
        ...base,
        ts: listAt(address, 'ts').map(String),
        wasThere: fieldAt(address, 'wasThere') === true,
      };
    case 'clicked':
      return {
        kind: 'clicked',
        ...base,
        ts: textAt(address, 'ts'),
        key: textAt(address, 'key'),
        ...parseResponse(address),
        isEphemeral: fieldAt(address, 'isEphemeral') === true,
      };
    case 'passing':
      return { kind: 'passing' };
    default:
      throw new TypeError('no message of Slack');
  }
}

function parseResponse(address: Json) {
  return {
    responseUrl: textAt(address, 'responseUrl'),
    responseUntilMs: Number(fieldAt(address, 'responseUntilMs') ?? 0),
  };
}

function parseThread(address: Json): { readonly threadTs?: string } {
  const threadTs = textAt(address, 'threadTs');
  return threadTs === '' ? {} : { threadTs };
}

/**
 * The name of an answer: the thread in which people reply to it. An answer within a thread goes by the thread's root,
 * so that a reply there, which names nothing else, is about it.
 */
export function messageIdOf(channel: string, threadTs: string): string {
  return `${channel}/${threadTs}`;
}
