import { dayAfter } from './day-after.ts';
import { areTooClose } from './are-too-close.ts';
import { looksLikeCron, parseCron } from './parse-cron.ts';
import { parseWords } from './parse-words.ts';
import type { ParsedSchedule, Schedule, ScheduleFault } from './schedule.ts';
import { MAX_MINUTES_BETWEEN, MIN_MINUTES_BETWEEN } from './schedule.ts';

/** Our own limit: the longest schedule that makes sense has a third of it. */
export const MAX_SCHEDULE_CHARS = 300;

/** Reads what a person typed: words (English or German) or cron of five fields, as croner reads it. Throws nothing. */
export function parseSchedule(text: string): ParsedSchedule {
  if (text.length > MAX_SCHEDULE_CHARS) {
    return faulty({ code: 'too-long', maxChars: MAX_SCHEDULE_CHARS });
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
  return areTooClose(schedule) ? tooOften : undefined;
}

const tooOften: ScheduleFault = { code: 'too-often', minMinutes: MIN_MINUTES_BETWEEN };

function faulty(fault: ScheduleFault): ParsedSchedule {
  return { status: 'fault', fault };
}
