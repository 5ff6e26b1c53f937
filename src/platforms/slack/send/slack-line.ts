import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';
import type { Responder } from './respond.ts';
import type { SentMemory } from './sent-memory.ts';
import type { SlackApi } from './slack-api.ts';

/** What everything that talks to Slack needs. */
export interface SlackLine extends Responder {
  readonly api: SlackApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: SentMemory;
}
