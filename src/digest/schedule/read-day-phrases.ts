import { collectPhrases } from './collect-phrases.ts';
import type { Phrases } from './phrases.ts';
import type { Token } from './read-tokens.ts';
import { renderDays } from './render-days.ts';
import type { ParsedSchedule, ScheduleFault } from './schedule.ts';
import { MINUTES_A_DAY } from './schedule.ts';
import { shownText } from './shown-text.ts';

/** Days and times in any order: `weekdays at 9:00`, `at 8 and 17:30 on the 1st`. */
export function readDayPhrases(tokens: readonly Token[]): ParsedSchedule {
  const phrases = collectPhrases(tokens);
  if ('code' in phrases) return { status: 'fault', fault: phrases };
  const days = daysOf(phrases);
  if (typeof days !== 'string') return { status: 'fault', fault: days };
  const times = timesOf(phrases);
  if ('code' in times) return { status: 'fault', fault: times };
  if (times.length === 0) return { status: 'fault', fault: { code: 'no-time' } };
  return { status: 'understood', schedule: { kind: 'fixed', times, days } };
}

/** Which days were said, as cron's last three fields. */
export function daysOf(phrases: Phrases): string | ScheduleFault {
  const { weekdays, picks, dates, hasLastDate, workday, months, periods, needsMonth } = phrases;
  const way = phrases.way ?? (phrases.isHabit ? 'all' : undefined);
  if (way === undefined) return { code: 'no-day' };
  const isMonthly = way === 'dates' || way === 'picks' || way === 'workday';
  if (needsMonth !== undefined && !periods.has('month') && months.length === 0) {
    return { code: 'unclear', part: shownText(needsMonth) };
  }
  if (periods.has('month') && !isMonthly) return { code: 'no-day' };
  if (periods.has('week') && way !== 'weekdays') return { code: 'no-day' };
  if (periods.has('year') && !(isMonthly && months.length > 0)) return { code: 'no-day' };
  return renderDays({ weekdays, picks, dates, hasLastDate, workday, months });
}

/** The times of the day in order, each once. */
function timesOf({ times, half }: Phrases): readonly number[] | ScheduleFault {
  const minutes = new Set<number>();
  for (const { minute, isHalfKnown, text } of times) {
    const isMorning = minute < MINUTES_A_DAY / 2;
    if (half === undefined || isHalfKnown) {
      if (half === 'am' && !isMorning) return { code: 'unclear', part: shownText(text) };
      minutes.add(minute);
      continue;
    }
    // "in the evening at 12" and "at 0": nobody knows which midnight, or whether noon.
    if (!isMorning || minute < 60) return { code: 'unclear', part: shownText(text) };
    minutes.add(half === 'am' ? minute : minute + MINUTES_A_DAY / 2);
  }
  return [...minutes].sort((a, b) => a - b);
}
