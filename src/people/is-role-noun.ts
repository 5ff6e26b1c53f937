import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Whether a word tells what somebody is: fellow, co-founder. */
export function isRoleNoun(token: Token, lexicon: Lexicon): boolean {
  if (!token.isWord || token.isPossessive) return false;
  return lexicon.roles.has(token.key) || lexicon.roles.has(officeKey(token.key));
}

/** "co-founder", "ex-president": what counts is the last part. */
export function officeKey(key: string): string {
  return key.replace(/^.*[-‐‑]/u, '');
}
