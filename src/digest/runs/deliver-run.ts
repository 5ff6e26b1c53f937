import { deliver, type Delivered } from '../../bot/deliver.ts';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { Destination, SentMessage } from '../../ports/destination.ts';
import type { DigestDelivery, HeldRun } from '../../ports/digest-store.ts';
import { PlatformError } from '../../ports/platform-error.ts';
import type { RunParts } from './run-parts.ts';

export type RunDelivered =
  /** All of it stands there, or is known not to. */
  | { readonly status: 'posted' }
  /** Nobody can tell of some of it. */
  | { readonly status: 'unknown' }
  /** The channel is gone, or the bot may not write there. */
  | { readonly status: 'undeliverable' }
  /** The platform does not answer: it is to be tried again later. */
  | { readonly status: 'later' }
  /** Another process works on the run. */
  | { readonly status: 'lost' };

export interface Delivering {
  readonly platform: ChatPlatform;
  readonly run: HeldRun;
  /** Until then this process holds the run. */
  readonly heldUntilMs: () => number;
  /** Nothing more is begun. */
  readonly closing: AbortSignal;
  /** What was begun ends too. */
  readonly signal: AbortSignal;
}

/**
 * Sends what a run has to send, one after another, each once: what may stand there already is looked up by its key.
 * Rejects with a signal's reason, and for faults of ours.
 */
export async function deliverRun(parts: RunParts, delivering: Delivering): Promise<RunDelivered> {
  const { platform, run } = delivering;
  let head: SentMessage | undefined;
  let isUnknown = false;
  for (const delivery of await parts.digests.listDeliveries(run.id)) {
    delivering.closing.throwIfAborted();
    const to = delivery.to ?? threadBelow(head, { platform, run });
    // Without its head nothing can stand below it.
    if (to === undefined) break;
    const result = await deliverOne(parts, { ...delivering, delivery, to });
    if (result.status === 'later' || result.status === 'lost') return { status: result.status };
    if (result.status === 'failed' && delivery.position === 0) return { status: 'undeliverable' };
    if (result.status === 'unknown') isUnknown = true;
    if (result.status === 'sent' && delivery.position === 0) head = result.message;
  }
  return { status: isUnknown ? 'unknown' : 'posted' };
}

function threadBelow(
  head: SentMessage | undefined,
  { platform, run }: Pick<Delivering, 'platform' | 'run'>,
): Destination | undefined {
  return head === undefined ? undefined : platform.toThread(head, run.plan.name);
}

type OneDelivered =
  | { readonly status: 'sent'; readonly message: SentMessage }
  | { readonly status: 'unknown' | 'failed' | 'later' | 'lost' };

/** For one message, the library's own waiting for its turn included. */
const SEND_MS = 60_000;

class LostHoldError extends Error {}

async function deliverOne(
  parts: RunParts,
  delivering: Delivering & { readonly delivery: DigestDelivery; readonly to: Destination },
): Promise<OneDelivered> {
  const { delivery, signal } = delivering;
  const { key, status, message } = delivery;
  if (status === 'unknown' || status === 'failed') return { status };
  if (status === 'sent' && message !== undefined) return { status, message };
  const timeout = AbortSignal.timeout(SEND_MS);
  let delivered: Delivered;
  try {
    delivered = await attempt(parts, delivering, AbortSignal.any([signal, timeout]));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof LostHoldError) return { status: 'lost' };
    const isUnclear = error instanceof PlatformError && error.code === 'unclear';
    // Whatever came of it is looked up the next time.
    if (isUnclear || timeout.aborted) return { status: 'later' };
    throw error;
  }
  switch (delivered.status) {
    case 'delivered':
      // First what makes its buttons work: where that is lost the message is looked up, and written down again.
      await parts.store.putAnswer(answerOf(parts, delivering, delivered.message));
      await parts.digests.endDelivery(key, { status: 'sent', message: delivered.message });
      return { status: 'sent', message: delivered.message };
    case 'unclear':
      if (delivered.mayBeFoundLater) return { status: 'later' };
      await parts.digests.endDelivery(key, { status: 'unknown' });
      return { status: 'unknown' };
    case 'undeliverable':
      parts.log.warn({ err: delivered.cause, run: delivering.run.id }, 'a digest cannot be posted');
      await parts.digests.endDelivery(key, { status: 'failed' });
      return { status: 'failed' };
  }
}

function attempt(
  parts: RunParts,
  {
    platform,
    delivery,
    to,
    heldUntilMs,
  }: Delivering & { readonly delivery: DigestDelivery; readonly to: Destination },
  signal: AbortSignal,
): Promise<Delivered> {
  const { key, post, status } = delivery;
  return deliver(
    {
      platform,
      to,
      message: undefined,
      isUnclear: status === 'sending',
      async beforeSending() {
        const holding = { holder: parts.holder, nowMs: parts.clock.now(), untilMs: heldUntilMs() };
        const isMine = await parts.digests.startDelivery(key, holding);
        // A process that slept must not wake up and send what another has sent meanwhile.
        if (!isMine || parts.clock.now() >= heldUntilMs())
          throw new LostHoldError('another holds it');
      },
    },
    { post, key, audience: 'everyone' },
    signal,
  );
}

function answerOf(
  { clock, settings }: RunParts,
  { run, delivery }: { readonly run: HeldRun; readonly delivery: DigestDelivery },
  message: SentMessage,
) {
  const { plan } = run;
  const { articles, length } = delivery.about;
  const atMs = clock.now();
  return {
    key: delivery.key,
    platform: plan.platform,
    // A digest of the file is nobody's: moderators delete it.
    person: plan.origin.kind === 'chat' ? plan.origin.maker : '',
    channel: plan.channel,
    place: plan.place,
    message,
    articles,
    length,
    atMs,
    untilMs: atMs + settings.keep.articlesMs,
  };
}
