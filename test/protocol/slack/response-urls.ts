import { randomUUID } from 'node:crypto';
import type { TestClock } from './test-clock.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const maxUses = 5;
const lifeMs = 30 * 60_000;

export interface ResponseTarget {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was clicked: what `replace_original` and `delete_original` mean. */
  readonly originalTs?: string;
}

export interface ResponseUrls {
  /** A new URL's path. */
  issue(target: ResponseTarget): string;
  /** Uses a URL once and says what it stands for, or why it is no good. */
  use(path: string): ResponseTarget | { readonly error: 'used_url' | 'expired_url' | 'no_service' };
}

export function createResponseUrls(clock: TestClock): ResponseUrls {
  const issued = new Map<
    string,
    { readonly target: ResponseTarget; readonly at: number; uses: number }
  >();
  return {
    issue(target) {
      const path = `/response/${randomUUID()}`;
      issued.set(path, { target, at: clock.now(), uses: 0 });
      return path;
    },
    use(path) {
      const one = issued.get(path);
      if (!one) return { error: 'no_service' };
      if (clock.now() - one.at > lifeMs) return { error: 'expired_url' };
      if (one.uses >= maxUses) return { error: 'used_url' };
      one.uses += 1;
      return one.target;
    },
  };
}
