import { describe, expect, it } from '@jest/globals';
import { createLog } from '../../src/ops/create-log.ts';
import { createReadiness } from '../../src/ops/create-readiness.ts';
import { systemClock } from '../../src/ops/system-clock.ts';

const log = createLog({
  level: 'silent',
  secrets: [],
  clock: systemClock,
  stream: { write: () => true },
});

describe('createReadiness', () => {
  it('looks once for all who ask at the same time, and again for who asks later', async () => {
    const looks: ((reasons: readonly string[]) => void)[] = [];
    const findReasons = createReadiness(() => new Promise((resolve) => looks.push(resolve)), log);
    const asking = [findReasons(), findReasons(), findReasons()];
    looks[0]?.(['the tide is out']);
    expect(await Promise.all(asking)).toEqual(Array(3).fill(['the tide is out']));
    const again = findReasons();
    looks[1]?.([]);
    expect(await again).toEqual([]);
    expect(looks).toHaveLength(2);
  });

  it('tells whoever looks when nobody waits any more', async () => {
    let told: AbortSignal | undefined;
    const findReasons = createReadiness((signal) => {
      told = signal;
      return new Promise(() => undefined);
    }, log);
    expect(await findReasons()).toEqual(['no answer within 2 s']);
    expect(told?.aborted).toBe(true);
  });
});
