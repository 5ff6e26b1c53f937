import { ACTIONS, type Action } from '../../../post/actions.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';

/** What a button knows: Discord hands it back with every click, however old the message is. */
export interface ButtonMeaning {
  readonly action: Action;
  readonly key: DeliveryKey;
  /** The messages of the same post that stand before the one with the button, in their order. */
  readonly before: readonly string[];
}

/** Discord's for `custom_id`. */
const MAX_CHARS = 100;
/**
 * How many messages may stand before the one with the buttons: `shorter:`, a key and so many ids, 13 characters each in
 * base 36, stay within Discord's 100.
 */
export const MAX_BEFORE = 4;

/** `<action>:<key>`, then the ids of the messages before it: `:<id>.<id>`. */
export function writeCustomId({ action, key, before }: ButtonMeaning): string {
  const ids = before
    .slice(-MAX_BEFORE)
    .map((id) => BigInt(id).toString(36))
    .join('.');
  return `${action}:${key}${ids === '' ? '' : `:${ids}`}`.slice(0, MAX_CHARS);
}

/** `undefined` where the button is none of ours. */
export function findMeaning(customId: string): ButtonMeaning | undefined {
  const [name, key = '', ids = '', ...more] = customId.split(':');
  const action = ACTIONS.find((one) => one === name);
  if (action === undefined || key === '' || more.length > 0) return undefined;
  if (!/^(?:[\da-z]{1,13}(?:\.[\da-z]{1,13})*)?$/u.test(ids)) return undefined;
  const before = ids === '' ? [] : ids.split('.').map((id) => idOf(id));
  return { action, key, before };
}

function idOf(base36: string): string {
  let id = 0n;
  for (const digit of base36) id = id * 36n + BigInt(Number.parseInt(digit, 36));
  return id.toString();
}
