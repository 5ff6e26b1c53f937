import { findTopics, type Topics } from '../ranking/similarity.ts';
import type { Form, FormsOf } from './form.ts';
import type { Need } from './references/need.ts';
import type { Line, Story } from './story.ts';

/** A place, a kicker, a greeting or a question may stand above it. */
const MAX_ABOVE = 3;
/** An opening that has nothing to do with the headline leads up to the news within so many sentences. Ours. */
const MAX_LEADING_UP = 5;
/** How much of the headline an opening has at most that does not tell the news, and one that tells it at least. */
const SHARE = { aside: 0.15, news: 0.3 } as const;

/**
 * The sentence that tells what the news is: the story's first statement, unless that one only leads up to it ("Most
 * people give up sweets for Lent") and another says what the headline does.
 */
export function findLede(story: Story, formsOf: FormsOf): Line | undefined {
  const needsOf = (line: Line): readonly Need[] => formsOf(line)[0]?.needs ?? [];
  const first = story.lines.slice(0, MAX_ABOVE + 1).find((line) => isAble(needsOf(line)));
  if (first === undefined || story.titleStems.size === 0) return first;
  const shareOf = ({ sentence }: Line): number =>
    headlineShare(story, findTopics(sentence.text, story.article.language));
  if (shareOf(first) >= SHARE.aside) return first;
  const behind = story.lines.slice(first.index + 1, MAX_LEADING_UP + 1);
  return behind.find((line) => shareOf(line) >= SHARE.news && isWhole(needsOf(line))) ?? first;
}

function isAble(needs: readonly Need[]): boolean {
  return needs.every(({ kind }) => kind !== 'never');
}

/** What tells the news is not about what another sentence named. */
function isWhole(needs: readonly Need[]): boolean {
  return needs.every(
    (need) =>
      need.kind !== 'never' && !(need.kind === 'sentence-before' && need.isSubject === true),
  );
}

/**
 * What the news opens with is worth so much more, in the ranking's units: what else is told leans on it. Set by reading.
 */
export const LEDE_WEIGHT = 0.5;

/** Not what may be a caption, the writer's word to the reader, or a sentence that leans on what opened the text. */
export function opensNews({ needs }: Form): boolean {
  return needs.every((need) => need.kind === 'thing' || leansOnItself(need));
}

/** "his", "this time": in an opening they mean what it tells itself; an "it" that it is about may be a riddle. */
export function leansOnItself(need: Need): boolean {
  if (need.kind === 'sentence-before') return need.isSubject !== true;
  return need.kind === 'somebody';
}

/** How much of the headline is told, 0..1; 0 where there is none. */
export function headlineShare({ titleStems }: Story, told: Topics): number {
  if (titleStems.size === 0) return 0;
  let count = 0;
  for (const stem of titleStems) if (told.has(stem)) count += 1;
  return count / titleStems.size;
}
