import { givenNameGender } from '../../../people/lexicon.ts';
import type { Person } from '../../../people/person.ts';
import type { BulletWords } from '../bullet-words.ts';
import { isFiniteVerb } from '../clause.ts';
import type { Edit, Insert } from '../draft.ts';
import type { Line, Naming, Story } from '../story.ts';
import type { Token } from '../token.ts';
import { findIntroduction, hasOffice, isIntroduced, type Introduction } from './introduction.ts';

/** A name in a bullet, and the edit that introduces it when nothing above has. */
export interface Introducing {
  readonly person: Person;
  readonly edit: Edit | undefined;
}

/** Everybody named in what is kept, at their first place. */
export function findIntroducing(
  story: Story,
  line: Line,
  kept: readonly Token[],
): readonly Introducing[] {
  const seen = new Set<Person>();
  return line.named.flatMap((naming) => {
    const token = kept.find(({ start }) => start === naming.mention.name.start);
    if (token === undefined || seen.has(naming.person)) return [];
    seen.add(naming.person);
    // Nobody's words between marks are touched.
    const edit = token.isNested ? undefined : introductionEdit(story, { line, naming, kept });
    return [{ person: naming.person, edit }];
  });
}

interface Place {
  readonly line: Line;
  readonly naming: Naming;
  readonly kept: readonly Token[];
}

function introductionEdit(story: Story, { line, naming, kept }: Place): Edit | undefined {
  const { person, mention } = naming;
  if (isIntroduced(story, naming)) return undefined;
  const introduction = findIntroduction(story, person);
  if (introduction === undefined) return undefined;
  if (mention.form === 'full' && !introduction.hasOffice) return undefined;
  const text = story.article.paragraphs[mention.name.paragraph] ?? '';
  const { start } = mention.titled;
  const { end } = mention.name;
  const before = text.slice(Math.max(0, start - 16), start);
  const behind = text.slice(end, end + MAX_NAME_CHARS);
  if (isPartOfName(behind, before) || namesAThing(story, line, start)) return undefined;
  if (isAttribute(story, behind) || isCommonNoun(story, before)) return undefined;
  // "Van Hesselt": a part of the name that goes unseen.
  const wordBefore = /(\p{L}+) $/u.exec(before)?.[1]?.toLowerCase() ?? '';
  if (person.name.toLowerCase().split(' ').includes(wordBefore)) return undefined;
  // A firm may be called like the first name of somebody in the story.
  const shown = text.slice(mention.name.start, end);
  if (!endsName(person.name, shown) && mention.form !== 'full' && !isGivenName(shown))
    return undefined;
  const hasOwnOffice = hasOffice(text.slice(start, mention.name.start), story.words);
  // "Mr." goes with the surname that it stands before; an office stays.
  const nameStart = hasOwnOffice ? mention.name.start : start;
  const nameOnly =
    mention.form === 'full'
      ? undefined
      : { start: nameStart, end, insert: { span: introduction.name } };
  if (hasOwnOffice || !fitsOffice(story, introduction, { before, behind })) return nameOnly;
  // Where nouns have cases, what stands behind a name has the case of its sentence: of its subject it is certain.
  const isInCase = introduction.insert.after !== undefined && story.words.hasCases;
  if (isInCase && start !== line.sentence.span.start) return nameOnly;
  if (saysAlready(story, introduction, kept) || isCarriedInside(story, introduction, start))
    return nameOnly;
  return { start, end, insert: withComma(introduction.insert, behind) };
}

const MAX_NAME_CHARS = 60;

function isGivenName(name: string): boolean {
  return givenNameGender(name.toLowerCase()) !== undefined;
}

/** "Holt" in "Emil Holt" and in "Emil Holt Jr." */
function endsName(name: string, end: string): boolean {
  return name.replace(/,? (?:[JS]r\.?|I{2,3}|IV)$/u, '').endsWith(end);
}

