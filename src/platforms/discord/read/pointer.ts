import type { Json } from '../../../ports/json.ts';
import type { Source } from '../../../ports/request.ts';

/** A message that somebody pointed at, to be looked up when it is its turn. */
export type Pointer =
  | { readonly kind: 'message'; readonly channel: string; readonly message: string }
  /** The first message of a thread. */
  | { readonly kind: 'thread'; readonly thread: string }
  /** A message that came whole and holds nothing to read. */
  | { readonly kind: 'nothing' };

export function pointAt(pointer: Pointer): Source {
  return { kind: 'message', message: { ...pointer } };
}

export function parsePointer(message: Json): Pointer {
  // It was made here, by `pointAt`.
  return message as unknown as Pointer;
}
