import { timezoneFaultSentence } from '../../post/digest/timezone-fault-sentence.ts';
import { scheduleFaultSentence } from '../../post/digest/schedule-fault-sentence.ts';
import { printableName } from '../../post/printable.ts';
import type { DigestFields, DigestPlan, FieldFault } from '../../ports/digest.ts';
import type { DigestField } from '../../ports/digest-fields.ts';
import { parseSchedule } from '../schedule/parse-schedule.ts';
import { parseTimezone } from '../schedule/parse-timezone.ts';
import { scheduleInWords } from '../schedule/schedule-in-words.ts';

/** Ours: a title of a message and a name in a list. */
export const MAX_NAME_CHARS = 60;
export const MAX_SOURCES = 50;
export const MAX_STORIES = 10;
const MAX_ADDRESS_CHARS = 2000;
const MAX_PHRASES = 30;
const MAX_PHRASE_CHARS = 60;

/** What a plan is before anybody has said anything of it, or as it was before it is changed. */
export type PlanBase = Omit<DigestPlan, 'name' | 'schedule' | 'sources'> &
  Partial<Pick<DigestPlan, 'name' | 'schedule' | 'sources'>>;

export type DraftedPlan =
  | { readonly status: 'understood'; readonly plan: DigestPlan }
  | { readonly status: 'faulty'; readonly faults: readonly FieldFault[] };

/** A plan as somebody typed it, as far as can be told without asking anybody; every fault at once. */
export function draftPlan(fields: DigestFields, base: PlanBase): DraftedPlan {
  const faults: FieldFault[] = [];
  const read = <T>(field: DigestField, before: T, parse: (typed: string) => Parsed<T>): T => {
    const typed = fields[field];
    if (typed === undefined) return before;
    const parsed = parse(typed);
    if ('fault' in parsed) faults.push({ field, sentence: parsed.fault });
    return 'fault' in parsed ? before : parsed.value;
  };
  const name = read('name', base.name ?? '', parseName);
  const sources = read('source', base.sources ?? [], parseSources);
  const schedule = read('schedule', base.schedule ?? '', parseWhen);
  const changed = {
    timezone: read('timezone', base.timezone, parseZone),
    stories: read('stories', base.stories, parseStories),
    length: read('length', base.length, parseChoice(['brief', 'standard', 'detailed'])),
    include: read('include', base.include, parsePhrases),
    exclude: read('exclude', base.exclude, parsePhrases),
    missed: read('missed', base.missed, parseChoice(['latest', 'skip'])),
    whenNothing: read('nothing', base.whenNothing, parseChoice(['silence', 'say'])),
    channel: read('channel', base.channel, (typed) => ({ value: typed })),
  };
  const missing = (field: DigestField, value: unknown, sentence: string): void => {
    const isMissing = value === '' || (Array.isArray(value) && value.length === 0);
    if (isMissing && !faults.some((one) => one.field === field)) faults.push({ field, sentence });
  };
  missing('name', name, 'Give the digest a name, so that you can find it again.');
  missing('source', sources, 'Give me at least one feed, or a site that has one.');
  missing('schedule', schedule, scheduleFaultSentence({ code: 'empty' }));
  if (faults.length > 0) return { status: 'faulty', faults };
  return { status: 'understood', plan: { ...base, name, sources, schedule, ...changed } };
}

type Parsed<T> = { readonly value: T } | { readonly fault: string };

function parseName(typed: string): Parsed<string> {
  const name = printableName(typed.replaceAll(/\s+/gu, ' ').trim(), MAX_NAME_CHARS + 1);
  if (name === '') return { fault: 'Give the digest a name, so that you can find it again.' };
  if (name.length > MAX_NAME_CHARS)
    return { fault: `A name has at most ${MAX_NAME_CHARS} characters.` };
  return { value: name };
}

/** Addresses with white space or commas between them; `https://` need not be typed. */
function parseSources(typed: string): Parsed<readonly string[]> {
  const words = typed.split(/[\s,]+/u).filter((word) => word !== '');
  if (words.length > MAX_SOURCES)
    return { fault: `A digest has at most ${MAX_SOURCES} sources, and these are ${words.length}.` };
  const addresses: string[] = [];
  for (const word of words) {
    const address = parseAddress(word);
    if (address === undefined)
      return { fault: `“${printableName(word)}” is no address of a feed or a site.` };
    if (!addresses.includes(address)) addresses.push(address);
  }
  if (addresses.length === 0)
    return { fault: 'Give me at least one feed, or a site that has one.' };
  return { value: addresses };
}

function parseAddress(word: string): string | undefined {
  // Chats put addresses in angle brackets so that they show no preview.
  const bare = word.replace(/^<(.*)>$/u, '$1');
  if (bare.length > MAX_ADDRESS_CHARS) return undefined;
  const url = URL.parse(
    /^[a-z][a-z\d+.-]*:/iu.test(bare) && !isHostAndPort(bare) ? bare : `https://${bare}`,
  );
  if (url === null || !/^https?:$/u.test(url.protocol)) return undefined;
  if (!url.hostname.includes('.') && !url.hostname.includes(':') && url.hostname !== 'localhost')
    return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}

function isHostAndPort(text: string): boolean {
  return /^[\w.-]+:\d{1,5}(?:\/|$)/u.test(text);
}

function parseWhen(typed: string): Parsed<string> {
  const parsed = parseSchedule(typed);
  return parsed.status === 'understood'
    ? { value: scheduleInWords(parsed.schedule) }
    : { fault: scheduleFaultSentence(parsed.fault) };
}

function parseZone(typed: string): Parsed<string> {
  const parsed = parseTimezone(typed);
  return parsed.status === 'understood'
    ? { value: parsed.timezone }
    : { fault: timezoneFaultSentence(parsed.fault) };
}

function parseStories(typed: string): Parsed<number> {
  const stories = /^\s*\d{1,3}\s*$/u.test(typed) ? Number(typed) : 0;
  return stories >= 1 && stories <= MAX_STORIES
    ? { value: stories }
    : { fault: `A digest has from 1 to ${MAX_STORIES} stories.` };
}

function parseChoice<const Choice extends string>(choices: readonly Choice[]) {
  return (typed: string): Parsed<Choice> => {
    const folded = typed.trim().toLowerCase();
    const found = choices.find((choice) => choice === folded);
    return found === undefined
      ? { fault: `This is one of: ${choices.join(', ')}.` }
      : { value: found };
  };
}

function parsePhrases(typed: string): Parsed<readonly string[]> {
  const phrases = typed
    .split(/[,;\n]/u)
    .map((phrase) => printableName(phrase.replaceAll(/\s+/gu, ' ').trim(), MAX_PHRASE_CHARS + 1))
    .filter((phrase) => phrase !== '');
  if (phrases.length > MAX_PHRASES)
    return { fault: `These are ${phrases.length} words; I look for at most ${MAX_PHRASES}.` };
  const long = phrases.find((phrase) => phrase.length > MAX_PHRASE_CHARS);
  if (long !== undefined)
    return {
      fault: `“${long}” is too long: words and phrases have at most ${MAX_PHRASE_CHARS} characters, with commas between them.`,
    };
  return { value: [...new Set(phrases)] };
}
