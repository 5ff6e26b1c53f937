import type { Gender, Person } from '../../../people/person.ts';
import type { Line, Story } from '../story.ts';
import { firstWord } from '../token.ts';
import { isPersonWord } from './person-word.ts';

/** So far back a chain of "He …" sentences is followed. */
const MAX_STEPS = 4;

/**
 * Whom a "he" or "she" that opens the sentence means, where that is certain: whoever is the subject of the sentence
 * before and the only one there who can be meant, or whom that sentence means itself by a "he" or "she" at its start.
 */
export function findSubject(story: Story, line: Line, gender: Gender): Person | undefined {
  let before = story.lines[line.index - 1];
  for (let step = 0; step < MAX_STEPS && before !== undefined; step += 1) {
    if (before.named.length > 0) return subjectOf(story, before, gender);
    // A sentence about nobody breaks the chain, unless it goes on about the same person.
    if (!opensWith(story, before, gender) || countPersonWords(story, before) > 0) return undefined;
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

/** The person that the sentence opens with, where nobody else of it can be meant. */
function subjectOf(story: Story, line: Line, gender: Gender): Person | undefined {
  const [first] = line.named;
  const opening = firstWord(line.tokens);
  if (first === undefined || opening === undefined) return undefined;
  const { start } = first.mention.titled;
  if (start !== opening.start && !isBehindSaying(story, line, start)) return undefined;
  const text = story.article.paragraphs[line.sentence.span.paragraph] ?? '';
  if (/^['’]s?\b/u.test(text.slice(first.mention.name.end))) return undefined;
  const others = new Set(line.named.map(({ person }) => person));
  others.delete(first.person);
  const isOnly = [...others].every(
    (other) => other.gender !== undefined && other.gender !== gender,
  );
  // Of somebody whose name tells nothing, the pronoun itself tells whether he or she is meant.
  if (!isOnly || (first.person.gender ?? gender) !== gender) return undefined;
  return countPersonWords(story, line, first.person) === 0 ? first.person : undefined;
}

/** "“…,” said X": the speaker, who stands behind the verb. */
function isBehindSaying({ words }: Story, { tokens }: Line, start: number): boolean {
  const at = tokens.findIndex((token) => token.start === start);
  const verb = tokens[at - 1];
  return verb !== undefined && words.reporting.has(verb.lower) && tokens[at - 2]?.kind === 'mark';
}

/** How many nouns for persons the sentence has beside those that say what somebody is. */
function countPersonWords({ words }: Story, line: Line, person?: Person): number {
  const roles = person?.roles ?? [];
  return line.tokens.filter(
    (token) =>
      !token.isNested &&
      isPersonWord(token, words) &&
      !roles.some(({ span }) => span.start <= token.start && token.end <= span.end),
  ).length;
}

function opensWith({ words }: Story, { tokens }: Line, gender: Gender): boolean {
  const pronouns = gender === 'male' ? words.male : words.female;
  return pronouns.has(firstWord(tokens)?.lower ?? '');
}
