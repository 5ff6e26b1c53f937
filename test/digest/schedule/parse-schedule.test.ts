import { describe, expect, it } from '@jest/globals';
import { parseSchedule } from '../../../src/digest/schedule/parse-schedule.ts';
import { scheduleInWords } from '../../../src/digest/schedule/schedule-in-words.ts';
import type { Schedule } from '../../../src/digest/schedule/schedule.ts';

function understood(text: string): Schedule {
  const parsed = parseSchedule(text);
  if (parsed.status === 'fault') throw new Error(`${text}: ${JSON.stringify(parsed.fault)}`);
  return parsed.schedule;
}

/** What is typed, and how it is said back. */
const said: readonly (readonly [string, string])[] = [
  ['weekdays at 9:00', 'every weekday at 09:00'],
  ['every day at 18:30', 'every day at 18:30'],
  ['mondays and thursdays at 8', 'every Monday and Thursday at 08:00'],
  ['every 6 hours', 'every 6 hours'],
  ['first monday of the month at 10', 'on the first Monday of the month at 10:00'],
  ['daily 9am', 'every day at 09:00'],
  ['every weekday 9:00', 'every weekday at 09:00'],
  ['mon, wed, fri 7:30', 'every Monday, Wednesday and Friday at 07:30'],
  ['monday to friday at noon', 'every weekday at 12:00'],
  ['Mon-Fri 9.15', 'every weekday at 09:15'],
  ['sat to mon at 10', 'every Monday, Saturday and Sunday at 10:00'],
  ['weekends at 10', 'every Saturday and Sunday at 10:00'],
  ['every morning at 8', 'every day at 08:00'],
  ['monday evenings at 8', 'every Monday at 20:00'],
  ['every day at 8 in the evening', 'every day at 20:00'],
  ['every day at 8 and 17:30', 'every day at 08:00 and 17:30'],
  ['tuesdays @ 7:15, 12 and 19:15', 'every Tuesday at 07:15, 12:00 and 19:15'],
  ['at 5 p.m. every day', 'every day at 17:00'],
  ['every day at 12am', 'every day at 00:00'],
  ['daily at 1830', 'every day at 18:30'],
  ["  EVERY   Weekday at 9 O'Clock. ", 'every weekday at 09:00'],
  ['every weekday at nine', 'every weekday at 09:00'],
  ['hourly', 'every hour'],
  ['every 30 minutes', 'every 30 minutes'],
  ['every 6 hours from 8:00', 'every 6 hours from 08:00'],
  ['every hour on weekdays', 'every hour every weekday'],
  ['every 4 hours from 8 to 20', 'every day at 08:00, 12:00, 16:00 and 20:00'],
  ['every 2 hours between 9am and 1pm on mondays', 'every Monday at 09:00, 11:00 and 13:00'],
  ['every 20 minutes from 9:10 to 11:10', 'every 20 minutes from 09:10 to 11:10 every day'],
  ['0 8-18/2 * * 1-5', 'every 2 hours from 08:00 to 18:00 every weekday'],
  ['0,15,45 0-22 * * *', 'cron 0,15,45 0-22 * * *'],
  ['on the 1st and 15th at 9', 'on the 1st and 15th of the month at 09:00'],
  ['last friday of the month at 16:00', 'on the last Friday of the month at 16:00'],
  ['last day of the month at 12', 'on the last day of the month at 12:00'],
  ['on the 24th of december at 18', 'on the 24th of the month in December at 18:00'],
  ['first weekday of the month at 9', 'on the first weekday of the month at 09:00'],
  ['am letzten Werktag im Monat um 16 Uhr', 'on the last weekday of the month at 16:00'],
  ['0 9 lw jan,jul *', 'on the last weekday of the month in January and July at 09:00'],
  ['every 1st and 3rd monday at 9', 'on the first and third Monday of the month at 09:00'],
  ['every week on monday at 9', 'every Monday at 09:00'],
  ['werktags um 9 Uhr', 'every weekday at 09:00'],
  ['jeden Tag um 18:30', 'every day at 18:30'],
  ['montags und donnerstags um 8', 'every Monday and Thursday at 08:00'],
  ['alle 6 Stunden', 'every 6 hours'],
  ['am ersten Montag im Monat um 10', 'on the first Monday of the month at 10:00'],
  ['Mo–Fr 9 Uhr 30', 'every weekday at 09:30'],
  ['am 1. und 15. um 9', 'on the 1st and 15th of the month at 09:00'],
  ['morgens um 8', 'every day at 08:00'],
  ['täglich um acht', 'every day at 08:00'],
  ['0 9 * * 1-5', 'every weekday at 09:00'],
  ['30 8,17 * * mon,thu', 'every Monday and Thursday at 08:30 and 17:30'],
  ['*/30 * * * *', 'every 30 minutes'],
  ['5 */6 * * *', 'every 6 hours from 00:05'],
  ['0 9 * * 5L', 'on the last Friday of the month at 09:00'],
  ['0 9 L * ?', 'on the last day of the month at 09:00'],
  ['0 9 * * 1#1,5L', 'on the first Monday and last Friday of the month at 09:00'],
  ['@daily', 'every day at 00:00'],
  ['cron 0 9 15w * *', 'cron 0 9 15W * *'],
  ['0 9 1,15 * 1', 'cron 0 9 1,15 * 1'],
  ['*/20 9-17 * * 1-5', 'cron */20 9-17 * * 1,2,3,4,5'],
];

