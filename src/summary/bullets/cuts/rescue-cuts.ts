import type { Clause } from '../clause.ts';
import { afterDateline } from './after-dateline.ts';
import type { Cut } from './cut.ts';
import { findLastConjunct } from './last-conjunct.ts';
import { findRescueByEnding } from './rescue-by-ending.ts';
import { findInsertions, findLeads } from './rescue-openings.ts';
import { findTails } from './rescue-tails.ts';
import { findSourceDetails } from './source-details.ts';

/**
 * What goes from a sentence that is too long whatever else goes, and would be told nowhere: all that stands before its
 * statement, between its subject and its verb, or behind its statement, but no condition, and no denial but of what goes.
 */
export function findRescueCuts(clause: Clause): readonly Cut[] {
  const from = afterDateline(clause);
  if (clause.words.finiteVerbs.size === 0) return findRescueByEnding(clause, from);
  return [
    ...findLeads(clause, from),
    ...findInsertions(clause, from),
    ...findTails(clause, from),
    ...findSourceDetails(clause),
    ...findLastConjunct(clause),
  ];
}
