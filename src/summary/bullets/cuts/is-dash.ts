import type { Run } from '../clause.ts';
import type { Token } from '../token.ts';

/** A dash that sets something off; a short dash or a hyphen only between spaces: else it joins words or numbers. */
export function isDash(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.text === '—' || token.text === '--' || token.text === '―') return true;
  const isSpaced =
    token.start > (tokens[at - 1]?.end ?? 0) && token.end < (tokens[at + 1]?.start ?? 0);
  return (token.text === '–' || token.text === '-') && isSpaced;
}

export function countDashes(tokens: readonly Token[], { from, to }: Run): number {
  return tokens.filter((_, at) => at >= from && at < to && isDash(tokens, at)).length;
}
