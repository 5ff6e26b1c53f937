const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/u;

/**
 * An article's date (ISO 8601, as exact as the page is) for people: `2 April 2031, 09:30 (UTC+2)`. The time stays in
 * the zone that the page gives. Anything else comes back as it is.
 */
export function dateInWords(publishedAt: string): string {
  const [, year, month, day, time, zone] = ISO.exec(publishedAt) ?? [];
  if (year === undefined || month === undefined || day === undefined) return publishedAt;
  const date = `${Number(day)} ${MONTH.format(new Date(Date.UTC(2000, Number(month) - 1)))} ${Number(year)}`;
  if (time === undefined) return date;
  return zone === undefined ? `${date}, ${time}` : `${date}, ${time} (${zoneInWords(zone)})`;
}

/** `UTC`, `UTC+2`, `UTC+5:30`, `UTC−4` */
function zoneInWords(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/u.exec(zone) ?? [];
  if (sign === undefined || (Number(hours) === 0 && Number(minutes) === 0)) return 'UTC';
  const rest = Number(minutes) === 0 ? '' : `:${minutes ?? ''}`;
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${rest}`;
}
