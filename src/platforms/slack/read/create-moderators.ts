import type { SlackLine } from '../send/slack-line.ts';
import { fieldAt } from '../../payload-field.ts';

export interface Moderators {
  /** Whether a person runs the workspace; `false` where Slack does not tell, or not in time. */
  isModerator(user: string): Promise<boolean>;
}

/** Offices change seldom; a click must be acknowledged within a second. */
const KEPT_MS = 10 * 60_000;
const MAX_PEOPLE = 1000;
const DEADLINE_MS = 400;

/** Nobody "manages a channel" for a bot's token: who may remove what others asked for are admins and owners. */
export function createModerators(line: Omit<SlackLine, 'memory' | 'respond'>): Moderators {
  const known = new Map<string, { readonly is: boolean; readonly untilMs: number }>();
  return {
    async isModerator(user) {
      const now = line.clock.now();
      const before = known.get(user);
      if (before !== undefined && before.untilMs > now) return before.is;
      try {
        const signal = AbortSignal.timeout(DEADLINE_MS);
        const answer = await line.api.call('users.info', { user }, { signal, isRepeatable: true });
        const is = ['is_admin', 'is_owner'].some((name) => fieldAt(answer, 'user', name) === true);
        if (known.size >= MAX_PEOPLE) known.clear();
        known.set(user, { is, untilMs: now + KEPT_MS });
        return is;
      } catch (cause) {
        // Without an answer nobody gets a right that they may not have.
        line.log.warn({ cause: String(cause) }, 'cannot ask Slack whether somebody is an admin');
        return false;
      }
    },
  };
}
