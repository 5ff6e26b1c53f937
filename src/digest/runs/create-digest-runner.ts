import type { HeldRun } from '../../ports/digest-store.ts';
import { claimDue } from './claim-due.ts';
import { runDigest } from './run-digest.ts';
import type { RunParts } from './run-parts.ts';

/** Posts digests when they are due. */
export interface DigestRunner {
  start(): void;
  /** Looks for what is due now, without waiting for the next minute. */
  wake(): void;
  /** Takes no more, and lets what is being sent end for a little; another process may go on with the rest at once. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Digests that are made and posted side by side. */
const AT_ONCE = 4;
/** So long a process that died keeps others from going on with its runs. */
const HELD_MS = 20_000;
const HOLD_EVERY_MS = 5_000;
/** What is being sent when the process is to end may take so long. */
const ENDING_MS = 5_000;

export function createDigestRunner(parts: RunParts): DigestRunner {
  return new Runner(parts);
}

interface Running {
  readonly run: HeldRun;
  readonly ended: Promise<void>;
  readonly lost: AbortController;
}

class Runner implements DigestRunner {
  readonly #parts: RunParts;
  /** What takes up nothing more. */
  readonly #closing = new AbortController();
  /** What ends even what is being sent. */
  readonly #ending = new AbortController();
  readonly #running = new Map<string, Running>();
  #looking: Promise<void> | undefined;
  #isAwake = false;
  #heldUntilMs = 0;
  #holding: Promise<void> = Promise.resolve();

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#parts.ticker.start(() => this.#look());
    this.#holding = this.#keepHolding();
    this.wake();
  }

  wake(): void {
    void this.#look();
  }

  async idle(): Promise<void> {
    while (this.#looking !== undefined || this.#running.size > 0) {
      await this.#looking;
      await Promise.all([...this.#running.values()].map(({ ended }) => ended));
    }
  }

  async stop(): Promise<void> {
    this.#closing.abort(new Error('digests are being stopped'));
    await this.#parts.ticker.stop();
    const timer = new AbortController();
    const late = this.#parts.clock.wait(ENDING_MS, timer.signal).then(
      () => this.#ending.abort(new Error('the time for what was being sent is over')),
      () => undefined, // Everything has ended before.
    );
    await this.idle();
    timer.abort();
    await late;
    this.#ending.abort(new Error('everything has ended'));
    await this.#holding;
    try {
      await this.#parts.digests.letGo(this.#parts.holder);
    } catch (error) {
      // Then others wait until the time is over for which they are held.
      this.#parts.log.warn({ err: error }, 'runs could not be let go');
    }
  }

  /** Claims what is due and takes up what nobody works on; asked for meanwhile it looks once more. */
  #look(): Promise<void> {
    this.#isAwake = true;
    this.#looking ??= this.#lookWhileAwake().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #lookWhileAwake(): Promise<void> {
    const { log } = this.#parts;
    while (this.#fallAsleep() && !this.#isClosing()) {
      try {
        await this.#parts.beforeClaims(this.#closing.signal);
        await claimDue(this.#parts, this.#closing.signal);
        await this.#takeUp();
      } catch (error) {
        // The next minute tries again; nothing that is due is lost meanwhile.
        if (!this.#isClosing()) log.error({ err: error }, 'digests could not be looked at');
      }
    }
  }

  /** Whether somebody has asked to look since the last time. */
  #fallAsleep(): boolean {
    const wasAwake = this.#isAwake;
    this.#isAwake = false;
    return wasAwake;
  }

  #isClosing(): boolean {
    return this.#closing.signal.aborted;
  }

  async #takeUp(): Promise<void> {
    const { digests, clock, holder } = this.#parts;
    const platforms = this.#parts.platforms.map(({ name }) => name);
    const room = AT_ONCE - this.#running.size;
    if (room <= 0 || this.#isClosing()) return;
    const nowMs = clock.now();
    const untilMs = nowMs + HELD_MS;
    const runs = await digests.takeRuns({ holder, nowMs, untilMs }, { platforms, limit: room });
    // What this process holds already is held until then at least.
    if (runs.length > 0) this.#heldUntilMs = Math.max(this.#heldUntilMs, untilMs);
    // One of its own comes back where the clock was put forward, and is worked on already.
    for (const run of runs) if (!this.#running.has(run.id)) this.#run(run);
  }

  #run(run: HeldRun): void {
    const before = [...this.#running.values()].find(
      (other) => other.run.plan.channel === run.plan.channel && other.run.id !== run.id,
    );
    const lost = new AbortController();
    // One after another in a channel: the second must see what the first has posted.
    const ended = (before?.ended ?? Promise.resolve())
      .then(() => this.#runToEnd(run, lost.signal))
      .finally(() => {
        this.#running.delete(run.id);
        this.wake();
      });
    this.#running.set(run.id, { run, ended, lost });
  }

  async #runToEnd(run: HeldRun, lost: AbortSignal): Promise<void> {
    const { log, clock } = this.#parts;
    const startMs = clock.now();
    const facts = { run: run.id, digest: run.plan.id, platform: run.plan.platform };
    const closing = AbortSignal.any([this.#closing.signal, lost]);
    const signal = AbortSignal.any([this.#ending.signal, lost]);
    try {
      closing.throwIfAborted();
      const heldUntilMs = (): number => this.#heldUntilMs;
      const outcome = await runDigest(this.#parts, { run, heldUntilMs, closing, signal });
      log.info({ ...facts, outcome, tookMs: clock.now() - startMs }, 'digest ended');
    } catch (error) {
      if (closing.aborted || signal.aborted) return;
      log.error({ err: error, ...facts }, 'digest failed');
      await this.#postpone(run);
    }
  }

  /** A fault of ours, or the database's: it is not tried again at once. */
  async #postpone(run: HeldRun): Promise<void> {
    const { digests, clock, log } = this.#parts;
    try {
      await digests.postponeRun(run.id, clock.now() + HELD_MS);
    } catch (error) {
      // It is held for a while by nobody who works on it, and then free by itself.
      log.error({ err: error, run: run.id }, 'digest could not be put off');
    }
  }

  /** Says every few seconds that this process lives; a run that another has taken meanwhile is let go. */
  async #keepHolding(): Promise<void> {
    const { clock, digests, holder, log } = this.#parts;
    const signal = this.#ending.signal;
    const stopped = AbortSignal.any([signal, this.#closing.signal]);
    for (;;) {
      try {
        await clock.wait(HOLD_EVERY_MS, this.#running.size === 0 ? stopped : signal);
      } catch {
        return;
      }
      if (this.#running.size === 0) {
        if (stopped.aborted) return;
        continue;
      }
      try {
        const nowMs = clock.now();
        const untilMs = nowMs + HELD_MS;
        const held = new Set(await digests.holdLonger({ holder, nowMs, untilMs }));
        this.#heldUntilMs = untilMs;
        for (const { run, lost } of this.#running.values())
          if (!held.has(run.id)) lost.abort(new Error('another process has taken the run'));
      } catch (error) {
        log.error({ err: error }, 'runs could not be held longer');
      }
    }
  }
}
