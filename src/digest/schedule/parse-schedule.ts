import { dayAfter } from './day-after.ts';
import { areTooClose } from './are-too-close.ts';
import { looksLikeCron, parseCron } from './parse-cron.ts';
import { parseWords } from './parse-words.ts';
import type { ParsedSchedule, Schedule, ScheduleFault } from './schedule.ts';
import { MAX_MINUTES_BETWEEN, MAX_SCHEDULE_CHARS, MIN_MINUTES_BETWEEN } from './schedule.ts';
import { scheduleInWords } from './schedule-in-words.ts';

/** Reads what a person typed: words (English or German) or cron of five fields, as croner reads it. Throws nothing. */
export function parseSchedule(text: string): ParsedSchedule {
  if (text.length > MAX_SCHEDULE_CHARS) {
    return faulty(tooLong);
  }
  const folded = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (folded === '') return faulty({ code: 'empty' });
  const cron = folded.replace(/^cron:? /iu, '');
  const parsed = looksLikeCron(cron) ? parseCron(cron) : parseWords(folded);
  if (parsed.status === 'fault') return parsed;
  const fault = findFault(parsed.schedule);
  return fault === undefined ? parsed : faulty(fault);
}

function findFault(schedule: Schedule): ScheduleFault | undefined {
  if (schedule.kind === 'elapsed') {
    if (schedule.everyMinutes < MIN_MINUTES_BETWEEN) return tooOften;
    if (schedule.everyMinutes <= MAX_MINUTES_BETWEEN) return undefined;
    return { code: 'too-seldom', maxMinutes: MAX_MINUTES_BETWEEN };
  }
  // Any day to start from will do: croner looks 400 years ahead.
  if (dayAfter(schedule.days, 0) === undefined) return { code: 'never' };
  if (areTooClose(schedule)) return tooOften;
  // Dozens of times without a pattern: nobody could read what is said back, and neither could we.
  return scheduleInWords(schedule).length > MAX_SCHEDULE_CHARS ? tooLong : undefined;
}

const tooLong: ScheduleFault = { code: 'too-long', maxChars: MAX_SCHEDULE_CHARS };
const tooOften: ScheduleFault = { code: 'too-often', minMinutes: MIN_MINUTES_BETWEEN };

function faulty(fault: ScheduleFault): ParsedSchedule {
  return { status: 'fault', fault };
}
