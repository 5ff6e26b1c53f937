import { suggestTimezones } from './suggest-timezones.ts';
import { MAX_ZONE_CHARS, runtimeName, todaysName, zoneKey, zonesByKey } from './zone-names.ts';
import { shownText } from './shown-text.ts';

export type ParsedTimezone =
  | { readonly status: 'understood'; readonly timezone: string }
  | { readonly status: 'fault'; readonly fault: TimezoneFault };

export interface TimezoneFault {
  readonly code: 'unknown-timezone';
  /** As it was typed, at most 40 characters. */
  readonly typed: string;
  /** What may have been meant, at most three. */
  readonly nearest: readonly string[];
}

const MAX_NEAREST = 3;

/**
 * A time zone by its IANA name in any letter case, or by a city or country that has one zone only. Abbreviations other
 * than UTC and GMT are no zones: they mean several, or one without its summer time.
 */
export function parseTimezone(typed: string): ParsedTimezone {
  const timezone = typed.length > MAX_ZONE_CHARS ? undefined : findZone(typed);
  if (timezone !== undefined) return { status: 'understood', timezone };
  const nearest = typed.trim() === '' ? [] : suggestTimezones(typed).slice(0, MAX_NEAREST);
  return {
    status: 'fault',
    fault: { code: 'unknown-timezone', typed: shownText(typed.trim()), nearest },
  };
}

function findZone(typed: string): string | undefined {
  const known = zonesByKey.get(zoneKey(typed));
  if (known !== undefined) return known;
  // Old names that are kept as links: `US/Samoa`, `Etc/GMT+3`. Names without a stroke are abbreviations and countries.
  const name = typed.trim().replaceAll(' ', '_');
  if (!/^[a-z_]+\/[a-z0-9_+\-/]+$/iu.test(name)) return undefined;
  const runtime = runtimeName(name);
  return runtime === undefined ? undefined : todaysName(runtime);
}