/** "the King's beliefs": behind an article it is what somebody is, and nobody's name. */
function isCommonNoun({ words }: Story, before: string): boolean {
  return words.definites.has(/(\p{L}+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? '');
}

/** "the Poole and Holt trials", "the Holt family": the noun behind tells what is spoken of. */
function isAttribute({ words }: Story, behind: string): boolean {
  const noun = /^ (\p{Ll}+)/u.exec(behind)?.[1];
  if (noun === undefined || words.functionWords.has(noun) || words.finiteVerbs.size === 0)
    return false;
  return (
    !words.finiteVerbs.has(noun) && !words.pastVerbs.has(noun) && !/(?:ed|ing|ly)$/u.test(noun)
  );
}

/** "his model village Brask": a place or a ship of the same name, unless the noun is one for people. */
function namesAThing({ words }: Story, { tokens }: Line, start: number): boolean {
  const at = tokens.findIndex((token) => token.start === start);
  const noun = tokens[at - 1];
  if (noun === undefined || !isCommon(noun, words) || words.personNouns.has(noun.lower))
    return false;
  let first = at - 1;
  while (first > at - MAX_PHRASE_WORDS && isCommon(tokens[first], words)) first -= 1;
  return words.determiners.has(tokens[first]?.lower ?? '');
}

const MAX_PHRASE_WORDS = 4;

/** A small word that can be a noun or stand before one. */
function isCommon(token: Token | undefined, words: BulletWords): boolean {
  if (token?.kind !== 'word' || !/^\p{Ll}/u.test(token.text)) return false;
  return (
    !words.functionWords.has(token.lower) &&
    !words.determiners.has(token.lower) &&
    !words.pastVerbs.has(token.lower) &&
    !isFiniteVerb(token, words)
  );
}

/** Half of a firm's or a band's name, or of a compound: "Holt & Brask", "Moe, Lund & Fenn", "Holt-based". */
function isPartOfName(behind: string, before: string): boolean {
  return (
    // "Ann Poole, née Holt"
    /(?:& |\bn[eé]e )$/u.test(before) ||
    /^(?: ?&|[-–\p{L}\p{N}]|(?:, \p{Lu}[\p{L}'’]+)+,? &)/u.test(behind)
  );
}

/**
 * Whether the words around leave room for an office. "the Verrin visit", "Verrin's": only a name fits there; "Verrin, 71,":
 * the comma sets off something already; in a list of names an apposition would be one more of them.
 */
function fitsOffice(
  { words }: Story,
  { insert }: Introduction,
  { before, behind }: { readonly before: string; readonly behind: string },
): boolean {
  const wordBefore = /(\p{L}+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  if (/^['’(-]/u.test(behind) || behind.startsWith(' (') || words.determiners.has(wordBefore))
    return false;
  if (insert.after === undefined)
    return !behind.startsWith(', ') || !words.determiners.has(wordBefore);
  const isListed =
    words.listWords.has(wordBefore) ||
    /[,;] $/u.test(before) ||
    startsWithListWord(behind, words.listWords);
  return !behind.startsWith(',') && !isListed;
}

function startsWithListWord(behind: string, listWords: ReadonlySet<string>): boolean {
  return listWords.has(/^ (\p{L}+)/u.exec(behind)?.[1]?.toLowerCase() ?? '');
}

/** Whether the sentence itself has the office's words: "As governor, Fenn", "the former striker Moe". */
function saysAlready(
  { article, words }: Story,
  { insert, name }: Introduction,
  kept: readonly Token[],
): boolean {
  const paragraph = article.paragraphs[insert.span.paragraph] ?? '';
  const office =
    paragraph.slice(insert.span.start, name.start) + paragraph.slice(name.end, insert.span.end);
  const said = new Set(kept.map(({ base }) => base));
  return office
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 3 && !words.functionWords.has(word) && said.has(word));
}

/** An office that opens a sentence has a capital there that it must not keep inside another: "said Harbour pilot X". */
function isCarriedInside(
  { article, lines, words }: Story,
  { insert, name }: Introduction,
  start: number,
): boolean {
  const { span } = insert;
  if (span.start === name.start || words.nounsAreCapital) return false;
  const opens = (place: number, paragraph: number): boolean =>
    lines.some(
      ({ sentence }) => sentence.span.paragraph === paragraph && sentence.span.start === place,
    );
  const first =
    (article.paragraphs[span.paragraph] ?? '').slice(span.start, name.start).split(' ')[0] ?? '';
  if (first.endsWith('.') || !opens(span.start, span.paragraph)) return false;
  return !lines.some(({ sentence }) => sentence.span.start === start);
}

/** An apposition's second comma, unless a mark stands there already. */
function withComma(insert: Insert, behind: string): Insert {
  return insert.after !== undefined && /^[.,;:!?]/u.test(behind) ? { span: insert.span } : insert;
}
