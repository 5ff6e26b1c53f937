import type { Token } from '../token.ts';
import type { Cut } from './cut.ts';

/** From a token to the end of the sentence, without its stop. */
export function toTheEnd(tokens: readonly Token[], at: number): Pick<Cut, 'start' | 'end'> {
  const start = tokens[at]?.start ?? 0;
  const last = tokens.findLast(({ text }) => !/^[.!?]$/u.test(text));
  return { start, end: last?.end ?? start };
}
