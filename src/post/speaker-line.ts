import type { Quote } from '../quotes/quote.ts';

/** `Richard McGregor, senior fellow at the Lowy Institute`; `undefined` where the article does not say who spoke. */
export function speakerLine({ speaker, role }: Quote): string | undefined {
  if (speaker === undefined) return undefined;
  return role === undefined ? speaker : `${speaker}, ${role}`;
}
