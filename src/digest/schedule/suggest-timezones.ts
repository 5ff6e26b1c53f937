import { editDistance } from './edit-distance.ts';
import {
  cityKey,
  findUnsureZones,
  popularZones,
  zoneKey,
  zoneNames,
  zonesByKey,
} from './zone-names.ts';

/** Discord shows so many choices. */
const MAX_SUGGESTIONS = 25;

/** Zones that may be meant by what has been typed so far, the likeliest first, at most 25. */
export function suggestTimezones(typed: string): readonly string[] {
  const key = zoneKey(typed);
  if (key === '') return popularZones.slice(0, MAX_SUGGESTIONS);
  const found = [...findUnsureZones(key), ...findByStart(key), ...findInside(key)];
  const zones = found.length > 0 ? found : findAlike(key);
  return [...new Set(zones)].slice(0, MAX_SUGGESTIONS);
}

/** What is called so exactly, then cities, names and aliases that begin so, the shorter first. */
function findByStart(key: string): readonly string[] {
  return [...zonesByKey]
    .filter(([known]) => known.startsWith(key))
    .map(([known, zone]) => ({ zone, rank: rankOf(known, zone, key), length: known.length }))
    .sort((a, b) => a.rank - b.rank || a.length - b.length)
    .map(({ zone }) => zone);
}

function rankOf(known: string, zone: string, key: string): number {
  if (known === key) return 0;
  return known === cityKey(zone) ? 1 : 2;
}

function findInside(key: string): readonly string[] {
  return zoneNames.filter((name) => zoneKey(name).includes(key));
}

/** A typing error for every so many letters. */
const LETTERS_AN_ERROR = 3;

/** Zones whose name or city differs by a few letters, the nearest first. */
function findAlike(key: string): readonly string[] {
  const maxDistance = Math.max(1, Math.floor(key.length / LETTERS_AN_ERROR));
  return zoneNames
    .map((name) => ({
      name,
      distance: Math.min(editDistance(key, zoneKey(name)), editDistance(key, cityKey(name))),
    }))
    .filter(({ distance }) => distance <= maxDistance)
    .sort((a, b) => a.distance - b.distance)
    .map(({ name }) => name);
}
