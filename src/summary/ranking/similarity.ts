import { findStems } from '../../text/stems.ts';

/** What a text speaks of: its content stems, each once. */
export type Topics = ReadonlySet<string>;

/** Worth computing once for each text that is compared with others. */
export function findTopics(text: string, language: string): Topics {
  return new Set(findStems(text, language));
}

/** How much two texts say the same, 0..1: what they share, measured by the geometric mean of their sizes. */
export function similarity(a: Topics, b: Topics): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const stem of small) if (large.has(stem)) shared += 1;
  return shared / Math.sqrt(a.size * b.size);
}
