import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startWorker } from '../../src/engine/start-worker.ts';
import { WorkerPool, type PoolOutcome, type PoolSettings } from '../../src/engine/worker-pool.ts';

const never = new AbortController().signal;
const open: WorkerPool[] = [];

function createPool(settings: Partial<PoolSettings> = {}): WorkerPool {
  const puppet = new URL('puppet-worker.ts', import.meta.url);
  const pool = new WorkerPool({
    workers: 1,
    deadlineMs: 20_000,
    maxWaiting: 10,
    idleMs: 60_000,
    start: () => startWorker(puppet),
    ...settings,
  });
  open.push(pool);
  return pool;
}

function ask(pool: WorkerPool, body: string, signal = never): Promise<PoolOutcome> {
  return pool.run({ kind: 'source', raw: { body }, wanted: { what: 'article' } }, signal);
}

async function titleOf(outcome: Promise<PoolOutcome>): Promise<string> {
  const settled = await outcome;
  if (settled.kind !== 'done' || settled.result.status !== 'done') return settled.kind;
  return settled.result.article.title;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

describe('WorkerPool', () => {
  it('does one task after the other in the same worker', async () => {
    const pool = createPool();
    const first = await titleOf(ask(pool, 'pid'));
    expect(Number(first)).toBeGreaterThan(0);
    expect(await titleOf(ask(pool, 'pid'))).toBe(first);
  });

  it('works on as many tasks at once as there are workers', async () => {
    const pool = createPool({ workers: 2 });
    const pids = await Promise.all([titleOf(ask(pool, 'pid')), titleOf(ask(pool, 'pid'))]);
    expect(new Set(pids).size).toBe(2);
  });

  it('gives a worker none of the environment', async () => {
    expect(await titleOf(ask(createPool(), 'environment'))).toBe('');
  });

  it('ends a worker at the deadline and goes on with another', async () => {
    const pool = createPool({ deadlineMs: 500 });
    const before = Number(await titleOf(ask(pool, 'pid')));
    expect(await ask(pool, 'go on for ever')).toEqual({ kind: 'late' });
    expect(await titleOf(ask(pool, 'still there'))).toBe('still there');
    expect(isRunning(before)).toBe(false);
  });

  it.each(['fill the memory', 'take too much at once', 'exit'])(
    'loses only the task whose worker dies: %s',
    async (deed) => {
      const pool = createPool({ workers: 2 });
      const [lost, kept] = await Promise.all([ask(pool, deed), titleOf(ask(pool, 'neighbour'))]);
      expect(lost.kind).toBe('died');
      expect(kept).toBe('neighbour');
      expect(await titleOf(ask(pool, 'next'))).toBe('next');
    },
  );

  it('keeps the worker when the reader throws', async () => {
    const pool = createPool();
    const before = await titleOf(ask(pool, 'pid'));
    expect(await ask(pool, 'throw')).toEqual({ kind: 'failed', reason: 'the reader is broken' });
    expect(await titleOf(ask(pool, 'pid'))).toBe(before);
  });

  it('ends the worker of a task that is aborted and rejects with the reason', async () => {
    const pool = createPool();
    const pid = Number(await titleOf(ask(pool, 'pid')));
    const stop = new AbortController();
    const asked = ask(pool, 'go on for ever', stop.signal);
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(await titleOf(ask(pool, 'next'))).toBe('next');
    expect(isRunning(pid)).toBe(false);
  });

  it('turns tasks away when too many wait', async () => {
    const pool = createPool({ maxWaiting: 1 });
    const kinds = await Promise.all(['a', 'b', 'c'].map((body) => titleOf(ask(pool, body))));
    expect(kinds).toEqual(['a', 'b', 'full']);
  });

  it('does not keep the worker of a large source', async () => {
    const pool = createPool();
    const before = await titleOf(ask(pool, 'pid'));
    await ask(pool, 'x'.repeat(1024 * 1024));
    expect(await titleOf(ask(pool, 'pid'))).not.toBe(before);
  });

  it('ends a worker that has nothing to do', async () => {
    const pool = createPool({ idleMs: 50 });
    const pid = Number(await titleOf(ask(pool, 'pid')));
    for (let tries = 0; isRunning(pid) && tries < 100; tries += 1) await pause(50);
    expect(isRunning(pid)).toBe(false);
  });

  it('has a worker ready before it is asked', async () => {
    const pool = createPool();
    pool.warm();
    expect(await titleOf(ask(pool, 'quick'))).toBe('quick');
  });

  it('leaves no worker when it is closed, and takes no task any more', async () => {
    const pool = createPool();
    const pid = Number(await titleOf(ask(pool, 'pid')));
    const running = ask(pool, 'go on for ever');
    await pool.close();
    expect(['died', 'closed']).toContain((await running).kind);
    expect(isRunning(pid)).toBe(false);
    expect(await ask(pool, 'late')).toEqual({ kind: 'closed' });
  });

  it('survives a worker that cannot start', async () => {
    const pool = createPool({ start: () => startWorker(new URL('absent.ts', import.meta.url)) });
    expect(await ask(pool, 'anything')).toEqual({ kind: 'unstarted' });
  });
});
