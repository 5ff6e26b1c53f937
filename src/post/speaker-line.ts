import type { Quote } from '../quotes/quote.ts';

/** `Ilse Brandt, marine biologist at the University of Carrow`; `undefined` where the article does not say who spoke. */
export function speakerLine({ speaker, role }: Quote): string | undefined {
  if (speaker === undefined) return undefined;
  return role === undefined ? speaker : `${speaker}, ${role}`;
}
