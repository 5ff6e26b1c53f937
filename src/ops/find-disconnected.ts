import type { ChatPlatform } from '../ports/chat-platform.ts';

/** Ours: a connection that is resumed or made anew takes seconds, and nobody need know. */
const LONG_MS = 60_000;

/** Which platforms have been away for too long, a sentence each. */
export function findDisconnected(
  platforms: readonly Pick<ChatPlatform, 'name' | 'state'>[],
  nowMs: number,
): readonly string[] {
  return platforms.flatMap((platform) => {
    const { name } = platform;
    const now = platform.state();
    if (now.status === 'connected') return [];
    if (now.sinceMs === undefined) return [`${name} is not connected`];
    const awayMs = nowMs - now.sinceMs;
    if (awayMs < LONG_MS) return [];
    return [`${name} has not been connected for ${Math.floor(awayMs / 1000)} s`];
  });
}
