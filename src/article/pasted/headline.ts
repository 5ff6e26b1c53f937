import type { PageLine } from './page-line.ts';

/** Longer or shorter lines are no headlines; in words. */
const minWords = 2;
const maxWords = 32;
/** How far above the first paragraph a headline may stand, in lines. */
const maxDistance = 60;
/** A line with less prose than this pulls a run of paragraphs down. */
const proseCost = 0.22;

/** Where the page's best run of paragraphs begins and ends (exclusive): a first guess at the story. */
export function findCore(lines: readonly PageLine[]): { readonly start: number; readonly end: number } {
  let best = { start: 0, end: 0, sum: 0 };
  let sum = 0;
  let start = 0;
  for (const [at, line] of lines.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    sum += line.prose - (line.copies > 2 ? 2 : 1) * proseCost;
    if (sum > best.sum) best = { start, end: at + 1, sum };
  }
  return best;
}

/** The line that is the story's headline, or -1: a title-like line above the story whose words the story uses. */
export function findHeadline(lines: readonly PageLine[], core = findCore(lines)): number {
  const body = wordSet(lines.slice(core.start, core.end).filter((line) => line.prose > 0.2).map((line) => line.text).join(' '));
  const bar = lines[0]?.text.toLowerCase() ?? '';
  let best = { at: -1, score: 0.9 };
  for (let at = Math.max(0, core.start - maxDistance); at <= Math.min(core.start + 2, lines.length - 1); at += 1) {
    const line = lines[at];
    if (line === undefined || !isHeadlineLike(line) || at >= core.end - 1) continue;
    const words = [...wordSet(line.text)];
    const used = words.filter((word) => body.has(word)).length / Math.max(3, words.length);
    const inBar = at > 0 && line.words > 2 && bar.includes(line.text.toLowerCase().slice(0, 60)) ? 1 : 0;
    const distance = (core.start - at) / maxDistance;
    const size = Math.min(1, line.words / 8);
    const followed = lines.slice(at + 1, at + 6).some((next) => next.kind === 'byline' || next.kind === 'date') ? 0.5 : 0;
    const again = line.copies > 1 && line.copies < 5 ? 0.2 : 0;
    const score = used * 1.5 + inBar + size * 0.6 + followed + again - distance - (at === 0 && lines.length > 30 ? 0.6 : 0);
    if (score >= best.score) best = { at, score };
  }
  return best.at;
}

/** The words of a text that carry meaning: longer ones in most scripts, every sign in those without spaces. */
export function wordSet(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(found);
}

function isHeadlineLike(line: PageLine): boolean {
  if (line.kind !== undefined && line.kind !== 'related') return false;
  if (line.words < minWords || line.words > maxWords || line.text.length > 260) return false;
  return !/[.。।:：;,…]["”’»」]?$/u.test(line.text) && !/^[\d\W]+$/u.test(line.text);
}
