import { CronPattern } from 'croner';
import { renderDays } from './render-days.ts';
import type { CronField, ParsedSchedule, Schedule } from './schedule.ts';
import { MINUTES_A_DAY } from './schedule.ts';
import { shownText } from './shown-text.ts';

const TIME_FIELD = /^[\d*?,/-]+$/u;
const DAY_FIELD = /^[\d*?,/\-LW]+$/iu;
const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
]);

/** Whether a text is meant as cron: its first three fields are made of cron's signs, or it is a nickname. */
export function looksLikeCron(text: string): boolean {
  const [minute = '', hour = '', day = '', ...rest] = text.split(' ');
  if (text.startsWith('@')) return true;
  return (
    rest.length >= 2 &&
    rest.length <= 4 &&
    TIME_FIELD.test(minute) &&
    TIME_FIELD.test(hour) &&
    DAY_FIELD.test(day)
  );
}

/** Cron of five fields, white space folded. Steps around the whole clock become elapsed time. */
export function parseCron(text: string): ParsedSchedule {
  const fields = (NICKNAMES.get(text.toLowerCase()) ?? text).toUpperCase().split(' ');
  if (fields.length > 5) {
    return { status: 'fault', fault: { code: 'cron-fields', fields: fields.length } };
  }
  const pattern = readPattern(fields.join(' '));
  if (pattern === undefined) return { status: 'fault', fault: findBadField(fields) };
  const minutes = indexesOf(pattern.minute);
  const hours = indexesOf(pattern.hour);
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const days = daysOf(pattern, fields.slice(2).join(' '));
  const isStep =
    (minutes.length > 1 && STEP.test(fields[0] ?? '')) ||
    (hours.length > 1 && STEP.test(fields[1] ?? ''));
  return { status: 'understood', schedule: scheduleOf({ times, days, isStep }) };
}

const STEP = /^[*?](?:\/\d+)?$/u;

function scheduleOf(cron: {
  readonly times: readonly number[];
  readonly days: string;
  readonly isStep: boolean;
}): Schedule {
  const { times, days, isStep } = cron;
  if (!isStep) return { kind: 'fixed', times, days };
  const everyMinutes = MINUTES_A_DAY / times.length;
  const [fromMinute = 0] = times;
  const isEven = times.every((time, index) => time === fromMinute + index * everyMinutes);
  return isEven && days === '* * *'
    ? { kind: 'elapsed', everyMinutes, fromMinute }
    : { kind: 'repeating', times, days };
}

/** The days in their one spelling where words have one for them, else the fields as they were typed. */
function daysOf(pattern: CronPattern, typed: string): string {
  const dates = indexesOf(pattern.day).map((index) => index + 1);
  const isEveryDate = pattern.starDOM || dates.length === 31;
  const isEveryWeekday = pattern.starDOW || pattern.dayOfWeek.every((mask) => mask === EVERY_WEEK);
  const months = indexesOf(pattern.month).map((index) => index + 1);
  const workday = WORKDAYS.find((one) => one === typed.split(' ')[0]);
  if (workday !== undefined && pattern.starDOW) return renderDays({ workday, months });
  const isOdd = pattern.lastWeekday || indexesOf(pattern.nearestWeekdays).length > 0;
  // A star that is written as a list makes croner join both fields by "or", so then only stars are left alone.
  if (isOdd || (!pattern.starDOM && !pattern.starDOW)) return typed;
  if (!isEveryDate) return renderDays({ dates, hasLastDate: pattern.lastDayOfMonth, months });
  if (isEveryWeekday) return renderDays({ months });
  const masks = pattern.dayOfWeek.slice(0, 7);
  if (masks.every((mask) => mask === 0 || mask === EVERY_WEEK)) {
    return renderDays({ weekdays: indexesOf(masks), months });
  }
  if (masks.includes(EVERY_WEEK)) return typed;
  return renderDays({ picks: masks.flatMap(picksOf), months });
}

const WORKDAYS = ['1W', 'LW'] as const;

/** Croner's marks on a weekday: the first five bits are the weeks of a month, the sixth is its last. */
const EVERY_WEEK = 63;
const LAST_WEEK = 32;

function picksOf(mask: number, weekday: number): readonly { nth: number; weekday: number }[] {
  const picks = [1, 2, 3, 4, 5]
    .filter((nth) => (mask & (1 << (nth - 1))) !== 0)
    .map((nth) => ({ nth, weekday }));
  return (mask & LAST_WEEK) !== 0 ? [...picks, { nth: -1, weekday }] : picks;
}

function indexesOf(marks: readonly number[]): readonly number[] {
  return marks.flatMap((mark, index) => (mark === 0 ? [] : [index]));
}

/** Croner throws at what it cannot read, with sentences of its own; which field it was is found by `findBadField`. */
function readPattern(text: string): CronPattern | undefined {
  try {
    return new CronPattern(text, undefined, { mode: '5-part' });
  } catch {
    return undefined;
  }
}

const FIELD_NAMES: readonly CronField[] = ['minute', 'hour', 'day', 'month', 'weekday'];

function findBadField(fields: readonly string[]): {
  readonly code: 'bad-cron';
  readonly field: CronField;
  readonly value: string;
} {
  const index = fields.findIndex((field, at) => {
    const alone = ['0', '0', '*', '*', '*'];
    alone[at] = field;
    return readPattern(alone.join(' ')) === undefined;
  });
  const at = Math.max(index, 0);
  return {
    code: 'bad-cron',
    field: FIELD_NAMES[at] ?? 'minute',
    value: shownText(fields[at] ?? ''),
  };
}
