import type { Choice } from '../../../ports/digest.ts';

/** Discord's, for what is suggested while somebody types. */
const MAX_CHOICES = 25;
const MAX_CHARS = 100;

/** A value is never cut, for it would mean something else: one that is too long is left out. */
export function renderChoices(choices: readonly Choice[]) {
  return choices
    .filter(({ label, value }) => label !== '' && value !== '' && value.length <= MAX_CHARS)
    .slice(0, MAX_CHOICES)
    .map(({ label, value }) => ({ name: label.slice(0, MAX_CHARS).toWellFormed(), value }));
}
