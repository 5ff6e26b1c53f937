import type { Gender, Person } from '../../../people/person.ts';
import type { Line, Story } from '../story.ts';

/** So far back a chain of "He …" sentences is followed. */
const MAX_STEPS = 4;

/**
 * Whom a "he" or "she" that opens the sentence means, where that is certain: the only person whom the sentence before
 * names, or whom it means itself by a "he" or "she" at its start.
 */
export function findSubject(story: Story, line: Line, gender: Gender): Person | undefined {
  let before = story.lines[line.index - 1];
  for (let step = 0; step < MAX_STEPS && before !== undefined; step += 1) {
    const people = new Set(before.named.map(({ person }) => person));
    const [only] = people;
    if (people.size === 1 && only !== undefined) return fits(only, gender) ? only : undefined;
    if (people.size > 1) return firstOfItsKind(people, gender);
    // A sentence about nobody breaks the chain, unless it goes on about the same person.
    if (!opensWith(story, before, gender)) return undefined;
    before = story.lines[before.index - 1];
  }
  return undefined;
}

/** The only person whom the article says to be so old: "Ruth Calloway, 45,". */
export function findByAge({ lines, article }: Story, age: string): Person | undefined {
  const found = new Set<Person>();
  for (const { named } of lines) {
    for (const { person, mention } of named) {
      const text = article.paragraphs[mention.name.paragraph] ?? '';
      const behind = text.slice(mention.name.end, mention.name.end + 8);
      if (/^, (\d{1,3})\b/u.exec(behind)?.[1] === age) found.add(person);
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The only one who can be meant among several, as far as the article tells. */
function firstOfItsKind(people: ReadonlySet<Person>, gender: Gender): Person | undefined {
  const fitting = [...people].filter((person) => person.gender === gender);
  const isOthersKnown = [...people].every((person) => person.gender !== undefined);
  return fitting.length === 1 && isOthersKnown ? fitting[0] : undefined;
}

function fits(person: Person, gender: Gender): boolean {
  return person.gender === gender;
}

function opensWith({ words }: Story, { tokens }: Line, gender: Gender): boolean {
  const pronouns = gender === 'male' ? words.male : words.female;
  return tokens.slice(0, 4).some(({ lower }) => pronouns.has(lower));
}
