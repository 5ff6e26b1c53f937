import type { BotProblem } from '../post/bot-problem.ts';
import type { Usage } from '../ports/store.ts';
import type { BotHabits } from '../config/bot-config.ts';

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** What was asked for in the last hour and in the last day, this request included. */
export interface RecentUsage {
  readonly hour: Usage;
  readonly day: Usage;
}

/** The limit that a request goes beyond, and when it is free again; `undefined` where it goes beyond none. */
export function findLimit(
  { hour, day }: RecentUsage,
  limits: BotHabits['limits'],
  nowMs: number,
): BotProblem | undefined {
  if (hour.byPerson > (limits.perPersonAnHour ?? Infinity)) {
    const waitMs = (hour.oldestByPersonMs ?? nowMs) + HOUR_MS - nowMs;
    return { code: 'limit-reached', of: 'person', waitMs };
  }
  if (day.byPlace > (limits.perPlaceADay ?? Infinity)) {
    const waitMs = (day.oldestByPlaceMs ?? nowMs) + DAY_MS - nowMs;
    return { code: 'limit-reached', of: 'place', waitMs };
  }
  return undefined;
}
