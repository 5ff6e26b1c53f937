import type { ScheduleFault } from '../../digest/schedule/schedule.ts';
import { printable } from '../printable.ts';

const EXAMPLE = 'weekdays at 9:00';

/** What is wrong with a schedule, and what would be right. */
export function scheduleFaultSentence(fault: ScheduleFault): string {
  switch (fault.code) {
    case 'empty':
      return `Say when: for example “${EXAMPLE}”.`;
    case 'too-long':
      return `A schedule has at most ${fault.maxChars} characters: for example “${EXAMPLE}”.`;
    case 'unknown-word':
      return `I do not know what ${quoted(fault.word)} means in a schedule; say it like “${EXAMPLE}” or “first monday of the month at 10”.`;
    case 'no-time':
      return `Say at what time, too: for example “${EXAMPLE}”.`;
    case 'no-day':
      return `Say on which days, too: for example “${EXAMPLE}”.`;
    case 'bad-time':
      return `${quoted(fault.time)} is no time of day; say it like 9:00 or 6:30 pm.`;
    case 'bad-date':
      return `No month has ${quoted(fault.date)}.`;
    case 'unclear':
      return `I am not sure what ${quoted(fault.part)} means; say it like “${EXAMPLE}” or “mondays and thursdays at 8”.`;
    case 'unsupported-period':
      return `I cannot keep ${quoted(fault.part)}; hours, days of the week and days of the month I can: “every 6 hours”, “mondays at 8”.`;
    case 'too-often':
      return `That is more often than every ${fault.minMinutes} minutes; a channel would not be read any more.`;
    case 'too-seldom':
      return `Steps are a week at most; say the days instead: “first monday of the month at 10”.`;
    case 'never':
      return 'That date never comes; no calendar has it.';
    case 'cron-fields':
      return `Cron has five fields here (minute, hour, day, month, weekday), and that has ${fault.fields}.`;
    case 'bad-cron':
      return `${quoted(fault.value)} is nothing that cron’s field for the ${fault.field} can be.`;
  }
}

function quoted(text: string): string {
  return `“${printable(text)}”`;
}
