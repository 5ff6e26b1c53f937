import type { Clause } from '../clause.ts';
import { findAsideCuts } from './aside-cuts.ts';
import { findClauseCuts } from './clause-cuts.ts';
import type { Cut } from './cut.ts';
import { findDayCuts } from './day-cuts.ts';
import { findFillerCuts } from './filler-cuts.ts';
import { findLeadingStatements } from './leading-statements.ts';
import { findMeans } from './means.ts';
import { findModifierCuts } from './modifier-cuts.ts';
import { findOccasions } from './occasions.ts';
import { findOpeningCuts } from './opening-cuts.ts';
import { findPhraseCuts } from './phrase-cuts.ts';
import { findSubordinateCuts } from './subordinate-cuts.ts';

/** Everything that a sentence can do without, in the order of its words. */
export function findCuts(clause: Clause): readonly Cut[] {
  return [
    ...findOpeningCuts(clause),
    ...findLeadingStatements(clause),
    ...findFillerCuts(clause),
    ...findAsideCuts(clause),
    ...findClauseCuts(clause),
    ...findSubordinateCuts(clause),
    ...findPhraseCuts(clause),
    ...findMeans(clause),
    ...findModifierCuts(clause),
    ...findOccasions(clause),
    ...findDayCuts(clause),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}
