import type { FoundStory } from './found-story.ts';
import type { PageLine } from './page-line.ts';

/** Tells why a line is not the story's: by its kind, or its place. */
export function ruleOfCuts(lines: readonly PageLine[], found: FoundStory): (at: number) => string {
  const keptTexts = new Set([...found.kept].map((line) => line.text));
  const first = lines.findIndex((line) => found.kept.has(line));
  const last = lines.findLastIndex((line) => found.kept.has(line));
  return (at) => {
    const line = lines[at];
    if (line?.kind !== undefined) return line.kind;
    if (line !== undefined && keptTexts.has(line.text)) return 'repeated';
    if (at < first) return 'before-story';
    return at < last ? 'not-the-story' : 'after-story';
  };
}
