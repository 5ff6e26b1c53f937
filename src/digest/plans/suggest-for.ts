import type { Suggestion } from '../../ports/core.ts';
import type { Choice } from '../../ports/digest.ts';
import { parseSchedule } from '../schedule/parse-schedule.ts';
import { scheduleInWords } from '../schedule/schedule-in-words.ts';
import { suggestTimezones } from '../schedule/suggest-timezones.ts';
import type { DigestParts } from './digest-parts.ts';

/** Discord's, for autocomplete. */
const MAX_CHOICES = 25;
const MAX_CHARS = 100;

const SCHEDULES: readonly string[] = [
  'weekdays at 9:00',
  'every day at 18:30',
  'mondays and thursdays at 8',
  'every 6 hours',
  'first monday of the month at 10',
  'weekends at 10:00',
];

/** What may be meant by what somebody has typed so far. */
export async function suggestFor(
  { store }: Pick<DigestParts, 'store'>,
  { field, typed, platform, place }: Suggestion,
): Promise<readonly Choice[]> {
  switch (field) {
    case 'timezone':
      return choicesOf(suggestTimezones(typed));
    case 'schedule':
      return suggestSchedules(typed);
    case 'name': {
      const plans = await store.listPlans({ platform, place });
      const part = typed.normalize('NFKC').trim().toLowerCase();
      const names = plans.map(({ plan }) => plan.name);
      return choicesOf(names.filter((name) => name.toLowerCase().includes(part)));
    }
  }
}

/** What is understood of it, first; else examples that begin so. */
function suggestSchedules(typed: string): readonly Choice[] {
  const parsed = parseSchedule(typed);
  if (parsed.status === 'understood') {
    const words = scheduleInWords(parsed.schedule);
    if (words.length <= MAX_CHARS) return [{ label: words, value: words }];
  }
  const part = typed.trim().toLowerCase();
  const alike = SCHEDULES.filter((example) => example.includes(part));
  return choicesOf(alike.length > 0 ? alike : SCHEDULES);
}

function choicesOf(values: readonly string[]): readonly Choice[] {
  return values
    .filter((value) => value.length <= MAX_CHARS)
    .slice(0, MAX_CHOICES)
    .map((value) => ({ label: value, value }));
}
