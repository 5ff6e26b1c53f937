import type { ChatPlatform, Outgoing } from '../ports/chat-platform.ts';
import type { Destination, SentMessage } from '../ports/destination.ts';
import { PlatformError } from '../ports/platform-error.ts';

/** What is known of a request's message. */
export interface Delivery {
  readonly platform: ChatPlatform;
  readonly to: Destination;
  /** The message that stands there already. */
  readonly message: SentMessage | undefined;
  /** Whether one may stand there of which nothing is known. */
  readonly isUnclear: boolean;
  /** Called before anything new is sent. */
  readonly beforeSending: () => Promise<void>;
}

export type Delivered =
  | { readonly status: 'delivered'; readonly message: SentMessage }
  /** Nobody can tell whether it stands there; it is not sent a second time. */
  | { readonly status: 'unclear'; readonly mayBeFoundLater: boolean }
  /** The place is gone, or the bot may not write there. */
  | { readonly status: 'undeliverable'; readonly cause: PlatformError };

/**
 * Puts a post where it belongs, once: in the place of the message that stands there, else as a new one. What became of
 * an earlier attempt is looked up first. Rejects for faults of ours and with the signal's reason.
 */
export async function deliver(
  delivery: Delivery,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Delivered> {
  try {
    if (delivery.message !== undefined)
      return await replace(delivery, delivery.message, { outgoing, signal });
    if (delivery.isUnclear) return await lookThenSend(delivery, { outgoing, signal });
    return await send(delivery, outgoing, signal);
  } catch (error) {
    if (error instanceof PlatformError && LOST.has(error.code))
      return { status: 'undeliverable', cause: error };
    throw error;
  }
}

const LOST: ReadonlySet<PlatformError['code']> = new Set(['gone', 'not-allowed', 'refused-token']);

interface Sending {
  readonly outgoing: Outgoing;
  readonly signal: AbortSignal;
  /** Whether it has been sent before in this attempt. */
  readonly isLast?: boolean;
}

/** A change is the same done twice, so it may be tried again. */
async function replace(
  { platform }: Delivery,
  message: SentMessage,
  { outgoing, signal }: Sending,
): Promise<Delivered> {
  try {
    return { status: 'delivered', message: await platform.replace(message, outgoing, signal) };
  } catch (error) {
    if (!isUnclear(error)) throw error;
    return { status: 'delivered', message: await platform.replace(message, outgoing, signal) };
  }
}

async function send(
  delivery: Delivery,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Delivered> {
  const { platform, to, beforeSending } = delivery;
  await beforeSending();
  try {
    return { status: 'delivered', message: await platform.send(to, outgoing, signal) };
  } catch (error) {
    if (!isUnclear(error)) throw error;
    return lookThenSend(delivery, { outgoing, signal, isLast: true });
  }
}

async function lookThenSend(
  delivery: Delivery,
  { outgoing, signal, isLast = false }: Sending,
): Promise<Delivered> {
  const { platform, to, beforeSending } = delivery;
  const found = await platform.find(to, outgoing.key, signal);
  if (found.status === 'found') return replace(delivery, found.message, { outgoing, signal });
  if (found.status === 'unknown') return { status: 'unclear', mayBeFoundLater: false };
  if (!isLast) return send(delivery, outgoing, signal);
  await beforeSending();
  try {
    return { status: 'delivered', message: await platform.send(to, outgoing, signal) };
  } catch (error) {
    if (isUnclear(error)) return { status: 'unclear', mayBeFoundLater: true };
    throw error;
  }
}

function isUnclear(error: unknown): boolean {
  return error instanceof PlatformError && error.code === 'unclear';
}
