import { createHmac } from 'node:crypto';
import type { TestClock } from './test-clock.ts';

/** A trigger lives so long: https://docs.slack.dev/interactivity/handling-user-interaction */
const lifeMs = 3000;

export interface Triggers {
  issue(user: string): string;
  /** Uses a trigger up and says whose it was, or why it is no good. */
  exchange(id: string): { readonly user: string } | { readonly error: string };
}

export function createTriggers(clock: TestClock): Triggers {
  const issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  return {
    issue(user) {
      const secret = createHmac('sha256', 'trigger').update(`${issued.size}${user}`).digest('hex');
      const id = `${issued.size + 1}.100200.${secret.slice(0, 32)}`;
      issued.set(id, { user, at: clock.now(), used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (clock.now() - trigger.at > lifeMs) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return { user: trigger.user };
    },
  };
}
