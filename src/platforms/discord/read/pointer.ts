import type { Json } from '../../../ports/json.ts';
import { fieldsOf, textOf } from '../wire/fields.ts';
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
  const { kind, channel, message: id, thread } = fieldsOf(message);
  if (kind === 'thread') return { kind, thread: textOf(thread) };
  if (kind === 'message') return { kind, channel: textOf(channel), message: textOf(id) };
  return { kind: 'nothing' };
}
