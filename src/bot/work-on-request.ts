import type { Outcome, StoredRequest } from '../ports/store.ts';
import type { BotParts } from './bot-parts.ts';
import type { Endings } from './create-endings.ts';
import { RequestWork, type Ended } from './request-work.ts';

export interface Work {
  readonly stored: StoredRequest;
  /** Whether an earlier process has begun it. */
  readonly isResumed: boolean;
  readonly endings: Endings;
}

/**
 * Answers a request and ends it. Rejects only when the signal says so before it is answered: it stays written down, and
 * the next start takes it up.
 */
export async function workOnRequest(
  parts: BotParts,
  { stored, isResumed, endings }: Work,
  closing: AbortSignal,
): Promise<void> {
  const { request, key } = stored;
  const startMs = parts.clock.now();
  const log = parts.log.with({ request: key, platform: request.platform, kind: request.kind });
  const platform = parts.platforms.find(({ name }) => name === request.platform);
  let endGiving: (() => void) | undefined;
  const onGiving = (): void => {
    endGiving = endings.begin(request.channel);
  };
  const end = async (): Promise<Outcome> => {
    const { outcome, change }: Ended =
      platform === undefined
        ? { outcome: 'lost' }
        : await new RequestWork({ parts, platform, stored, isResumed, endings, onGiving, log }).run(
            closing,
          );
    await parts.store.endRequest(key, outcome, change);
    return outcome;
  };
  const outcome = await end().finally(() => endGiving?.());
  const tookMs = parts.clock.now() - startMs;
  log.info({ outcome, tookMs }, 'request ended');
  parts.watch.ended(request, { outcome, tookMs });
}
