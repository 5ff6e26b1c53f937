import { givenNameGender } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { genderOfTitles } from './find-owner.ts';
import type { NamedPerson } from './named-person.ts';
import type { Gender } from './person.ts';
import type { Token } from './tokens.ts';

/** Pronouns so near behind a name tell of its bearer. */
const MAX_PRONOUN_TOKENS = 40;

/** Each person's gender: as titles tell it, else the given name, else the pronouns that follow the name. */
export function findGender(
  people: readonly NamedPerson[],
  paragraphs: readonly (readonly Token[])[],
  lexicon: Lexicon,
): readonly (Gender | undefined)[] {
  const votes = countPronouns(people, paragraphs, lexicon);
  return people.map((person, at) => {
    for (const { run } of person.linked) {
      const told = genderOfTitles(run.titles, lexicon);
      if (told !== undefined) return told;
    }
    const given = givenNameGender(person.fullest.keys[0] ?? '');
    const isFull = person.fullest.keys.length > 1;
    if (isFull && given !== undefined && given !== 'either') return given;
    const { female, male } = votes[at] ?? { female: 0, male: 0 };
    if (female > 2 * male) return 'female';
    return male > 2 * female ? 'male' : undefined;
  });
}

interface Votes {
  female: number;
  male: number;
}

/** The pronouns that follow a name before another is named. */
function countPronouns(
  people: readonly NamedPerson[],
  paragraphs: readonly (readonly Token[])[],
  lexicon: Lexicon,
): readonly Votes[] {
  const votes = people.map(() => ({ female: 0, male: 0 }));
  const named = paragraphs.map(() => [] as { at: number; end: number; person: number }[]);
  people.forEach(({ linked }, person) => {
    for (const { run } of linked)
      named[run.paragraph]?.push({ at: run.start, end: run.end, person });
  });
  named.forEach((runs, paragraph) => {
    runs.sort((a, b) => a.at - b.at);
    const tokens = paragraphs[paragraph] ?? [];
    // Only where the paragraph names one person alone a pronoun is sure to be that one's.
    if (new Set(runs.map(({ person }) => person)).size !== 1) return;
    const [first] = runs;
    const vote = votes[first?.person ?? -1];
    if (first === undefined || vote === undefined) return;
    const until = Math.min(tokens.length, first.end + MAX_PRONOUN_TOKENS);
    for (let at = first.end; at < until; at += 1) {
      const gender = lexicon.pronouns.get(tokens[at]?.key ?? '');
      if (gender !== undefined) vote[gender] += 1;
    }
  });
  return votes;
}
