import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

export interface SlackOptions {
  /** `xoxb-…` */
  readonly botToken: string;
  readonly via: SlackWay;
  /** Where the Web API is, when it is not Slack's own address: a proxy, a test. */
  readonly apiUrl?: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
  /** Of a file that is downloaded. */
  readonly maxFileBytes?: number;
}

/** How Slack reaches us. */
export type SlackWay =
  /** Over a socket that we open; `xapp-…` with `connections:write`. */
  | { readonly kind: 'socket'; readonly appToken: string }
  /** By requests to `/slack/events`, signed with this. */
  | { readonly kind: 'http'; readonly signingSecret: string };
