import { countWords } from '../../text/words.ts';
import type { MarkedRun } from '../marks/marked-run.ts';

/** Shorter words between marks are a part of the narrator's sentence. */
const MIN_WORDS = 4;

/** Whether somebody can be saying a run, so that the narration around it tells who. */
export function mayBeSaid(run: MarkedRun, text: string): boolean {
  if (run.continues) return true;
  if (run.kind === 'label') return false;
  return run.kind === 'speech' || countWords(text.slice(run.span.start, run.span.end)) >= MIN_WORDS;
}
