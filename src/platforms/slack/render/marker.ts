import type { DeliveryKey } from '../../../ports/destination.ts';
import { listAt, textAt } from '../../payload-field.ts';

/** Every first block of ours has such a `block_id` (≤ 255), by which a message is found again. */
const PREFIX = 'nutgraf';

/** The `block_id` of the n-th message of a post. */
export function markerOf(key: DeliveryKey, index: number): string {
  return `${PREFIX}.${key}.${index}`;
}

/** Which message of the post with this key a message is; `undefined` where it is none of them. */
export function findMarker(message: unknown, key: DeliveryKey): number | undefined {
  const start = `${PREFIX}.${key}.`;
  for (const block of listAt(message, 'blocks')) {
    const id = textAt(block, 'block_id');
    if (id.startsWith(start)) return Number(id.slice(start.length));
  }
  return undefined;
}
