import type { Json } from './json.ts';

/**
 * Where an answer goes: a channel, a thread, below a message, or an open reply (an interaction's token, a response URL).
 * Plain data; only the platform that made it looks inside.
 */
export interface Destination {
  readonly platform: string;
  readonly address: Json;
  /** Whether the platform itself shows there that an answer is being made, so that nothing need be sent meanwhile. */
  readonly showsWaiting: boolean;
  /** When nothing can be sent there any more, ms since 1970; absent where it stays open. */
  readonly untilMs?: number;
}

/** A message of ours, as the platform finds it again. */
export interface SentMessage {
  readonly platform: string;
  readonly address: Json;
  /** When it can no longer be changed, ms since 1970; absent where it always can. */
  readonly untilMs?: number;
  /** The message's name on its platform, the same however it is come by; absent where the platform tells none. */
  readonly id?: string;
}

/** 22 base64url characters (128 bits at random) by which a platform refuses a second post or finds the first. */
export type DeliveryKey = string;
