import { scorePage } from '../bench/shingle-score.ts';
import type { PageLine } from '../src/article/pasted/page-line.ts';

/** A line with less of its words in the story is not the story's. */
const MIN_COVERAGE = 0.45;
/** A line with more of its words in the story, if it is no short one, surely is. */
const SURE_COVERAGE = 0.8;
/** From so many words on a line that the story's words cover stands nowhere by chance. */
const LONG_WORDS = 8;
/** Headings and names may stand so many lines before or after the story's sure lines. */
const MARGIN = 3;
/** What a line of the page's own takes from the stretch around it; a short one of the story's adds half of it. */
const FOREIGN_COST = 0.4;

/**
 * Which lines are the story's, told from the text that a person marked. Its words alone do not tell: teasers repeat
 * its sentences and menus its names. So a short line counts only where the story's long lines are, and of several
 * copies only as many as the story has.
 */
export function labelLines(lines: readonly PageLine[], reference: string): readonly boolean[] {
  const story = countLines(reference);
  const coverage = lines.map((line) => coverageOf(line.text, reference, story));
  const core = findCore(lines, coverage);
  const covered = lines.flatMap((line, at) => {
    const isNear = at >= core.start - MARGIN && at < core.end + MARGIN;
    const isStory = (coverage[at] ?? 0) >= MIN_COVERAGE && (isNear || line.words >= LONG_WORDS);
    return isStory ? [at] : [];
  });
  const kept = new Set(
    [...Map.groupBy(covered, (at) => lines[at]?.text ?? '')].flatMap(([text, copies]) => {
      const inCore = copies.filter((at) => at >= core.start && at < core.end);
      return (inCore.length > 0 ? inCore : copies).slice(0, story.get(wordsIn(text)) ?? 1);
    }),
  );
  return lines.map((_, at) => kept.has(at));
}

/** How often the story has each line, by its words. */
function countLines(reference: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of reference.split('\n').map(wordsIn)) {
    if (line !== '') counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/** The share of a line that the story has; a line too short for that is in doubt if the story has it as a line. */
function coverageOf(text: string, reference: string, story: ReadonlyMap<string, number>): number {
  const words = wordsIn(text);
  if (words.split(' ').length < 4) return story.has(words) ? 0.5 : 0;
  return scorePage(reference, text).precision ?? 0;
}

interface Stretch {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The stretch of the page that holds the most of the story's long lines and the fewest others. */
function findCore(lines: readonly PageLine[], coverage: readonly number[]): Stretch {
  let best = { start: 0, end: 0, sum: 0 };
  let open = { start: 0, sum: 0 };
  for (const [at, line] of lines.entries()) {
    if (open.sum <= 0) open = { start: at, sum: 0 };
    const sum = open.sum + coreGain(line, coverage[at] ?? 0);
    open = { ...open, sum };
    if (sum > best.sum) best = { ...open, end: at + 1 };
  }
  return best;
}

function coreGain(line: PageLine, coverage: number): number {
  if (line.words >= LONG_WORDS && coverage > SURE_COVERAGE) return Math.sqrt(line.words);
  return coverage >= MIN_COVERAGE ? FOREIGN_COST / 2 : -FOREIGN_COST;
}

function wordsIn(text: string): string {
  return text.match(/[\p{L}\p{N}_]+/gu)?.join(' ') ?? '';
}
