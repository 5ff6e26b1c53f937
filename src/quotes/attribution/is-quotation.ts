import { countWords } from '../../text/words.ts';
import type { AttributedRun, Stage } from './attribute-runs.ts';

/** A fragment is a quote of its own only when it has so many words. */
const MIN_FRAGMENT_WORDS = 5;

/** Whether an attributed run is a direct quote and no part of the narrator's sentence. */
export function isQuotation(one: AttributedRun, stage: Stage): boolean {
  const { run } = one;
  if (run.kind === 'speech' || one.joins || run.continues) return true;
  const text = (stage.texts[run.span.paragraph] ?? '').slice(run.span.start, run.span.end);
  return one.by === 'words' && countWords(text) >= MIN_FRAGMENT_WORDS;
}
