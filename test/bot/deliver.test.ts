import { describe, expect, it } from '@jest/globals';
import { deliver, type Delivered } from '../../src/bot/deliver.ts';
import { textPost } from '../../src/post/text-post.ts';
import type { Outgoing } from '../../src/ports/chat-platform.ts';
import { MemoryPlatform, type Fault } from './memory-platform.ts';

const outgoing: Outgoing = { post: textPost('Hello.'), key: 'key', audience: 'everyone' };

interface Attempt {
  readonly faults?: readonly Fault[];
  readonly canFind?: boolean;
  readonly isUnclear?: boolean;
  /** Whether an earlier process had sent it. */
  readonly stands?: boolean;
}

async function attempt({ faults = [], canFind = true, isUnclear = false, stands }: Attempt) {
  const platform = new MemoryPlatform();
  const to = platform.to('quay');
  if (stands === true) await platform.send(to, outgoing);
  platform.faults.push(...faults);
  platform.canFind = canFind;
  let begun = 0;
  const beforeSending = (): Promise<void> => {
    begun += 1;
    return Promise.resolve();
  };
  const signal = new AbortController().signal;
  const delivered: Delivered = await deliver(
    { platform, to, message: undefined, isUnclear, beforeSending },
    outgoing,
    signal,
  );
  return { status: delivered.status, messages: platform.messages.length, begun };
}

describe('a post', () => {
  it('is sent, and that it is sent is written down before', async () => {
    expect(await attempt({})).toEqual({ status: 'delivered', messages: 1, begun: 1 });
  });

  it.each([
    ['has arrived although the platform did not say so', true],
    ['has not arrived', false],
  ])('stands there once where the first attempt %s', async (_, isDone) => {
    const faults: readonly Fault[] = [{ code: 'unclear', isDone }];
    expect(await attempt({ faults })).toMatchObject({ status: 'delivered', messages: 1 });
  });

  it('is not sent again where nobody can tell whether it has arrived', async () => {
    const faults: readonly Fault[] = [{ code: 'unclear', isDone: true }];
    const result = await attempt({ faults, canFind: false });
    expect(result).toMatchObject({ status: 'unclear', messages: 1 });
  });

  it('is given up after a second attempt that is not clear', async () => {
    const fault: Fault = { code: 'unclear', isDone: false };
    expect(await attempt({ faults: [fault, fault] })).toMatchObject({
      status: 'unclear',
      messages: 0,
    });
  });

  it.each([true, false])(
    'of an earlier process is looked up first (stands: %s)',
    async (stands) => {
      expect(await attempt({ isUnclear: true, stands })).toMatchObject({
        status: 'delivered',
        messages: 1,
      });
    },
  );

  it.each(['gone', 'not-allowed', 'refused-token'] as const)(
    'that has no place any more (%s) is undeliverable',
    async (code) => {
      const result = await attempt({ faults: [{ code, isDone: false }] });
      expect(result).toMatchObject({ status: 'undeliverable', messages: 0 });
    },
  );

  it('that the platform finds faulty is a fault of ours', async () => {
    const faults: readonly Fault[] = [{ code: 'bad-post', isDone: false }];
    await expect(attempt({ faults })).rejects.toThrow('bad-post');
  });
});
