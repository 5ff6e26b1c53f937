import { dayAfter } from './day-after.ts';
import type { Schedule, SlotFrame } from './schedule.ts';
import type { WallMs } from './zone-clock.ts';
import { HOUR_MS, momentsOf, startOfDay, wallAt } from './zone-clock.ts';

const MINUTE_MS = 60_000;

/** No zone has set its clocks back by more at once since 1970. */
export const MAX_SET_BACK_MS = 3 * HOUR_MS;

/**
 * The first slot after a moment: ms since 1970, UTC. `undefined` where none comes any more.
 *
 * A fixed time in an hour that is left out comes at the first moment after it, one in an hour that comes twice the first
 * time only; of a day that is left out as a whole nothing comes. Several times that fall on one moment are one slot.
 */
export function nextSlot(
  schedule: Schedule,
  frame: SlotFrame,
  afterMs: number,
): number | undefined {
  if (schedule.kind === 'elapsed') {
    const stepMs = schedule.everyMinutes * MINUTE_MS;
    const firstMs = anchorOf(schedule.fromMinute, frame);
    return firstMs + (Math.floor((afterMs - firstMs) / stepMs) + 1) * stepMs;
  }
  let best: number | undefined;
  for (const wallMs of wallsFrom(schedule, wallOfSearch(frame.timezone, afterMs))) {
    const moments = slotsAt(schedule.kind, wallMs, frame.timezone);
    // First moments never go back from one wall time to the next, so nothing earlier follows.
    if (best !== undefined && (moments[0] ?? -Infinity) >= best) return best;
    for (const atMs of moments) {
      if (atMs > afterMs && (best === undefined || atMs < best)) best = atMs;
    }
    if (best !== undefined && schedule.kind === 'fixed') return best;
  }
  return best;
}

/** From which wall time on a slot after the moment can lie. */
function wallOfSearch(timezone: string, afterMs: number): WallMs {
  return wallAt(afterMs, timezone) - MAX_SET_BACK_MS;
}

/** The times of a schedule on the wall, from one on. */
function* wallsFrom(
  { times, days }: { readonly times: readonly number[]; readonly days: string },
  fromMs: WallMs,
): Generator<WallMs> {
  let dayMs = dayAfter(days, startOfDay(fromMs) - 1000);
  while (dayMs !== undefined) {
    for (const minute of times) {
      const wallMs = dayMs + minute * MINUTE_MS;
      if (wallMs >= fromMs) yield wallMs;
    }
    dayMs = dayAfter(days, dayMs);
  }
}

function slotsAt(kind: 'fixed' | 'repeating', wallMs: WallMs, timezone: string): readonly number[] {
  const moments = momentsOf(wallMs, timezone);
  if (moments.kind === 'once') return [moments.atMs];
  if (moments.kind === 'twice') {
    return kind === 'fixed' ? [moments.firstMs] : [moments.firstMs, moments.secondMs];
  }
  return kind === 'fixed' && moments.dayExists ? [moments.afterMs] : [];
}

/** The moment from which elapsed time is counted, forwards and backwards. */
function anchorOf(fromMinute: number, { timezone, anchorMs }: SlotFrame): number {
  const wallMs = startOfDay(wallAt(anchorMs, timezone)) + fromMinute * MINUTE_MS;
  const moments = momentsOf(wallMs, timezone);
  if (moments.kind === 'once') return moments.atMs;
  return moments.kind === 'twice' ? moments.firstMs : moments.afterMs;
}
