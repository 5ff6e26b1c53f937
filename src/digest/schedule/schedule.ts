/**
 * When a plan is due, understood. Two schedules that are the same by value are due at the same moments.
 * Minutes of a day count from 00:00 on the clock on the wall; `days` are cron's last three fields (day of the month,
 * month, weekday) as croner reads them.
 */
export type Schedule =
  /** Times that people chose: each once on every day that is due, whatever the clocks do. */
  | { readonly kind: 'fixed'; readonly times: readonly number[]; readonly days: string }
  /**
   * Steps that are bound to certain hours or days: they go on through an hour that comes twice, and leave out one that
   * does not come.
   */
  | { readonly kind: 'repeating'; readonly times: readonly number[]; readonly days: string }
  /** Elapsed time, counted from `fromMinute` of the local day on which the plan's revision began. */
  | { readonly kind: 'elapsed'; readonly everyMinutes: number; readonly fromMinute: number };

/** Where and from when a schedule is read. */
export interface SlotFrame {
  /** IANA, as `parseTimezone` gives it. */
  readonly timezone: string;
  /** A plan's `sinceMs`: steps of elapsed time are counted from the start of its local day. */
  readonly anchorMs: number;
}

/** A channel is no ticker: our own limit. */
export const MIN_MINUTES_BETWEEN = 15;
/** Our own limit for `every n hours`: a week. */
export const MAX_MINUTES_BETWEEN = 7 * 24 * 60;
/** Our own limit, for what is typed and for what is said back. */
export const MAX_SCHEDULE_CHARS = 300;
export const MINUTES_A_DAY = 24 * 60;

export type ParsedSchedule =
  | { readonly status: 'understood'; readonly schedule: Schedule }
  | { readonly status: 'fault'; readonly fault: ScheduleFault };

/** Why a schedule is not taken. Texts of people in it are at most 40 characters. */
export type ScheduleFault =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly maxChars: number }
  /** A word or sign that means nothing here. */
  | { readonly code: 'unknown-word'; readonly word: string }
  /** No time of day is said: `weekdays`. */
  | { readonly code: 'no-time' }
  /** No day is said: `at 9`, `monthly at 9`. */
  | { readonly code: 'no-day' }
  /** No time of day: `25:00`. */
  | { readonly code: 'bad-time'; readonly time: string }
  /** No day of a month: `the 32nd`. */
  | { readonly code: 'bad-date'; readonly date: string }
  /** Could mean two things, or does not fit what stands before it. */
  | { readonly code: 'unclear'; readonly part: string }
  /** `every 2 days`, `every 3 weeks`: cannot be said. */
  | { readonly code: 'unsupported-period'; readonly part: string }
  | { readonly code: 'too-often'; readonly minMinutes: number }
  | { readonly code: 'too-seldom'; readonly maxMinutes: number }
  /** A date that no calendar has: 30 February. */
  | { readonly code: 'never' }
  /** Cron with six or seven fields: seconds or years. */
  | { readonly code: 'cron-fields'; readonly fields: number }
  | { readonly code: 'bad-cron'; readonly field: CronField; readonly value: string };

export type CronField = 'minute' | 'hour' | 'day' | 'month' | 'weekday';
