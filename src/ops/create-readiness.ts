import type { Log } from '../ports/log.ts';

/** Why the bot cannot work, a sentence each; none where it can. */
export type Ready = (signal: AbortSignal) => Promise<readonly string[]>;

/** Ours: whoever probes gives up sooner or later. */
const LIMIT_MS = 2000;

/** Asks whether the bot can work, once for all who ask at the same time, and never waits longer than 2 s. */
export function createReadiness(ready: Ready, log: Log): () => Promise<readonly string[]> {
  let asked: Promise<readonly string[]> | undefined;
  return () => {
    asked ??= ask(ready, log).finally(() => (asked = undefined));
    return asked;
  };
}

async function ask(ready: Ready, log: Log): Promise<readonly string[]> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  const late = new Promise<readonly string[]>((resolve) => {
    signal.addEventListener('abort', () => resolve([`no answer within ${LIMIT_MS / 1000} s`]));
  });
  try {
    return await Promise.race([ready(signal), late]);
  } catch (error) {
    log.error({ err: error }, 'cannot tell whether the bot is ready');
    return ['it cannot be told: see the log'];
  }
}
