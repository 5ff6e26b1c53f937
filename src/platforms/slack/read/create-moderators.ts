import { PlatformError } from '../../../ports/platform-error.ts';
import type { SlackLine } from '../send/slack-line.ts';
import { fieldAt } from '../../payload-field.ts';

export interface Moderators {
  /** Whether a person runs the workspace; `false` where Slack does not tell, or not in time for an acknowledgement. */
  isModerator(user: string): Promise<boolean>;
  /** The same, for whoever can wait. @throws PlatformError where Slack does not answer or refuses the token */
  ask(user: string, signal: AbortSignal): Promise<boolean>;
}

/** Offices change seldom; a click must be acknowledged within a second. */
const KEPT_MS = 10 * 60_000;
const MAX_PEOPLE = 1000;
const DEADLINE_MS = 400;

/** Nobody "manages a channel" for a bot's token: who may remove what others asked for are admins and owners. */
export function createModerators(line: Omit<SlackLine, 'memory' | 'respond'>): Moderators {
  const known = new Map<string, { readonly is: boolean; readonly untilMs: number }>();
  const find = async (user: string, signal: AbortSignal): Promise<boolean> => {
    const now = line.clock.now();
    const before = known.get(user);
    if (before !== undefined && before.untilMs > now) return before.is;
    const answer = await line.api.call('users.info', { user }, { signal, isRepeatable: true });
    const is = ['is_admin', 'is_owner'].some((name) => fieldAt(answer, 'user', name) === true);
    if (known.size >= MAX_PEOPLE) known.clear();
    known.set(user, { is, untilMs: now + KEPT_MS });
    return is;
  };
  // Without an answer nobody gets a right that they may not have.
  const refuse = (cause: unknown): false => {
    line.log.warn({ cause: String(cause) }, 'cannot ask Slack whether somebody is an admin');
    return false;
  };
  return {
    async isModerator(user) {
      try {
        return await find(user, AbortSignal.timeout(DEADLINE_MS));
      } catch (cause) {
        return refuse(cause);
      }
    },
    async ask(user, signal) {
      try {
        return await find(user, signal);
      } catch (cause) {
        const isUntold =
          cause instanceof PlatformError && (cause.code === 'not-allowed' || cause.code === 'gone');
        if (!isUntold) throw cause;
        return refuse(cause);
      }
    },
  };
}
