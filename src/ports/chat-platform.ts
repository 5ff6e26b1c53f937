import type { Problem } from '../article/problem.ts';
import type { Post } from '../post/post.ts';
import type { Core } from './core.ts';
import type { DeliveryKey, Destination, SentMessage } from './destination.ts';
import type { Json } from './json.ts';
import type { PlatformFile, Source } from './request.ts';

/**
 * A place where people talk. It owns everything that its platform is strict about: acknowledging in time, private or
 * public, lengths, escaping, mentions, rate limits, permissions, redelivery.
 */
export interface ChatPlatform {
  readonly name: string;
  /** Resolves once events come in. Rejects with a `PlatformError` where it cannot be reached or refuses us. */
  start(core: Core): Promise<void>;
  /** Sends a post; a second call with the same key sends no second message as far as the platform can tell. */
  send(to: Destination, post: Outgoing, signal: AbortSignal): Promise<SentMessage>;
  /** Resolves to the message as it is found from now on. */
  replace(message: SentMessage, post: Outgoing, signal: AbortSignal): Promise<SentMessage>;
  /** Removing what is gone already is no error. */
  remove(message: SentMessage, signal: AbortSignal): Promise<void>;
  /** Whether a post with this key stands there: after a crash between sending and writing it down. */
  find(to: Destination, key: DeliveryKey, signal: AbortSignal): Promise<Found>;
  /** What a message holds that somebody pointed at, best first; empty where it holds nothing to read. */
  lookUp(message: Json, signal: AbortSignal): Promise<LookedUp>;
  download(file: PlatformFile, signal: AbortSignal): Promise<Downloaded>;
  /** Where a post of the bot's own goes in a channel. @param sinceMs nothing of it can stand there from before */
  toChannel(channel: string, sinceMs: number): Destination;
  /** The thread below a message of ours, begun when the first is sent there; at most 100 characters of its name. */
  toThread(below: SentMessage, name: string): Destination;
  /** A person, alone. */
  toPerson(person: string, sinceMs: number): Destination;
  /** Whether a post stands in one message there; what does not goes on in further ones. Pure. */
  fitsOneMessage(post: Post): boolean;
  /** What somebody may in a channel, and the bot. Rejects with a `PlatformError`. */
  rightsIn(where: PersonInChannel, signal: AbortSignal): Promise<ChannelRights>;
  /** The server or workspace that a channel is in; `undefined` where the bot does not see it. */
  placeOf(channel: string, signal: AbortSignal): Promise<string | undefined>;
  /** The IANA zone in which a person lives, where the platform tells. */
  timezoneOf(person: string, signal: AbortSignal): Promise<string | undefined>;
  /** What `doctor` tells: each a thing that works, or what is wrong and how it is mended. */
  check(signal: AbortSignal): Promise<readonly Check[]>;
  /** Whether events come in, as far as can be told here. */
  state(): PlatformState;
  /** Takes no more events; resolves when all connections are closed. */
  stop(): Promise<void>;
}

export type PlatformState =
  | { readonly status: 'connected' }
  /** `sinceMs` (since 1970) is when it was last known to be connected; absent where it never was. */
  | { readonly status: 'disconnected'; readonly sinceMs?: number };

/** A post and the key under which it is sent; the key goes into its buttons too. */
export interface Outgoing {
  readonly post: Post;
  readonly key: DeliveryKey;
  /**
   * `person`: a problem that only whoever asked need see. Where the platform can, what stands there for all is removed and
   * the post follows privately; where it cannot, the post stands where the answer would.
   */
  readonly audience: 'everyone' | 'person';
}

export interface PersonInChannel {
  readonly channel: string;
  readonly place: string;
  readonly person: string;
}

export interface ChannelRights {
  /** Whether the person may have digests posted there, and change their own. */
  readonly mayCreate: boolean;
  /** Whether they may change everybody's. */
  readonly mayManage: boolean;
  /** What keeps the bot from posting there, and a thread below it; absent where nothing does. */
  readonly hindrance?: 'no-member' | 'no-permission' | 'no-such-channel' | 'no-threads';
  /** What people call the channel, as the platform writes it in a text: `#news`. */
  readonly channelName?: string;
}

export type Found =
  | { readonly status: 'found'; readonly message: SentMessage }
  | { readonly status: 'absent' }
  /** The platform cannot tell. */
  | { readonly status: 'unknown' };

export type LookedUp =
  | { readonly status: 'found'; readonly sources: readonly Source[] }
  | { readonly status: 'failed'; readonly because: 'gone' | 'not-allowed' | 'content-withheld' };

export type Downloaded =
  | { readonly status: 'downloaded'; readonly body: Uint8Array; readonly mediaType?: string }
  | { readonly status: 'failed'; readonly problem: Problem };

export interface Check {
  readonly what: string;
  readonly outcome:
    | { readonly status: 'good'; readonly detail?: string }
    /** `mend` is the exact step; `without` what does not work until then. */
    | { readonly status: 'bad'; readonly mend: string; readonly without: string }
    /** The platform does not let a bot see it. */
    | { readonly status: 'unseen'; readonly look: string };
}
