import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Whether to ask for the privileged message content intent; it must be granted in the developer portal. */
  readonly messageContent: boolean;
  /** Where the HTTP API is, without `/v10`, when it is not Discord's own address: a proxy, a test. */
  readonly apiUrl?: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
  /** Of a file that is downloaded. */
  readonly maxFileBytes?: number;
}
