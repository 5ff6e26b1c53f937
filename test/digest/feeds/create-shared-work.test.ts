import { describe, expect, it } from '@jest/globals';
import { createSharedWork } from '../../../src/digest/feeds/create-shared-work.ts';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function workByHand() {
  const begun: {
    key: string;
    signal: AbortSignal;
    end: (value: string) => void;
    fail: () => void;
  }[] = [];
  const shared = createSharedWork<string>((key, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    begun.push({ key, signal, end: resolve, fail: () => reject(new Error('broken')) });
    return promise;
  });
  return { shared, begun };
}

describe('work that several want', () => {
  it('is done once while it is under way, and anew afterwards', async () => {
    const { shared, begun } = workByHand();
    const both = [shared.join('a', never), shared.join('a', never)];
    const other = shared.join('b', never);
    expect(begun.map(({ key }) => key)).toEqual(['a', 'b']);
    begun[0]?.end('eels');
    begun[1]?.end('crabs');
    expect(await Promise.all([...both, other])).toEqual(['eels', 'eels', 'crabs']);
    const again = shared.join('a', never);
    expect(begun).toHaveLength(3);
    begun[2]?.end('more eels');
    expect(await again).toBe('more eels');
  });

  it('goes on while one of them still waits', async () => {
    const { shared, begun } = workByHand();
    const leaving = new AbortController();
    const first = shared.join('a', leaving.signal);
    const second = shared.join('a', never);
    leaving.abort(new Error('no time'));
    await expect(first).rejects.toThrow('no time');
    expect(begun[0]?.signal.aborted).toBe(false);
    begun[0]?.end('eels');
    expect(await second).toBe('eels');
  });

  it('is stopped once nobody waits, and who comes then does not get its ruins', async () => {
    const { shared, begun } = workByHand();
    const leaving = new AbortController();
    const first = shared.join('a', leaving.signal);
    leaving.abort(new Error('no time'));
    await expect(first).rejects.toThrow('no time');
    expect(begun[0]?.signal.aborted).toBe(true);
    const second = shared.join('a', never);
    begun[0]?.fail();
    begun[1]?.end('eels');
    expect(await second).toBe('eels');
  });

  it('fails for all, and is tried anew by who comes later', async () => {
    const { shared, begun } = workByHand();
    const both = [shared.join('a', never), shared.join('a', never)];
    begun[0]?.fail();
    for (const one of both) await expect(one).rejects.toThrow('broken');
    const later = shared.join('a', never);
    begun[1]?.end('eels');
    expect(await later).toBe('eels');
  });

  it('is not begun by who has left before', async () => {
    const { shared, begun } = workByHand();
    await expect(shared.join('a', AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
    expect(begun).toEqual([]);
  });
});
