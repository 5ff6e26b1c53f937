import type { Json } from './json.ts';

export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive';

export interface Retry {
  readonly num: number;
  readonly reason: string;
}

export interface Outgoing {
  readonly kind: DeliveryKind;
  readonly payload: Json;
  readonly retry?: Retry;
}

/** How the app took something in: it has 3 s for it. */
export type Ack =
  | {
      readonly state: 'acknowledged';
      readonly afterMs: number;
      /** What came with the acknowledgement: JSON, a text, or undefined. */
      readonly body: unknown;
    }
  | {
      readonly state: 'failed';
      readonly afterMs: number;
      readonly because: 'timeout' | 'connection-failed' | 'http-error';
      readonly status?: number;
      /** Whether the app asked by a header that it does not come again. */
      readonly noRetry?: boolean;
    };

/** The way from Slack to the app. */
export interface Transport {
  /** Resolves once the app has acknowledged or the time for it is over; never rejects. */
  send(outgoing: Outgoing): Promise<Ack>;
  /** The name that Slack gives to a first failure in a retry. */
  retryReason(ack: Ack): string;
}

export interface Delivery extends Outgoing {
  /** When it was sent, on the server's clock. */
  readonly at: number;
  ack?: Ack;
}
