import { expect, it } from '@jest/globals';
import { findDisconnected } from '../../src/ops/find-disconnected.ts';
import type { PlatformState } from '../../src/ports/chat-platform.ts';

const platform = (name: string, state: PlatformState) => ({ name, state: () => state });

it('tells of the platforms that have been away for long, and of no others', () => {
  const platforms = [
    platform('discord', { status: 'connected' }),
    platform('slack', { status: 'disconnected', sinceMs: 10_000 }),
    platform('terminal', { status: 'disconnected' }),
  ];
  expect(findDisconnected(platforms, 69_999)).toEqual(['terminal is not connected']);
  expect(findDisconnected(platforms, 75_500)).toEqual([
    'slack has not been connected for 65 s',
    'terminal is not connected',
  ]);
});