describe('a schedule that is understood', () => {
  it.each(said)('"%s" is said back as "%s"', (typed, words) => {
    expect(scheduleInWords(understood(typed))).toBe(words);
  });

  it.each(said)('"%s" is the same schedule when it is read back', (typed) => {
    const schedule = understood(typed);
    expect(understood(scheduleInWords(schedule))).toEqual(schedule);
  });

  it('takes a list of hours as times, and steps around the clock as elapsed time', () => {
    expect(understood('0 0,6,12,18 * * *')).toEqual({
      kind: 'fixed',
      times: [0, 360, 720, 1080],
      days: '* * *',
    });
    expect(understood('0 */6 * * *')).toEqual({
      kind: 'elapsed',
      everyMinutes: 360,
      fromMinute: 0,
    });
  });

  it('takes fifteen minutes over midnight, and less where the days do not follow each other', () => {
    expect(understood('15,45 0,23 * * *').kind).toBe('fixed');
    expect(understood('0,55 0,23 * * 1').kind).toBe('fixed');
  });
});

/** So many times, two an hour and no two hours alike. */
function unevenTimes(count: number): string {
  const times = Array.from({ length: count }, (_, index) => {
    const minute = (index % 2) * 30 + (index % 3);
    return `${Math.floor(index / 2)}:${String(minute).padStart(2, '0')}`;
  });
  return times.join();
}

/** What is typed, and what is wrong with it. */
const faults: readonly (readonly [string, object])[] = [
  ['', { code: 'empty' }],
  ['   ', { code: 'empty' }],
  ['weekdays', { code: 'no-time' }],
  ['every morning', { code: 'no-time' }],
  ['9:00', { code: 'no-day' }],
  ['monthly at 9', { code: 'no-day' }],
  ['weekly at 9', { code: 'no-day' }],
  ['every year at 9', { code: 'no-day' }],
  ['morgen um 8', { code: 'no-day' }],
  ['weekdays at 25', { code: 'bad-time', time: '25' }],
  ['weekdays at 9:75', { code: 'bad-time', time: '9:75' }],
  ['daily at 13pm', { code: 'bad-time', time: '13 pm' }],
  ['on the 32nd at 9', { code: 'bad-date', date: '32nd' }],
  ['every other day at 9', { code: 'unknown-word', word: 'other' }],
  ['weekdays except friday at 9', { code: 'unknown-word', word: 'except' }],
  ['weekdays at 9 $(reboot)', { code: 'unknown-word', word: '$' }],
  ['every day at 8 and 9 pm', { code: 'unclear', part: '8' }],
  ['every second monday at 9', { code: 'unclear', part: 'second' }],
  ['every 2nd day at 9', { code: 'unclear', part: '2nd' }],
  ['first monday and thursday of the month at 9', { code: 'unclear', part: 'thursday' }],
  ['mondays and the 15th at 9', { code: 'unclear', part: '15th' }],
  ['on the 1 and 15 at 9', { code: 'unclear', part: '1' }],
  ['Mo 9 am', { code: 'unclear', part: '9' }],
  ['weekdays 9-17', { code: 'unclear', part: '9' }],
  ['weekdays at 9 and saturdays at 10', { code: 'unclear', part: 'saturdays' }],
  ['at 9 on mondays and at 10', { code: 'unclear', part: '10' }],
  ['1st of may and 2nd of june at 9', { code: 'unclear', part: '2nd' }],
  ['daily in may at 9 and in june at 10', { code: 'unclear', part: 'june' }],
  ['second weekday of the month at 9', { code: 'unclear', part: 'weekday' }],
  ['last weekday at 9', { code: 'unclear', part: 'last' }],
  ['every 7 hours on mondays', { code: 'unclear', part: 'on' }],
  ['every 2 days at 9', { code: 'unsupported-period', part: '2 days' }],
  ['alle 2 Wochen montags um 9', { code: 'unsupported-period', part: '2 wochen' }],
  ['on the 1st of every second month at 9', { code: 'unsupported-period', part: 'second month' }],
  ['every 30 seconds', { code: 'too-often', minMinutes: 15 }],
  ['every 14 minutes', { code: 'too-often', minMinutes: 15 }],
  ['every 0 hours', { code: 'too-often', minMinutes: 15 }],
  ['daily at 9:00 and 9:10', { code: 'too-often', minMinutes: 15 }],
  ['daily at 0:00 and 23:50', { code: 'too-often', minMinutes: 15 }],
  ['* * * * *', { code: 'too-often', minMinutes: 15 }],
  ['*/25 * * * *', { code: 'too-often', minMinutes: 15 }],
  ['every 200 hours', { code: 'too-seldom', maxMinutes: 10_080 }],
  ['0 9 30 2 *', { code: 'never' }],
  ['on the 31st in june and september at 9', { code: 'never' }],
  ['0 0 9 * * *', { code: 'cron-fields', fields: 6 }],
  ['0 0 9 * * * 2030', { code: 'cron-fields', fields: 7 }],
  ['0 25 * * *', { code: 'bad-cron', field: 'hour', value: '25' }],
  ['0 9 * * fry', { code: 'bad-cron', field: 'weekday', value: 'FRY' }],
  ['@reboot', { code: 'bad-cron', field: 'minute', value: '@REBOOT' }],
  [`daily at ${unevenTimes(46)}`, { code: 'too-long', maxChars: 300 }],
  ['9'.repeat(301), { code: 'too-long', maxChars: 300 }],
];

describe('a schedule that is not taken', () => {
  it.each(faults)('"%s"', (typed, fault) => {
    expect(parseSchedule(typed)).toEqual({ status: 'fault', fault });
  });

  it('repeats no more than forty characters of it, and no half a sign', () => {
    const parsed = parseSchedule(`${'w'.repeat(39)}${'𝔴'.repeat(20)} at 9`);
    const fault = parsed.status === 'fault' ? parsed.fault : undefined;
    const word = fault?.code === 'unknown-word' ? fault.word : '';
    expect(word.length).toBe(40);
    expect(word.isWellFormed()).toBe(true);
  });
});
