import type { Clock } from '../../../ports/clock.ts';

/** Wrong passwords, by the address that they come from. */
export interface Attempts {
  /** Whether so many of an address are being held up that no more of it are looked at. */
  isFull(caller: string): boolean;
  /** Resolves when a wrong one may be answered: at once, or later where there were many before it. */
  holdUp(caller: string): Promise<void>;
}

export interface AttemptsOptions {
  readonly clock: Clock;
  /** Aborted when nothing is to be held up any more. */
  readonly closing: AbortSignal;
}

/** Ours: wrong ones a minute that are answered at once. */
const MAX_AT_ONCE = 20;
const MINUTE_MS = 60_000;
/** Ours: those beyond it wait so long each, and no more than so many side by side. */
const HELD_UP_MS = 2000;
const MAX_HELD_UP = 20;
/** Ours: of who tries from more addresses the oldest are forgotten. */
const MAX_CALLERS = 1000;

interface Tries {
  readonly atMs: readonly number[];
  readonly heldUp: number;
}

export function createAttempts({ clock, closing }: AttemptsOptions): Attempts {
  const callers = new Map<string, Tries>();
  const triesOf = (caller: string): Tries => callers.get(caller) ?? { atMs: [], heldUp: 0 };
  const set = (caller: string, tries: Tries): void => {
    callers.delete(caller);
    callers.set(caller, tries);
    const [oldest] = callers.keys();
    if (callers.size > MAX_CALLERS && oldest !== undefined) callers.delete(oldest);
  };
  const addHeldUp = (caller: string, change: 1 | -1): void => {
    const { atMs, heldUp } = triesOf(caller);
    set(caller, { atMs, heldUp: Math.max(0, heldUp + change) });
  };
  return {
    isFull: (address) => triesOf(callerOf(address)).heldUp >= MAX_HELD_UP,
    async holdUp(address) {
      const caller = callerOf(address);
      const { atMs, heldUp } = triesOf(caller);
      const nowMs = clock.now();
      const recent = [...atMs.filter((one) => one > nowMs - MINUTE_MS), nowMs];
      set(caller, { atMs: recent.slice(-MAX_AT_ONCE - 1), heldUp });
      if (recent.length <= MAX_AT_ONCE) return;
      addHeldUp(caller, 1);
      // Also where whoever asks does not wait for it: else hanging up would be the quicker way to try.
      await clock.wait(HELD_UP_MS, closing).catch(() => undefined);
      addHeldUp(caller, -1);
    },
  };
}

/** Who has an IPv6 address has all of its /64. */
function callerOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/iu, '');
  return bare.includes(':') ? bare.split(':').slice(0, 4).join(':') : bare;
}
