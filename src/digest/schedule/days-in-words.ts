import said from './data/said-en.json' with { type: 'json' };

/**
 * A schedule's days in English, in words that `parseSchedule` reads as the same days; `undefined` for days that only
 * cron can say.
 */
export function daysInWords(days: string): string | undefined {
  const [dates = '*', months = '*', weekdays = '*'] = days.split(' ');
  if (dates !== '*' && weekdays !== '*') return undefined;
  const inMonths = monthsInWords(months);
  const chosen = dates === '*' ? weekdaysInWords(weekdays) : datesInWords(dates);
  return chosen === undefined || inMonths === undefined ? undefined : chosen + inMonths;
}

function monthsInWords(months: string): string | undefined {
  if (months === '*') return '';
  const names = months.split(',').map((month) => said.months[Number(month) - 1]);
  return areAllNamed(names) ? ` in ${joined(names)}` : undefined;
}

function weekdaysInWords(weekdays: string): string | undefined {
  if (weekdays === '*') return 'every day';
  if (weekdays === '1,2,3,4,5') return 'every weekday';
  const parts = weekdays.split(',');
  if (parts.every((part) => /^[0-6](?:#[1-5]|L)$/u.test(part))) return picksInWords(parts);
  const fromMonday = parts.map(Number).sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  const names = fromMonday.map((weekday) => said.weekdays[weekday]);
  if (!areAllNamed(names)) return undefined;
  return `every ${joined(names)}`;
}

/** `1#1,1#3`: one weekday in several weeks is named once. */
function picksInWords(parts: readonly string[]): string | undefined {
  const picks = parts.map((part) => ({
    ordinal: part.endsWith('L') ? said.last : (said.ordinals[Number(part.at(-1)) - 1] ?? ''),
    weekday: said.weekdays[Number(part[0])] ?? '',
  }));
  const [first] = picks;
  const isOne = picks.every(({ weekday }) => weekday === first?.weekday);
  const list =
    isOne && first !== undefined
      ? `${joined(picks.map(({ ordinal }) => ordinal))} ${first.weekday}`
      : joined(picks.map(({ ordinal, weekday }) => `${ordinal} ${weekday}`));
  return `on the ${list} of the month`;
}

function datesInWords(dates: string): string | undefined {
  if (dates === '1W') return `on the ${said.ordinals[0] ?? ''} weekday of the month`;
  if (dates === 'LW') return `on the ${said.last} weekday of the month`;
  const parts = dates.split(',');
  if (!parts.every((part) => /^(?:\d{1,2}|L)$/u.test(part))) return undefined;
  const list = parts.map((part) => (part === 'L' ? `${said.last} day` : numbered(Number(part))));
  return `on the ${joined(list)} of the month`;
}

const suffixes = new Map([
  ['one', 'st'],
  ['two', 'nd'],
  ['few', 'rd'],
]);
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' });

function numbered(date: number): string {
  return `${date}${suffixes.get(ordinalRules.select(date)) ?? 'th'}`;
}

function areAllNamed(names: readonly (string | undefined)[]): names is readonly string[] {
  return names.every((name) => name !== undefined);
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
