import type { Clock } from './clock.ts';

/** https://discord.com/developers/docs/reference#snowflakes */
const discordEpochMs = 1_420_070_400_000;

/** Makes snowflakes that grow with every call, each with the moment of its making in it. */
export function createIdSource(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const fromTime = BigInt(clock.now() - discordEpochMs) << 22n;
    last = fromTime > last ? fromTime : last + 1n;
    return last.toString();
  };
}
