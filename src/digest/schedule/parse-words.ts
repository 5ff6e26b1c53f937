import { readDayPhrases } from './read-day-phrases.ts';
import { readStep } from './read-step.ts';
import type { Token } from './read-tokens.ts';
import { languages, readTokens } from './read-tokens.ts';
import type { ParsedSchedule, ScheduleFault } from './schedule.ts';
import { shownText } from './shown-text.ts';

/**
 * A schedule in words of one language. Whatever is not certain is a fault and never guessed: what was understood is
 * said back, but not everybody reads it.
 */
export function parseWords(text: string): ParsedSchedule {
  const readings = languages.map((language) => readTokens(text, language));
  // The language that knows most of the words; the first of them on a tie.
  const [tokens = []] = [...readings].sort((a, b) => unknownCount(a) - unknownCount(b));
  const unknown = tokens.find(({ kind }) => kind === 'unknown');
  if (unknown !== undefined) return faulty({ code: 'unknown-word', word: shown(unknown) });
  const badTime = tokens.find(({ kind, value }) => kind === 'time' && Number.isNaN(value));
  if (badTime !== undefined) return faulty({ code: 'bad-time', time: shown(badTime) });
  const step = readStep(tokens);
  return step ?? readDayPhrases(tokens);
}

function unknownCount(tokens: readonly Token[]): number {
  return tokens.filter(({ kind }) => kind === 'unknown').length;
}

function shown({ text }: Token): string {
  return shownText(text);
}

function faulty(fault: ScheduleFault): ParsedSchedule {
  return { status: 'fault', fault };
}
