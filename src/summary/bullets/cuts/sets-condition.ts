import type { Clause } from '../clause.ts';

/** "once both have signed", "when it is mended": where it speaks of what is to come, it comes only then. */
export function setsCondition({ tokens, words }: Clause, at: number): boolean {
  return (
    words.conditionalTimes.has(tokens[at]?.lower ?? '') &&
    tokens.some(({ lower }) => words.future.has(lower))
  );
}
