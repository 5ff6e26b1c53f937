import type { Gender, Person } from '../../../people/person.ts';
import type { BulletWords } from '../bullet-words.ts';
import type { Edit } from '../draft.ts';
import type { Line, Story } from '../story.ts';
import type { Token } from '../token.ts';
import { AGE } from './definite-phrases.ts';
import { findIntroduction } from './introduction.ts';
import { findByAge, findSubject } from './subject.ts';

/** A name in the place of the "he" or "the 45-year-old" that opens a sentence. */
export interface Replacing {
  readonly person: Person;
  /** With the office, for where nothing above has introduced the person. */
  readonly introducing: Edit;
  readonly naming: Edit;
}

/** "He resigned", "The 45-year-old resigned" → "Tomas Verrin resigned", where it is certain who. */
export function replaceSubject(
  story: Story,
  line: Line,
  kept: readonly Token[],
): Replacing | undefined {
  const at = kept.findIndex(({ kind }) => kind === 'word');
  const first = kept[at];
  if (first === undefined || first.isNested) return undefined;
  const age = story.words.definites.has(first.lower) ? kept[at + 1] : undefined;
  const years = AGE.exec(age?.lower ?? '')?.[1];
  if (age !== undefined && years !== undefined)
    return nameFor(story, findByAge(story, years), { start: first.start, end: age.end });
  const gender = genderOf(first.lower, story.words);
  if (gender === undefined) return undefined;
  return nameFor(story, findSubject(story, line, gender), { start: first.start, end: first.end });
}

function nameFor(
  story: Story,
  person: Person | undefined,
  place: { readonly start: number; readonly end: number },
): Replacing | undefined {
  const introduction = person === undefined ? undefined : findIntroduction(story, person);
  if (person === undefined || introduction === undefined) return undefined;
  return {
    person,
    introducing: { ...place, insert: introduction.insert },
    naming: { ...place, insert: { span: introduction.name } },
  };
}

function genderOf(lower: string, words: BulletWords): Gender | undefined {
  if (words.subjectMale.has(lower)) return 'male';
  return words.subjectFemale.has(lower) ? 'female' : undefined;
}
