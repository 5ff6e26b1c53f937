import type { Span } from '../../../article/article.ts';
import { givenNameGender, lexiconOf } from '../../../people/lexicon.ts';
import type { Person } from '../../../people/person.ts';
import type { Insert } from '../draft.ts';
import type { Naming, Story } from '../story.ts';
import type { BulletWords } from '../bullet-words.ts';
import { sizeInWords } from '../size-in-words.ts';
import { findTokens } from '../token.ts';

/** More words before or behind a name would be the bullet's subject and not its introduction. */
const MAX_TITLE_WORDS = 6;
const MAX_ROLE_WORDS = 9;

/** Somebody is introduced early; whoever is named a thousand times need not be looked at each time. */
const MAX_PLACES = 20;

/** How the article introduces somebody: the full name with the office before it or behind it. */
export interface Introduction {
  readonly insert: Insert;
  /** The full name alone, for where a possessive or a mark follows. */
  readonly name: Span;
  /** Whether it tells more than the name. */
  readonly hasOffice: boolean;
}

/** The best introduction that the article has, or nothing where it never gives the full name. */
export function findIntroduction(story: Story, person: Person): Introduction | undefined {
  const { article, words } = story;
  const { kin } = lexiconOf(article.language);
  const full = person.mentions.slice(0, MAX_PLACES).filter(({ form }) => form === 'full');
  const [first] = full;
  if (first === undefined || !isCertain(person, full.length)) return undefined;
  const textAt = ({ paragraph, start, end }: Span): string =>
    (article.paragraphs[paragraph] ?? '').slice(start, end);
  const titled = full.find(({ name, titled: whole }) => {
    const extra = sizeInWords(textAt(whole)) - sizeInWords(textAt(name));
    return (
      extra > 0 &&
      extra <= MAX_TITLE_WORDS &&
      hasOffice(textAt({ ...whole, end: name.start }), words) &&
      !isHalfTitle(article.paragraphs[whole.paragraph] ?? '', whole.start, words) &&
      fitsAnywhere(textAt({ ...whole, end: name.start }), words) &&
      // "father Roy Poole": whose, one would ask.
      !kin.has(textAt(whole).split(' ')[0]?.toLowerCase() ?? '')
    );
  });
  if (titled !== undefined) {
    const span = titled.titled;
    return { insert: { span }, name: titled.name, hasOffice: true };
  }
  for (const { name } of full) {
    const role = person.roles
      .slice(0, MAX_PLACES)
      .find(({ kind, span }) => kind === 'apposition' && isRightBehind(textAt, name, span));
    if (role === undefined || sizeInWords(role.text) > MAX_ROLE_WORDS) continue;
    if (leansOnOthers(role.text, words)) continue;
    // "the world No. 1", "der Minister für Innen- und" have more to come.
    if (
      /^(?:\.? ?\d|-)/u.test((article.paragraphs[role.span.paragraph] ?? '').slice(role.span.end))
    )
      continue;
    const span = { paragraph: name.paragraph, start: name.start, end: role.span.end };
    return {
      insert: { span, after: ',' },
      name,
      hasOffice: true,
    };
  }
  return {
    insert: { span: first.name },
    name: first.name,
    hasOffice: false,
  };
}

/**
 * Whether it is a name for certain: said more than once, with a given name that is known, or with what its bearer is.
 * "Blame Roy Poole", "Buying Poole" look like names where they open a sentence or a heading.
 */
function isCertain({ name, roles, mentions }: Person, times: number): boolean {
  const [given = ''] = name.toLowerCase().split(' ');
  // Whoever is called by one name before both stand there may be another.
  if (mentions[0]?.form !== 'full') return false;
  if (times > 1 || roles.length > 0 || givenNameGender(given) !== undefined) return true;
  return mentions.some(({ name: place, titled }) => titled.start < place.start);
}

/** "search and rescue chief Roy Poole": of what he is chief stands before it. */
function isHalfTitle(text: string, start: number, words: BulletWords): boolean {
  const before = /([\p{L}’'-]+) $/u.exec(text.slice(0, start))?.[1]?.toLowerCase();
  if (before === undefined || !/^\p{Ll}/u.test(text.slice(start))) return false;
  return ![
    words.functionWords,
    words.determiners,
    words.reporting,
    words.finiteVerbs,
    words.pastVerbs,
  ].some((those) => those.has(before));
}

/**
 * Whether a title can stand before its name in any sentence. In German what has no ending of its case and no adjective
 * ("dem neuen Präsidenten Emil Haug"), in Dutch one word alone ("burgemeester"), elsewhere what is written with a capital: in
 * Romance languages an office in small letters has an article, which goes with some prepositions and not with others.
 */
function fitsAnywhere(title: string, words: BulletWords): boolean {
  // Of languages whose verbs are known everything can stand anywhere: "mayor Emil Haug".
  if (words.finiteVerbs.size > 0) return true;
  const parts = title.trim().split(' ');
  if (!words.isVerbSecond) return /^\p{Lu}/u.test(title);
  if (!words.nounsAreCapital) return parts.length === 1;
  if (parts.some((part) => /^\p{Ll}/u.test(part))) return false;
  // "Ostviker Bürgermeister": an adjective too.
  if (parts.slice(0, -1).some((part) => /[^-]er$/u.test(part))) return false;
  return !/(?:[^s]s|en|(?:end|et|igt|agt|iert|andt)e[rms]?)$/u.test(parts.at(-1) ?? '');
}

/** "his father", "my lawyer": only what stands around tells whose. */
function leansOnOthers(role: string, words: BulletWords): boolean {
  return findTokens(role, 0).some(
    ({ base }) =>
      words.male.has(base) ||
      words.female.has(base) ||
      words.plural.has(base) ||
      words.neuter.has(base) ||
      words.possessives.has(base) ||
      words.firstPerson.has(base) ||
      words.secondPerson.has(base),
  );
}

/** "X, a fellow": nothing but a comma and an article between. */
function isRightBehind(textAt: (span: Span) => string, name: Span, role: Span): boolean {
  if (role.paragraph !== name.paragraph || role.start < name.end || role.start - name.end > 12)
    return false;
  const between = textAt({ paragraph: name.paragraph, start: name.end, end: role.start });
  return /^, (?:\p{L}{1,4} )?$/u.test(between);
}

/** Whether the sentence itself says who it is: a title before the name, a comma or a verb of being behind it. */
export function isIntroduced({ article, words }: Story, { mention }: Naming): boolean {
  const { name, titled, form } = mention;
  if (form !== 'full') return false;
  const paragraph = article.paragraphs[name.paragraph] ?? '';
  if (hasOffice(paragraph.slice(titled.start, name.start), words)) return true;
  const before = paragraph.slice(Math.max(0, name.start - 2), name.start);
  const behind = paragraph.slice(name.end, name.end + 8);
  return before === ', ' || /^(?:,| \(| is | was | ist | war )/u.test(behind);
}

/** Whether what stands before a name says more than how one addresses its bearer. */
export function hasOffice(title: string, words: BulletWords): boolean {
  const bare = title.trim().toLowerCase();
  return bare !== '' && !words.address.has(bare);
}
