import { NAME_SUFFIXES, POST_NOMINALS } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** "Jr.", "QC": behind a name. */
export function isSuffix(token: Token | undefined): boolean {
  if (token?.isCapital !== true) return false;
  return NAME_SUFFIXES.has(token.key) || POST_NOMINALS.has(token.key);
}
