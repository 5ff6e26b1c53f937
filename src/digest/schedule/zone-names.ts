import data from './data/time-zones.json' with { type: 'json' };

/** Longer than any zone's name or alias. */
export const MAX_ZONE_CHARS = 60;

const renamedZones: ReadonlyMap<string, string> = new Map(Object.entries(data.renamed));

/** Every zone of the runtime under the name that people know today, in order of the alphabet. */
export const zoneNames: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone')
    .map(todaysName)
    .filter((name) => name !== 'UTC'),
].sort();

/** A zone by the name that it has today; runtimes keep old ones for ever (`Europe/Kiev`). */
export function todaysName(name: string): string {
  const renamed = renamedZones.get(name);
  return renamed !== undefined && isKnownToRuntime(renamed) ? renamed : name;
}

/** What the runtime calls a zone; `undefined` where it knows none of the name. */
export function runtimeName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    // The one way to ask whether a name is known.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isKnownToRuntime(name: string): boolean {
  return runtimeName(name) !== undefined;
}

/** Letters and digits in small; accents, underscores, hyphens and letter case make no difference. */
export function zoneKey(text: string): string {
  return text
    .slice(0, MAX_ZONE_CHARS)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}

/** The last part of a zone's name: `new york`. */
export function cityKey(name: string): string {
  return zoneKey(name.slice(name.lastIndexOf('/') + 1));
}

/** Zones by what people call them: by name, by city where only one has it, by alias. */
export const zonesByKey: ReadonlyMap<string, string> = new Map([
  ...uniqueCities(),
  ...Object.entries(data.renamed).map(([old]) => [cityKey(old), todaysName(old)] as const),
  ...Object.entries(data.aliases).flatMap(([name, aliases]) =>
    aliases.split('|').map((alias) => [zoneKey(alias), name] as const),
  ),
  ...Object.keys(data.renamed).map((old) => [zoneKey(old), todaysName(old)] as const),
  ...zoneNames.map((name) => [zoneKey(name), name] as const),
]);

function uniqueCities(): readonly (readonly [string, string])[] {
  const cities = zoneNames.map(cityKey);
  return zoneNames
    .map((name, index) => [cities[index] ?? '', name] as const)
    .filter(([city]) => cities.indexOf(city) === cities.lastIndexOf(city));
}

/** What could be meant by what is no zone by itself: `EST` has no summer time, which hardly anybody wants. */
export function findUnsureZones(key: string): readonly string[] {
  return unsureZones.get(key) ?? [];
}

const unsureZones: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(data.unsure).map(([key, zones]) => [key, zones.split(' ')]),
);

export const popularZones: readonly string[] = data.popular;
