import { printable } from '../post/printable.ts';
import type { Check } from '../ports/chat-platform.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';

export interface DoctorOptions {
  readonly json?: boolean;
}

/** Looks at one thing, or at a few that belong together: a platform, the database. */
export interface CheckProducer {
  /** What it looks at, for when it fails itself. */
  readonly what: string;
  readonly check: (signal: AbortSignal) => Promise<readonly Check[]>;
}

export interface DoctorTask {
  readonly options: DoctorOptions;
  readonly producers: readonly CheckProducer[];
  /** How long each may take; 30 s where it is not said. */
  readonly limitMs?: number;
}

const LIMIT_MS = 30_000;

/**
 * `nutgraf doctor`: prints what works and what does not, how it is mended and what goes without until then. All look at
 * the same time and are told in their order. Resolves to the exit code: 1 where something is bad.
 */
export async function runDoctor(
  io: CliIo,
  { options, producers, limitMs = LIMIT_MS }: DoctorTask,
): Promise<number> {
  const looking = producers.map((producer) => lookThrough(producer, limitMs, io.signal));
  const checks: Check[] = [];
  for (const looked of looking) {
    const found = await looked;
    io.signal.throwIfAborted();
    checks.push(...found);
    if (options.json !== true) await write(io.stdout, found.map(renderCheck).join(''), io.signal);
  }
  const isGood = checks.every(({ outcome }) => outcome.status !== 'bad');
  const ending =
    options.json === true ? `${JSON.stringify({ good: isGood, checks })}\n` : renderSum(checks);
  await write(io.stdout, ending, io.signal);
  return isGood ? exitCodes.done : exitCodes.failed;
}

/** Never rejects: what fails or takes too long is something that does not work, too. */
async function lookThrough(
  { what, check }: CheckProducer,
  limitMs: number,
  ending: AbortSignal,
): Promise<readonly Check[]> {
  const limit = AbortSignal.timeout(limitMs);
  const signal = AbortSignal.any([ending, limit]);
  try {
    return await untilAborted(check(signal), signal);
  } catch (error) {
    const mend = limit.aborted
      ? `it did not answer within ${limitMs / 1000} s: look at the network, then try again`
      : `looking at it failed (${error instanceof Error ? error.message : String(error)})`;
    return [{ what, outcome: { status: 'bad', mend, without: 'whatever needs it' } }];
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason as Error);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function renderCheck({ what, outcome }: Check): string {
  const lines = linesOf(printable(what), outcome);
  return lines.map((line) => `${line}\n`).join('');
}

function linesOf(what: string, outcome: Check['outcome']): readonly string[] {
  switch (outcome.status) {
    case 'good':
      return [`✓ ${what}${outcome.detail === undefined ? '' : `: ${printable(outcome.detail)}`}`];
    case 'bad':
      return [
        `✗ ${what}`,
        `    to mend it: ${printable(outcome.mend)}`,
        `    until then without: ${printable(outcome.without)}`,
      ];
    case 'unseen':
      return [`? ${what}`, `    only you can see it: ${printable(outcome.look)}`];
  }
}

function renderSum(checks: readonly Check[]): string {
  const count = (status: Check['outcome']['status']): number =>
    checks.filter(({ outcome }) => outcome.status === status).length;
  const unseen = count('unseen');
  return `\n${count('good')} good, ${count('bad')} to mend${unseen === 0 ? '' : `, ${unseen} to look at yourself`}.\n`;
}
