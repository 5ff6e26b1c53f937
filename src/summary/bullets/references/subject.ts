import type { Gender, Person } from '../../../people/person.ts';
import type { BulletWords } from '../bullet-words.ts';
import { hasFiniteVerb, isFiniteVerb, type Clause, type Run } from '../clause.ts';
import { afterDateline } from '../cuts/after-dateline.ts';
import type { Line, Story } from '../story.ts';
import { firstWord, isCapital, type Token } from '../token.ts';
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

/** The person that is the sentence's subject, where nobody else of it can be meant. */
function subjectOf(story: Story, line: Line, gender: Gender): Person | undefined {
  const [first] = line.named;
  if (first === undefined) return undefined;
  const { titled, name } = first.mention;
  const at = line.tokens.findIndex((token) => token.start === titled.start);
  const behind = line.tokens.findIndex((token) => token.start >= name.end);
  if (at < 0 || !isSubject(story, line, { from: at, to: behind })) return undefined;
  const text = story.article.paragraphs[line.sentence.span.paragraph] ?? '';
  if (/^['’]s?\b/u.test(text.slice(name.end))) return undefined;
  const others = new Set(line.named.map(({ person }) => person));
  others.delete(first.person);
  const isOnly = [...others].every(
    (other) => other.gender !== undefined && other.gender !== gender,
  );
  // Of somebody whose name tells nothing, the pronoun itself tells whether he or she is meant.
  if (!isOnly || (first.person.gender ?? gender) !== gender) return undefined;
  return countPersonWords(story, line, first.person) === 0 ? first.person : undefined;
}

/** Whether a name is what its sentence is about. */
function isSubject(story: Story, line: Line, name: Run): boolean {
  const { tokens } = line;
  const clause: Clause = { tokens, words: story.words };
  const told = afterDateline(clause);
  const opening = tokens.findIndex(({ kind }, at) => at >= told && kind === 'word');
  return (
    isBehindTitle(clause, opening, name) ||
    isBehindLead(clause, opening, name) ||
    isSpeaker(clause, line, name)
  );
}

const MAX_TITLE_TOKENS = 6;

/** "X sat", "Norrland’s Harbour Master X sat", "Director of Harbour Safety X sat"; but "Friends of X sat". */
function isBehindTitle({ tokens, words }: Clause, opening: number, { from }: Run): boolean {
  const title = tokens.slice(opening, from);
  if (title.length === 0) return from === opening;
  if (title.length > MAX_TITLE_TOKENS || !isCapital(title.at(-1))) return false;
  return title.every((token) =>
    isCapital(token) ? !words.functionWords.has(token.lower) : words.complements.has(token.lower),
  );
}

/** "At the harbour, X sat", "Last May, X, a pilot, left": what sets the scene has no verb, and the name has one. */
function isBehindLead(clause: Clause, opening: number, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const comma = tokens.findIndex(({ text }) => text === ',');
  const next = tokens[to];
  if (comma < 0 || comma !== from - 1 || next === undefined || next.isNested) return false;
  if (hasFiniteVerb(clause, { from: opening, to: comma })) return false;
  return next.text === ',' || isFiniteVerb(next, words);
}

/** "“…,” said X", "“…,” X said.": the speaker, who stands behind the verb or at the end. */
function isSpeaker({ tokens, words }: Clause, { named }: Line, { from, to }: Run): boolean {
  const isReporting = (at: number): boolean => words.reporting.has(tokens[at]?.lower ?? '');
  if (isReporting(from - 1)) return tokens[from - 2]?.kind === 'mark';
  const isLast = tokens.slice(to + 1).every(({ kind }) => kind === 'mark');
  return named.length === 1 && tokens[from - 1]?.kind === 'mark' && isReporting(to) && isLast;
}

/** How many nouns for one person the sentence has beside those that say what somebody is. */
function countPersonWords({ words }: Story, line: Line, person?: Person): number {
  const spans = person?.roles.map(({ span }) => span) ?? [];
  const names = person?.mentions.map(({ name }) => name.end) ?? [];
  return line.tokens.filter(
    (token, at) =>
      !token.isNested &&
      isPersonWord(token, words) &&
      !isOfSeveral(token.lower) &&
      !isAttribute(words, line.tokens[at + 1]) &&
      !spans.some(({ start, end }) => start <= token.start && token.end <= end) &&
      !isApposition({ tokens: line.tokens, words }, at, names),
  ).length;
}

/** "women", "7-year-olds": none of them is a "she". */
function isOfSeveral(lower: string): boolean {
  return /(?:[^s]s|men|people|children)$/u.test(lower);
}

/** "a student loan", "his victim support": the noun behind tells what is spoken of. */
function isAttribute(words: BulletWords, next: Token | undefined): boolean {
  return (
    next !== undefined &&
    /^\p{Ll}{4,}$/u.test(next.text) &&
    !words.functionWords.has(next.lower) &&
    !words.pastVerbs.has(next.lower) &&
    !isFiniteVerb(next, words) &&
    !/(?:ed|ing|ly)$/u.test(next.lower)
  );
}

const MAX_BEFORE_NOUN = 4;

/** "Mara Lund, a nurse", "Mara Lund, a pilot’s widow": the noun behind the name and an article. */
function isApposition({ tokens, words }: Clause, at: number, names: readonly number[]): boolean {
  const comma = tokens.findLastIndex(({ text }, index) => index < at && text === ',');
  const before = tokens[comma - 1];
  return (
    comma > 0 &&
    at - comma <= MAX_BEFORE_NOUN &&
    words.indefinites.has(tokens[comma + 1]?.lower ?? '') &&
    before !== undefined &&
    names.includes(before.end)
  );
}

function opensWith({ words }: Story, { tokens }: Line, gender: Gender): boolean {
  const pronouns = gender === 'male' ? words.male : words.female;
  return pronouns.has(firstWord(tokens)?.lower ?? '');
}
