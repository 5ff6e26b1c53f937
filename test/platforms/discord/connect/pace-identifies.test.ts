import { describe, expect, it } from '@jest/globals';
import { paceIdentifies } from '../../../../src/platforms/discord/connect/pace-identifies.ts';

describe('identifying', () => {
  it('is let through once in five seconds, each in its turn', async () => {
    const waits: number[] = [];
    let nowMs = 1_000_000;
    const pace = paceIdentifies({
      now: () => nowMs,
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    const { signal } = new AbortController();
    await pace.waitForIdentify(0, signal);
    await pace.waitForIdentify(0, signal);
    nowMs += 2000;
    await pace.waitForIdentify(0, signal);
    nowMs += 60_000;
    await pace.waitForIdentify(0, signal);
    expect(waits).toEqual([5000, 8000]);
  });

  it('costs no turn where it was given up', async () => {
    const waits: number[] = [];
    const pace = paceIdentifies({
      now: () => 1_000_000,
      wait: (ms, signal) => {
        waits.push(ms);
        return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve();
      },
    });
    const reason = new Error('closed meanwhile');
    await pace.waitForIdentify(0, new AbortController().signal);
    await expect(pace.waitForIdentify(0, AbortSignal.abort(reason))).rejects.toBe(reason);
    await pace.waitForIdentify(0, new AbortController().signal);
    expect(waits).toEqual([5000, 5000]);
  });
});
