import { describe, expect, it } from '@jest/globals';
import { SnowflakeUtil } from 'discord.js';
import { idBefore, isSnowflake } from '../../../../src/platforms/discord/wire/snowflake.ts';

describe('an id by its time', () => {
  it('is below all that were given at that time, and above all before it', () => {
    const atMs = Date.UTC(2031, 5, 3, 9);
    const before = BigInt(idBefore(atMs));
    const given = (ms: number, increment: bigint): bigint =>
      SnowflakeUtil.generate({ timestamp: ms, increment, workerId: 0n, processId: 0n });
    expect(before < given(atMs, 0n)).toBe(true);
    expect(before >= given(atMs - 1, 4095n)).toBe(true);
  });

  it('is the lowest where the time is before Discord’s', () => {
    expect(idBefore(0)).toBe('0');
  });

  it('tells ids from what people write', () => {
    expect(isSnowflake('1575940514170011648')).toBe(true);
    for (const text of ['', '#news', '12', '../users/@me', '1575940514170011648/x'])
      expect(isSnowflake(text)).toBe(false);
  });
});
