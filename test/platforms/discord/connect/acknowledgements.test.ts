import { describe, expect, it } from '@jest/globals';
import { createAcknowledgements } from '../../../../src/platforms/discord/connect/acknowledgements.ts';
import { createSeen } from '../../../../src/platforms/discord/connect/seen.ts';

const signal = new AbortController().signal;

describe('acknowledgements', () => {
  it('are waited for while they are under way', async () => {
    const { begin, acknowledged } = createAcknowledgements();
    const order: string[] = [];
    const done = begin('1');
    const waiting = acknowledged('1', signal).then(() => order.push('waited'));
    await acknowledged('2', signal);
    order.push('another');
    done();
    await waiting;
    await acknowledged('1', signal);
    expect(order).toEqual(['another', 'waited']);
  });

  it('are waited for as long as the signal lets', async () => {
    const { begin, acknowledged } = createAcknowledgements();
    begin('1');
    const ending = new AbortController();
    const waiting = acknowledged('1', ending.signal);
    const reason = new Error('enough');
    ending.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});

describe('what was seen', () => {
  it('is new once, and forgotten when much else came after it', () => {
    const seen = createSeen(2);
    expect(['a', 'a', 'b', 'c', 'b', 'a'].map((id) => seen.add(id))).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});
