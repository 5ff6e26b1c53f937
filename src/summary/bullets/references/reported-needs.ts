import { lexiconOf } from '../../../people/lexicon.ts';
import type { Clause } from '../clause.ts';
import { NEED_WEIGHT, type Need } from './need.ts';

/** "Das Boot sei alt": a verb's form says that somebody claims it, and the sentence does not say who. */
export function findReportedNeeds({ tokens, words }: Clause, language: string): readonly Need[] {
  if (words.reportedForms.size === 0) return [];
  const own = tokens.filter(({ isNested }) => !isNested);
  const verb = own.findIndex(({ lower }) => words.reportedForms.has(lower));
  // Behind a comma or a colon it may be what a verb before it reports.
  if (verb < 0 || own.slice(0, verb).some(({ kind }) => kind === 'mark')) return [];
  const { speech } = lexiconOf(language);
  const isTold = own.some(({ lower }) => words.reporting.has(lower) || speech.has(lower));
  return isTold ? [] : [{ kind: 'sentence-before', weight: NEED_WEIGHT.reported }];
}
