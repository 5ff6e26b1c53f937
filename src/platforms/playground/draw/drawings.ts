import type { Post } from '../../../post/post.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';
import type { DiscordBody } from '../looks/discord/discord-body.ts';
import type { SlackBody } from '../looks/slack/slack-body.ts';

/** What the other platforms' adapters would send of a post: their own renderers, handed over. */
export interface Payloads {
  discord(post: Post, options: PayloadOptions): Promise<readonly DiscordBody[]>;
  slack(post: Post, options: PayloadOptions): Promise<readonly SlackBody[]>;
}

export interface PayloadOptions {
  readonly key: DeliveryKey;
  readonly isPrivate: boolean;
}

/** How a post looks elsewhere, and what is sent for it to look so. */
export interface Drawing {
  /** Made by the looks: everything that came from outside is escaped in it. */
  readonly html: string;
  readonly payloads: readonly MeasuredPayload[];
}

export interface MeasuredPayload {
  readonly json: string;
  readonly measures: readonly Measure[];
}

/** How much of a platform's limit a message takes. */
export interface Measure {
  readonly what: string;
  readonly used: number;
  readonly limit: number;
}
