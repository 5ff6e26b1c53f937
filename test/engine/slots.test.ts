import { describe, expect, it } from '@jest/globals';
import { createSlots } from '../../src/engine/slots.ts';

const never = new AbortController().signal;

describe('createSlots', () => {
  it('lets in as many as there are places and the next when one is given back', async () => {
    const slots = createSlots({ places: 1, maxWaiting: 1 });
    const order: string[] = [];
    await slots.take(1, never);
    const second = slots.take(1, never).then(() => order.push('second'));
    order.push('first gives');
    slots.give(1);
    await second;
    expect(order).toEqual(['first gives', 'second']);
  });

  it('says that the line is full', async () => {
    const slots = createSlots({ places: 1, maxWaiting: 0 });
    await slots.take(1, never);
    expect(await slots.take(1, never)).toBe('full');
  });

  it('lets nobody pass one who waits for several places', async () => {
    const slots = createSlots({ places: 2, maxWaiting: 5 });
    const order: string[] = [];
    await slots.take(1, never);
    const large = slots.take(2, never).then(() => order.push('large'));
    const small = slots.take(1, never).then(() => order.push('small'));
    slots.give(1);
    await large;
    slots.give(2);
    await small;
    expect(order).toEqual(['large', 'small']);
  });

  it('lets those behind go on when the one who waits for several places leaves', async () => {
    const slots = createSlots({ places: 2, maxWaiting: 5 });
    const stop = new AbortController();
    await slots.take(1, never);
    const large = slots.take(2, stop.signal);
    const small = slots.take(1, never);
    stop.abort(new Error('gone'));
    await expect(large).rejects.toThrow('gone');
    expect(await small).toBe('taken');
  });
});
