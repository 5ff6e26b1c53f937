/** Real time that a test can put forward: what expires or repeats in minutes need not be waited for. */
export interface TestClock {
  now(): number;
  /** Puts the clock forward; timers that have become due run at once, the earliest first. */
  advance(ms: number): void;
  /** Runs `run` once after so many ms of this clock; returns how to call it off. Does nothing once it is stopped. */
  after(ms: number, run: () => void): () => void;
  /** Nothing that was to come comes any more. */
  stop(): void;
}

interface Pending {
  readonly dueAt: number;
  readonly run: () => void;
  timer: NodeJS.Timeout;
}

export function createTestClock(): TestClock {
  let aheadMs = 0;
  let isStopped = false;
  const pending = new Set<Pending>();
  const now = () => Date.now() + aheadMs;
  const fire = (one: Pending) => {
    clearTimeout(one.timer);
    if (pending.delete(one)) one.run();
  };
  return {
    now,
    advance(ms) {
      aheadMs += ms;
      const due = [...pending].filter((one) => one.dueAt <= now());
      for (const one of due.sort((a, b) => a.dueAt - b.dueAt)) fire(one);
      for (const one of pending) {
        clearTimeout(one.timer);
        one.timer = setTimeout(() => fire(one), one.dueAt - now());
      }
    },
    after(ms, run) {
      if (isStopped) return () => undefined;
      const one: Pending = { dueAt: now() + ms, run, timer: setTimeout(() => fire(one), ms) };
      pending.add(one);
      return () => {
        clearTimeout(one.timer);
        pending.delete(one);
      };
    },
    stop() {
      isStopped = true;
      for (const one of pending) clearTimeout(one.timer);
      pending.clear();
    },
  };
}
