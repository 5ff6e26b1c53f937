import type { ChatPlatform } from '../ports/chat-platform.ts';
import type { Core } from '../ports/core.ts';

/**
 * Starts all of them, side by side. Rejects when each has started or failed, with what all of those say that failed:
 * whoever mends one setting learns of the other too.
 */
export async function startPlatforms(
  platforms: readonly ChatPlatform[],
  core: Core,
): Promise<void> {
  const started = await Promise.allSettled(platforms.map((platform) => platform.start(core)));
  const failures = started.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as unknown] : [],
  );
  if (failures.length === 0) return;
  if (failures.length === 1) throw failures[0];
  const sentences = failures.map((one) => (one instanceof Error ? one.message : String(one)));
  throw new AggregateError(failures, sentences.join(' '));
}
