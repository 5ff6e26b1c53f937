/** Discord's: the first moment of 2015. https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000;

/** Below every id that was given at that time or later. @param atMs ms since 1970 */
export function idBefore(atMs: number): string {
  const sinceEpochMs = BigInt(Math.max(Math.floor(atMs) - EPOCH_MS, 0));
  const first = sinceEpochMs << 22n;
  return (first > 0n ? first - 1n : 0n).toString();
}

/** Whether it can be an id of Discord's: what people type into a file goes into no address unseen. */
export function isSnowflake(id: string): boolean {
  return /^\d{15,20}$/u.test(id);
}
