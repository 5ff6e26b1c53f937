import type { BulletWords } from '../bullet-words.ts';
import { isFiniteVerb, type Clause } from '../clause.ts';
import type { Edit } from '../draft.ts';
import type { Line, Naming, Story } from '../story.ts';
import { isCapital, type Token } from '../token.ts';
import { findDefiniteNouns } from './definite-nouns.ts';
import { AGE, findDefinitePhrases, type DefinitePhrase } from './definite-phrases.ts';
import { findFullerPhrase } from './fuller-phrase.ts';
import { NEED_WEIGHT, type Need } from './need.ts';

/** "the deal", where the article spoke of it before or takes up what it told. */
export function findThingNeeds(story: Story, line: Line, clause: Clause): readonly Need[] {
  const { words } = story;
  const needs: Need[] = [];
  const seen = new Set<string>();
  const find = words.finiteVerbs.size === 0 ? findDefiniteNouns : findDefinitePhrases;
  for (const phrase of find(clause, story.article.language)) {
    const { stem, head, isExplained, from } = phrase;
    const isKnown =
      isExplained ||
      namesSomebody(clause, line, phrase) ||
      seen.has(stem) ||
      stemBefore(clause, from - 1, head) ||
      isNamedBefore(clause, line, phrase);
    seen.add(stem);
    if (isKnown || words.uniqueNouns.has(head)) continue;
    const isSpokenOf = (story.firstAt.get(stem) ?? line.index) < line.index;
    // What the sentence is about weighs more than what it mentions.
    const isSubject = from <= 2 && line.index > 0 && (isSpokenOf || words.finiteVerbs.size > 0);
    // Of the first sentence only the subject can take up what stands above the text.
    const isTakenUp = (line.index > 0 || from <= 2) && isTakenUpNoun(head, words);
    if (!isTakenUp && !isSpokenOf && !isSubject) continue;
    // "een nieuw plan", "het nieuwe plan": where words end otherwise behind another article, those from elsewhere do not fit.
    const repair = words.isVerbSecond
      ? undefined
      : repairOf(story, line, { tokens: clause.tokens, phrase });
    const weight = isTakenUp || isSubject ? NEED_WEIGHT.general : NEED_WEIGHT.other;
    needs.push({ kind: 'thing', stem, weight, ...(repair === undefined ? {} : { repair }) });
  }
  return needs;
}

/** "the 45-year-old Emil Haug", "der 45-jährige Haug" */
function namesSomebody({ tokens }: Clause, { named }: Line, { from, to }: DefinitePhrase): boolean {
  const phrase = tokens.slice(from, to);
  return named.some(({ mention }) => phrase.some(({ start }) => start === mention.name.start));
}

/** What takes up somebody or something that was told of before: "the deal", "the firm", "the Spaniard", "the 45-year-old". */
function isTakenUpNoun(head: string, words: BulletWords): boolean {
  return (
    words.generalNouns.has(head) ||
    words.categoryNouns.has(head) ||
    words.demonyms.has(head) ||
    AGE.test(head)
  );
}

/** "Emil Haug won as the Dane …", "Ostvik Ferries said that the company …": whose kind it is stands before it. */
function isNamedBefore(
  { tokens, words }: Clause,
  { named }: Line,
  { from, to, head }: DefinitePhrase,
): boolean {
  const before = tokens.slice(0, from - 1);
  const isOfPeople = (token: Token): boolean =>
    named.some(
      ({ mention }) => token.start >= mention.titled.start && token.end <= mention.name.end,
    );
  const isBefore = ({ mention }: Naming): boolean => mention.name.end <= (tokens[from]?.start ?? 0);
  // "told the Dane": whoever did so is another.
  const next = tokens[to];
  const isSubject = next !== undefined && isFiniteVerb(next, words);
  if (words.demonyms.has(head) || AGE.test(head)) return isSubject && before.some(isOfPeople);
  if (words.groupNouns.has(head) && named.filter(isBefore).length > 1) return true;
  // Of men and officers the one who is named may be another.
  if (!words.categoryNouns.has(head) || words.personNouns.has(head)) return false;
  return before.some(
    (token, at) =>
      isCapital(token) &&
      !isOfPeople(token) &&
      !words.weekdays.has(token.base) &&
      !words.timeOpeners.has(token.base) &&
      (at > 0 || POSSESSIVE.test(token.lower) || isCapital(before[1])),
  );
}

const POSSESSIVE = /(?:'s|s')$/u;

/** Only a bare "the deal" is mended: one that has words of its own says another thing. */
function repairOf(
  story: Story,
  line: Line,
  { tokens, phrase }: { readonly tokens: readonly Token[]; readonly phrase: DefinitePhrase },
): Edit | undefined {
  // Of companies, countries and men there are many in a story; which one is meant, nobody can tell for certain.
  if (story.words.categoryNouns.has(phrase.head) || phrase.head.endsWith('ed')) return undefined;
  const determiner = tokens[phrase.from - 1];
  const noun = tokens[phrase.from];
  if (phrase.to - phrase.from !== 1 || determiner === undefined || noun === undefined)
    return undefined;
  // "according to the report": of sources there may be several.
  const source = tokens[phrase.from - 2]?.lower ?? '';
  if (source === 'to' || story.words.reporting.has(source)) return undefined;
  return findFullerPhrase(story, line, { head: phrase.head, determiner, noun });
}

/** Whether the same noun stands earlier in the sentence. */
function stemBefore({ tokens }: Clause, before: number, head: string): boolean {
  const singular = head.replace(/s$/u, '');
  return tokens
    .slice(0, Math.max(0, before))
    .some(({ lower }) => lower.replace(/s$/u, '') === singular);
}
