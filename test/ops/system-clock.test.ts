import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/ops/system-clock.ts';

describe('systemClock', () => {
  it('tells the time of the machine', () => {
    const beforeMs = Date.now();
    const nowMs = systemClock.now();
    expect(nowMs).toBeGreaterThanOrEqual(beforeMs);
    expect(nowMs).toBeLessThanOrEqual(Date.now());
  });

  it('waits', async () => {
    const startMs = performance.now();
    await systemClock.wait(20, new AbortController().signal);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(18);
  });

  it.each([50_000, 2 ** 40])('stops waiting %d ms with the reason it is given', async (ms) => {
    const stopping = new AbortController();
    const waiting = systemClock.wait(ms, stopping.signal);
    const reason = new Error('the tide is out');
    stopping.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('does not begin to wait when it was stopped before', async () => {
    const reason = new Error('the tide is out');
    await expect(systemClock.wait(50_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
