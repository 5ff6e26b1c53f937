import { describe, expect, it } from '@jest/globals';
import { localTime } from '../../../src/digest/schedule/local-time.ts';
import { parseTimezone } from '../../../src/digest/schedule/parse-timezone.ts';
import { suggestTimezones } from '../../../src/digest/schedule/suggest-timezones.ts';
import data from '../../../src/digest/schedule/data/time-zones.json' with { type: 'json' };

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/BERLIN ', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['america/new york', 'America/New_York'],
    ['München', 'Europe/Berlin'],
    ['zürich', 'Europe/Zurich'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['us/samoa', 'Pacific/Pago_Pago'],
    ['Etc/GMT+3', 'Etc/GMT+3'],
  ])('that is called "%s" is %s', (typed, timezone) => {
    expect(parseTimezone(typed)).toEqual({ status: 'understood', timezone });
  });

  it.each([
    ['Berln', ['Europe/Berlin']],
    ['Atlantis', []],
    ['EST', ['America/New_York', 'America/Toronto', 'America/Panama']],
    ['+02:00', []],
    ['constructor', []],
    ['', []],
  ])('is not "%s"; meant may be %j', (typed, nearest) => {
    expect(parseTimezone(typed)).toEqual({
      status: 'fault',
      fault: { code: 'unknown-timezone', typed, nearest },
    });
  });

  it('of the runtime is taken by its name, whichever it is, and the runtime takes what came of it', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const parsed = parseTimezone(name.toLowerCase());
      const timezone = parsed.status === 'understood' ? parsed.timezone : '';
      const known = new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions();
      expect(known.timeZone).toBe(name);
      expect(parseTimezone(timezone)).toEqual(parsed);
    }
  });

  it('that the data name is one', () => {
    const named = [
      ...Object.keys(data.aliases),
      ...Object.values(data.unsure).flatMap((zones) => zones.split(' ')),
      ...data.popular,
    ];
    for (const name of named) {
      expect(parseTimezone(name)).toEqual({ status: 'understood', timezone: name });
    }
  });

  it('with a name without end is refused', () => {
    const parsed = parseTimezone('Europe/'.repeat(10_000));
    expect(parsed).toMatchObject({
      status: 'fault',
      fault: { typed: 'Europe/'.repeat(6).slice(0, 40) },
    });
  });
});

describe('suggestions of time zones', () => {
  it.each([
    ['ber', 'Europe/Berlin'],
    ['york', 'America/New_York'],
    ['mun', 'Europe/Berlin'],
    ['est', 'America/New_York'],
    ['Amsterdm', 'Europe/Amsterdam'],
  ])('for "%s" begin with %s', (typed, first) => {
    expect(suggestTimezones(typed)[0]).toBe(first);
  });

  it.each(['', 'a', 'america/', 'e'])('for "%s" are 25 different ones', (typed) => {
    expect(new Set(suggestTimezones(typed)).size).toBe(25);
    expect(suggestTimezones(typed).length).toBe(25);
  });

  it('are none for what no zone resembles', () => {
    expect(suggestTimezones('qqqqqqqq')).toEqual([]);
  });
});

describe('a slot as people read it', () => {
  it.each([
    [Date.UTC(2026, 10, 30, 8), 'Europe/Berlin', 'Mon 30 Nov 2026, 09:00 (Europe/Berlin)'],
    [Date.UTC(2026, 6, 1, 3, 30), 'Asia/Kolkata', 'Wed 1 Jul 2026, 09:00 (Asia/Kolkata)'],
    [Date.UTC(2026, 11, 31, 23), 'UTC', 'Thu 31 Dec 2026, 23:00 (UTC)'],
    [Date.UTC(2026, 11, 31, 23), 'Europe/Paris', 'Fri 1 Jan 2027, 00:00 (Europe/Paris)'],
  ])('at %d in %s', (atMs, timezone, shown) => {
    expect(localTime(atMs, timezone)).toBe(shown);
  });

  it('tells the two hours apart that are one on the clock', () => {
    const shown = [0, 1].map((hour) => localTime(Date.UTC(2026, 9, 25, hour, 30), 'Europe/Berlin'));
    expect(shown).toEqual([
      'Sun 25 Oct 2026, 02:30 UTC+02:00 (Europe/Berlin)',
      'Sun 25 Oct 2026, 02:30 UTC+01:00 (Europe/Berlin)',
    ]);
    const west = localTime(Date.UTC(2026, 10, 1, 4, 0), 'America/St_Johns');
    expect(west).toBe('Sun 1 Nov 2026, 01:30 UTC-02:30 (America/St_Johns)');
  });
});
