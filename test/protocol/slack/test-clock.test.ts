import { describe, expect, it } from '@jest/globals';
import { createTestClock } from './test-clock.ts';

describe('the clock of the tests', () => {
  it('runs what has become due, the earliest first', () => {
    const clock = createTestClock();
    const ran: string[] = [];
    clock.after(2000, () => ran.push('late'));
    clock.after(1000, () => ran.push('early'));
    clock.after(9000, () => ran.push('later'));
    clock.advance(3000);
    clock.stop();
    expect(ran).toEqual(['early', 'late']);
  });

  it('runs nothing any more once it is stopped, and takes nothing new', () => {
    const clock = createTestClock();
    const ran: string[] = [];
    clock.after(1000, () => ran.push('before'));
    clock.stop();
    const callOff = clock.after(1000, () => ran.push('after'));
    clock.advance(60_000);
    callOff();
    expect(ran).toEqual([]);
  });
});
