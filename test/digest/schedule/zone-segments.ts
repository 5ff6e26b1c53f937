/** A stretch of time in which a zone's clocks keep one distance from UTC. */
export interface ZoneSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMs: number;
}

export const DAY_MS = 86_400_000;

/**
 * A zone's stretches, found by asking the runtime at every step and halving where its answer changes. Shares no code
 * with what it judges.
 */
export function zoneSegments(
  timezone: string,
  { fromMs, toMs, stepMs }: { fromMs: number; toMs: number; stepMs: number },
): readonly ZoneSegment[] {
  const offsetAt = offsetReader(timezone);
  const segments: ZoneSegment[] = [];
  let startMs = fromMs;
  let offsetMs = offsetAt(fromMs);
  for (let atMs = fromMs; atMs < toMs; atMs += stepMs) {
    const endMs = Math.min(atMs + stepMs, toMs);
    const following = offsetAt(endMs);
    if (following === offsetMs) continue;
    let [low, high] = [atMs, endMs];
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (offsetAt(middle) === offsetMs) low = middle;
      else high = middle;
    }
    segments.push({ startMs, endMs: high, offsetMs });
    [startMs, offsetMs] = [high, following];
  }
  return [...segments, { startMs, endMs: toMs, offsetMs }];
}

function offsetReader(timezone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (atMs) => {
    const shown = format.format(atMs);
    const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = (
      shown.match(/\d+/gu) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - atMs;
  };
}

/**
 * When a time on the wall is due, if it is: the first moment at which clocks show it, else the first moment after the
 * gap, else (no clock shows any time of its day) never.
 */
export function dueMoment(segments: readonly ZoneSegment[], wallMs: number): number | undefined {
  const dayMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
  const shown = segments.find(
    ({ startMs, endMs, offsetMs }) => startMs <= wallMs - offsetMs && wallMs - offsetMs < endMs,
  );
  if (shown !== undefined) return wallMs - shown.offsetMs;
  const hasDay = segments.some(
    ({ startMs, endMs, offsetMs }) =>
      startMs + offsetMs < dayMs + DAY_MS && endMs + offsetMs > dayMs,
  );
  return hasDay
    ? segments.find(({ startMs, offsetMs }) => startMs + offsetMs > wallMs)?.startMs
    : undefined;
}
