import type { Clause } from '../clause.ts';
import { hasStop } from '../has-stop.ts';
import type { Line, Story } from '../story.ts';
import type { Token } from '../token.ts';
import { NEED_WEIGHT, type Need } from './need.ts';
import { findGenderedPronounNeeds } from './gendered-pronoun-needs.ts';
import { findNameNeeds } from './name-needs.ts';
import { findPhraseNeeds } from './phrase-needs.ts';
import { findPronounNeeds } from './pronoun-needs.ts';
import { findReportedNeeds } from './reported-needs.ts';
import { findStatementNeeds } from './statement-needs.ts';
import { findThingNeeds } from './thing-needs.ts';
import { findVoiceNeeds } from './voice-needs.ts';
import { whyNever } from './why-never.ts';

/**
 * What a sentence needs so that it is understood alone. `kept` are the tokens that tightening left, `resolved` the
 * indexes of those that another place's words stand in for.
 */
export function findNeeds(
  story: Story,
  line: Line,
  { kept, resolved }: { readonly kept: readonly Token[]; readonly resolved: ReadonlySet<number> },
): readonly Need[] {
  const clause: Clause = { tokens: kept, words: story.words };
  const never = whyNever(clause, line, resolved);
  if (never !== undefined) return [{ kind: 'never', because: never }];
  return [
    ...findThingNeeds(story, line, clause),
    ...findNameNeeds(story, line, clause),
    // Where verbs are not known things have genders, or no pronouns of their own.
    ...(story.words.finiteVerbs.size === 0
      ? findGenderedPronounNeeds(clause, line, { resolved, language: story.article.language })
      : findPronounNeeds(clause, { line, nameWords: story.nameWords, resolved })),
    ...findReportedNeeds(clause, story.article.language),
    ...findPhraseNeeds(clause),
    ...findVoiceNeeds(story, clause),
    ...findStatementNeeds(clause, line),
    ...(hasStop(line.sentence.text) ? [] : [{ kind: 'stop', weight: NEED_WEIGHT.stop } as const]),
  ];
}
