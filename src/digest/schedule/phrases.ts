import type { SaidTime } from './read-time.ts';
import type { Token } from './read-tokens.ts';
import type { WeekdayPick } from './render-days.ts';
import type { ScheduleFault } from './schedule.ts';
import { shownText } from './shown-text.ts';

/** What a schedule in words says, before it is judged. */
export interface Phrases {
  /** How days are chosen; one way at a time. */
  way?: 'all' | 'weekdays' | 'picks' | 'dates' | 'workday';
  readonly weekdays: number[];
  readonly picks: WeekdayPick[];
  readonly dates: number[];
  hasLastDate: boolean;
  /** Cron's `1W` and `LW`: the first or last Monday-to-Friday day of a month. */
  workday?: '1W' | 'LW';
  readonly months: number[];
  readonly times: SaidTime[];
  /** In which order kinds of phrases came. */
  readonly parts: PhrasePart[];
  /** "in the morning", "abends". */
  half?: 'am' | 'pm';
  /** "mornings" means every day where nothing else is said. */
  isHabit: boolean;
  readonly periods: Set<'week' | 'month' | 'year'>;
  /** Could mean "every other" unless a month is named. */
  needsMonth?: string;
}

export type PhrasePart = 'days' | 'months' | 'times';

/** Where the next phrase begins, or what is wrong with this one. */
export type Step = number | ScheduleFault;

export interface Cursor {
  readonly tokens: readonly Token[];
  readonly at: number;
  /** The one at `at`. */
  readonly token: Token;
}

/** Days are chosen in one way only: "mondays and the 15th" could mean either or both. */
export function choose(
  phrases: Phrases,
  way: NonNullable<Phrases['way']>,
  token: Token,
): ScheduleFault | undefined {
  if (phrases.way !== undefined && phrases.way !== way) return unclear(token);
  phrases.way = way;
  return enterPart(phrases, 'days', token);
}

/**
 * Each kind of phrase stands together: in "weekdays at 9 and saturdays at 10" or "1 may and 2 june" every day would get
 * both times, both months, and nobody means that.
 */
export function enterPart(
  { parts }: Phrases,
  part: PhrasePart,
  token: Token,
): ScheduleFault | undefined {
  if (parts.at(-1) === part) return undefined;
  if (parts.includes(part)) return unclear(token);
  parts.push(part);
  return undefined;
}

export function unclear(token: Token | undefined): ScheduleFault {
  return { code: 'unclear', part: shownText(token?.text ?? '') };
}
