import { deliver } from '../../bot/deliver.ts';
import { tellingPost, type Telling } from '../../post/digest/telling-post.ts';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import type { RunParts } from './run-parts.ts';

export interface ToldPlan {
  readonly platform: ChatPlatform;
  readonly plan: DigestPlan;
  /** What they are told of: the same while it lasts, so that they are told once. */
  readonly what: string;
  readonly telling: Telling;
  /** Who is told in place of the plan's maker. */
  readonly person?: string;
}

const TELL_MS = 30_000;

/**
 * Tells the maker of a plan something, or whoever asked for it, alone and once; a plan of the file has none, and the log says it. That it cannot
 * be told stops nothing. Rejects with the signal's reason only.
 */
export async function tellMaker(
  parts: RunParts,
  { platform, plan, what, telling, person = makerOf(plan) }: ToldPlan,
  signal: AbortSignal,
): Promise<void> {
  const { digests, log, clock, newKey } = parts;
  const nowMs = clock.now();
  const { status, key, sinceMs } = await digests.startTelling({
    planId: plan.id,
    what,
    key: newKey(),
    nowMs,
  });
  if (status === 'told') return;
  const isAsked = telling.kind === 'nothing-new' || telling.kind === 'nothing-read';
  log[isAsked ? 'info' : 'warn'](
    { digest: plan.id, telling: telling.kind },
    'something about a digest',
  );
  if (person !== undefined) {
    try {
      const delivered = await deliver(
        {
          platform,
          to: platform.toPerson(person, sinceMs),
          message: undefined,
          isUnclear: status === 'begun',
          beforeSending: () => Promise.resolve(),
        },
        { post: tellingPost(plan.name, telling), key, audience: 'everyone' },
        AbortSignal.any([signal, AbortSignal.timeout(TELL_MS)]),
      );
      if (delivered.status !== 'delivered')
        log.warn({ digest: plan.id, status: delivered.status }, 'its maker cannot be told');
    } catch (error) {
      signal.throwIfAborted();
      // The digest itself does not wait for this; it is tried again with the next one.
      log.warn({ err: error, digest: plan.id }, 'its maker could not be told');
      return;
    }
  }
  await digests.endTelling(plan.id, what);
}

function makerOf({ origin }: DigestPlan): string | undefined {
  return origin.kind === 'chat' ? origin.maker : undefined;
}
