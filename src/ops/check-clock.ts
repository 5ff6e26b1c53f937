import type { Check } from '../ports/chat-platform.ts';
import type { Clock } from '../ports/clock.ts';

/** Nutgraf is no older, and no installation of it will be younger. */
const FIRST_YEAR = 2026;
const LAST_YEAR = 2100;

/** Whether the time can be true and the time zones of the world are known. */
export function checkClock(clock: Pick<Clock, 'now'>): readonly Check[] {
  return [checkTime(new Date(clock.now())), checkZones()];
}

function checkTime(now: Date): Check {
  const year = now.getUTCFullYear();
  const isPossible = year >= FIRST_YEAR && year <= LAST_YEAR;
  return {
    what: 'clock',
    outcome: isPossible
      ? { status: 'good', detail: `it is ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC` }
      : {
          status: 'bad',
          mend: `set the machine’s clock, best by NTP: it says that it is the year ${year}`,
          without: 'secure connections, Slack’s signatures, limits and retention',
        },
  };
}

function checkZones(): Check {
  return {
    what: 'time zones',
    outcome: areZonesKnown()
      ? { status: 'good' }
      : {
          status: 'bad',
          mend: 'use a Node.js with full ICU data (the builds of https://nodejs.org have it)',
          without: 'dates of articles in their own zone',
        },
  };
}

/** By a zone that has summer time, in winter and in summer. */
function areZonesKnown(): boolean {
  const hourIn = (month: number): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit' }).format(
      Date.UTC(2025, month, 1, 12),
    );
  try {
    return hourIn(0) === '13' && hourIn(6) === '14';
  } catch {
    // A zone that is not known is a RangeError.
    return false;
  }
}
