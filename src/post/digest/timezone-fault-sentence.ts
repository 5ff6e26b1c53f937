import type { TimezoneFault } from '../../digest/schedule/parse-timezone.ts';
import { printable } from '../printable.ts';

/** What is wrong with a time zone, and what may have been meant. */
export function timezoneFaultSentence({ typed, nearest }: TimezoneFault): string {
  const guess =
    nearest.length === 0
      ? 'name it by its place, such as Europe/Berlin'
      : `did you mean ${nearest.join(' or ')}?`;
  return `I know no time zone “${printable(typed)}”; ${guess}${nearest.length === 0 ? '.' : ''}`;
}
