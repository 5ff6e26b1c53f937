import type { Token } from './tokens.ts';

/** "(R-SC)", "(D., Ohio)": a party's letter and a place. */
export function isPartyTag(tokens: readonly Token[], at: number): boolean {
  const tag = tokens[at]?.text ?? '';
  return /^(?:\p{Lu}|\p{Lu}\.)(?:[-‐‑–]\p{Lu}[\p{L}.]*)?$/u.test(tag);
}
