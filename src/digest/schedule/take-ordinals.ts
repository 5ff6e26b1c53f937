import type { Cursor, Phrases, Step } from './phrases.ts';
import { choose, unclear } from './phrases.ts';
import type { Token } from './read-tokens.ts';
import type { ScheduleFault } from './schedule.ts';
import { shownText } from './shown-text.ts';

/** `first and third monday`, `1st and 15th`, `last day`: weekdays of a month, or its dates. */
export function takeOrdinals(phrases: Phrases, cursor: Cursor): Step {
  const { ordinals, end } = readOrdinals(cursor);
  const { tokens, at, token: first } = cursor;
  const noun = tokens[end];
  // "every 1st and 3rd" can only be of a month; "every second" may mean every other.
  const isEvery = tokens[at - 1]?.kind === 'every' && ordinals.length === 1;
  if (noun?.kind === 'named-weekday') {
    if (isEvery && ordinals.some(({ value }) => value > 1)) phrases.needsMonth = first.text;
    return takePicks(phrases, ordinals, noun) ?? end + 1;
  }
  if (noun !== undefined && /^(?:days|weeks?|month|year|hour|minute|second)$/u.test(noun.kind)) {
    return { code: 'unsupported-period', part: shownText(`${first.text} ${noun.text}`) };
  }
  if (noun?.kind === 'weekend') return unclear(noun);
  if (noun?.kind === 'weekday') return takeWorkday(phrases, ordinals, noun) ?? end + 1;
  if (isEvery || ordinals.some(({ value }) => value === -1)) phrases.needsMonth = first.text;
  return takeDates(phrases, ordinals) ?? end + (noun?.kind === 'day' ? 1 : 0);
}

/** The ordinals of a list, and where it ends. */
function readOrdinals({ tokens, at, token }: Cursor): {
  readonly ordinals: readonly Token[];
  readonly end: number;
} {
  const ordinals = [token];
  let end = at + 1;
  for (;;) {
    const nextAt = nextOrdinal(tokens, end);
    const next = tokens[nextAt ?? -1];
    if (nextAt === undefined || next === undefined) return { ordinals, end };
    ordinals.push(next);
    end = nextAt + 1;
  }
}

/** "1st and the 15th": the next of a list, behind "and" and articles. */
function nextOrdinal(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (tokens[at]?.kind === 'and') at += 1;
  if (at === from) return undefined;
  while (tokens[at]?.kind === 'filler') at += 1;
  return tokens[at]?.kind === 'ordinal' ? at : undefined;
}

/** `first weekday of the month`, `last workday`. */
function takeWorkday(
  phrases: Phrases,
  ordinals: readonly Token[],
  noun: Token,
): ScheduleFault | undefined {
  const [{ value, text } = noun] = ordinals;
  const isOne = ordinals.length === 1 && (value === 1 || value === -1);
  if (!isOne || phrases.way !== undefined) return unclear(noun);
  phrases.workday = value === 1 ? '1W' : 'LW';
  phrases.needsMonth = text;
  return choose(phrases, 'workday', noun);
}

function takePicks(
  phrases: Phrases,
  ordinals: readonly Token[],
  weekday: Token,
): ScheduleFault | undefined {
  const wrong = ordinals.find(({ value }) => value > 5 || value === 0);
  if (wrong !== undefined) return unclear(wrong);
  phrases.picks.push(...ordinals.map(({ value: nth }) => ({ nth, weekday: weekday.value })));
  return choose(phrases, 'picks', weekday);
}

function takeDates(phrases: Phrases, ordinals: readonly Token[]): ScheduleFault | undefined {
  for (const ordinal of ordinals) {
    const { value, text } = ordinal;
    if (value > 31 || value === 0) return { code: 'bad-date', date: shownText(text) };
    if (value === -1) phrases.hasLastDate = true;
    else phrases.dates.push(value);
    const fault = choose(phrases, 'dates', ordinal);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
