import type { Fingerprint } from './fingerprint.ts';

/**
 * A fingerprint as it was kept. `undefined` for what is none, or was kept by another version: a story may then come a second
 * time, which is better than to stop.
 */
export function parseFingerprint(kept: unknown): Fingerprint | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const found: Partial<Record<keyof Fingerprint, unknown>> = kept;
  const { version, source, language, publishedAtMs, isFollowUp, sketch } = found;
  if (version !== 1 || typeof source !== 'string' || typeof language !== 'string') return undefined;
  if (typeof isFollowUp !== 'boolean') return undefined;
  if (publishedAtMs !== undefined && typeof publishedAtMs !== 'number') return undefined;
  const addresses = parseTexts(found.addresses);
  const title = parseTexts(found.title);
  const series = parseTexts(found.series);
  const names = parseTexts(found.names);
  const numbers = parseTexts(found.numbers);
  const words = parseTexts(found.words);
  if (!addresses || !title || !series || !names || !numbers || !words) return undefined;
  if (!Array.isArray(sketch) || !sketch.every((hash) => typeof hash === 'number')) return undefined;
  const dated = publishedAtMs === undefined ? {} : { publishedAtMs };
  const stems = { addresses, title, series, names, numbers, words };
  return { version, source, language, ...dated, ...stems, sketch, isFollowUp };
}

function parseTexts(kept: unknown): readonly string[] | undefined {
  return Array.isArray(kept) && kept.every((one) => typeof one === 'string') ? kept : undefined;
}
