import {
  foldName,
  isBareRole,
  isNoName,
  isOrganisation,
  isPersonName,
  isRole,
  properCase,
} from './person-name.ts';
import dates from './date-words.json' with { type: 'json' };
import words from './byline-words.json' with { type: 'json' };

/** No byline is longer, however many people wrote. */
const MAX_LINE_CHARS = 400;
const MAX_AUTHORS = 24;

/**
 * The names in a line that says who wrote the text ("By Mara Voss and Ilan Perez, Staff writers"), in proper
 * case, without roles, places, addresses, dates and other people's credits. An organisation is named only when
 * no person is. Undefined when the line is no byline; empty when it is one that names nobody.
 */
export function readByline(line: string): readonly string[] | undefined {
  if (line.length > MAX_LINE_CHARS) return undefined;
  const credits = line.replace(/\s+/gu, ' ').trim().split(CREDIT_START);
  const names: string[] = [];
  let found = false;
  for (const credit of credits) {
    const part = credit.replace(/^[\s|·•,;/–—-]+|[\s|·•,;/–—-]+$/gu, '');
    if (part === '') continue;
    const label = LABEL_AT.exec(part);
    if (label === null && OTHER_CREDIT_AT.test(part)) continue;
    const read = label === null ? readUnlabelled(part, found) : readLabelled(part, label[0]);
    if (read === undefined) return undefined;
    found = true;
    names.push(...read);
  }
  return found ? people(names, '') : undefined;
}

/** Says whether a line names itself a byline: "By Mara Voss", "Text: Mara Voss". */
export function isLabelledByline(line: string): boolean {
  return line.length <= MAX_LINE_CHARS && LABEL_AT.test(line.trim());
}

/** The same for a line in which the byline stands after something else: "2 April 2031 | by Mara Voss". */
export function findByline(line: string): readonly string[] | undefined {
  const whole = readByline(line);
  if (whole !== undefined || line.length > MAX_LINE_CHARS) return whole;
  for (const start of line.matchAll(INNER_LABEL)) {
    const read = readByline(line.slice(start.index));
    if (read !== undefined && read.length > 0) return read;
  }
  return undefined;
}

/**
 * The people in what a page's data give as authors: joined ones split, repeated ones once; addresses, handles
 * and roles out; organisations out (and the site's name) when there are people.
 */
export function cleanAuthors(raw: readonly string[], siteName = ''): readonly string[] {
  return people(raw.slice(0, MAX_AUTHORS).flatMap(splitAuthors), siteName);
}

function splitAuthors(raw: string): readonly string[] {
  const text = raw.slice(0, MAX_LINE_CHARS).replace(/\s+/gu, ' ').trim();
  if (/^(?:https?:|www\.|\/|@|mailto:)/iu.test(text)) return [];
  const inverted = /^([\p{L}'’-]{2,30}), ([\p{L}.'’-]{1,30}(?: [\p{L}.'’-]{1,30})?)$/u.exec(text);
  if (inverted?.[1] !== undefined && inverted[2] !== undefined && !isRole(inverted[2])) {
    const name = `${inverted[2]} ${inverted[1]}`;
    if (isPersonName(name) && !SUFFIXES.has(inverted[2].toLowerCase())) return [properCase(name)];
  }
  const read = readByline(text);
  if (read !== undefined) return read;
  const label = LABEL_AT.exec(text)?.[0] ?? '';
  return namesIn(text.slice(label.length), true);
}

function readLabelled(part: string, label: string): readonly string[] | undefined {
  const rest = part.slice(label.length);
  const names = namesIn(rest, false);
  if (names.length > 0) return names;
  const first = rest.split(/[,|·•/]/u)[0] ?? '';
  return first.length <= 60 && isRole(first) ? names : undefined;
}

/** Without a label only "Name, role" is a byline; after one, more names and the writers' particulars. */
function readUnlabelled(part: string, follows: boolean): readonly string[] | undefined {
  if (!follows && part.length > 120) return undefined;
  const pieces = part.split(/\s*[,|·•/–—]\s*|\s+-\s+/u).filter((piece) => piece !== '');
  if (!follows && !pieces.slice(1).some(isRole)) return undefined;
  const isPlain = pieces.every((piece) => isPersonName(nameOf(piece)) || isParticular(piece));
  if (follows) return isPlain ? namesIn(part, false).filter(isPersonName) : [];
  const first = pieces[0];
  if (!isPlain || first === undefined) return undefined;
  const names = namesIn(part, false);
  return isPersonName(names[0] ?? '') ? names : undefined;
}

/** A role, an outlet, a place, an address or a date: what stands beside a name. */
function isParticular(piece: string): boolean {
  return (
    piece.length <= 60 &&
    (isRole(piece) || isOrganisation(piece) || /\d|@|^\p{Lu}\S+$/u.test(piece))
  );
}

/** The names among what a byline lists; `loose` takes single words and unknown kinds too. */
function namesIn(text: string, loose: boolean): readonly string[] {
  const bare = text
    .replace(/\([^)]{0,80}\)|\[[^\]]{0,80}\]/gu, ' ')
    .replace(/\S{1,80}@\S{1,80}|(?<!\S)@\S{1,40}|https?:\S{1,200}|www\.\S{1,200}/gu, ' ');
  const names: string[] = [];
  for (const [index, piece] of bare.split(SEPARATOR).entries()) {
    const whole = withoutHanTail(nameOf(piece));
    if (whole === '' || piece.length > 160) continue;
    const joined = piece.split(JOINER).map(nameOf);
    if (joined.length > 1 && joined.every(isPersonName)) names.push(...joined.map(properCase));
    else if (isPersonName(whole)) names.push(properCase(whole));
    else if (joined.length > 1 && joined.some(isPersonName) && joined.every(isNamed)) {
      names.push(...joined.filter((name) => !isOrganisation(name)).map(properCase));
    } else if (index === 0 && !isBareRole(whole) && (loose || isLoneName(whole))) names.push(whole);
  }
  return names;
}

/** Several words in Chinese signs. */
const HAN_RUN = /^\p{Script=Han}+(?: \p{Script=Han}+)+$/u;

/** Names in Chinese signs have two or three of them, family and given name apart or not; a longer word behind one is a button. */
function withoutHanTail(name: string): string {
  if (!HAN_RUN.test(name)) return name;
  return name
    .split(' ')
    .filter((word, at) => at === 0 || word.length <= 3)
    .join(' ');
}

/** One side of an "and" beside a person: a person, a first name or an outlet. */
function isNamed(name: string): boolean {
  return (
    isPersonName(name) || isOrganisation(name) || /^[\p{Lu}\p{Lo}][\p{L}'’-]{1,30}$/u.test(name)
  );
}

/** A single name or an organisation, as "By Reuters" has it: no prose. */
function isLoneName(name: string): boolean {
  if (isNoName(name) && !isOrganisation(name)) return false;
  const tokens = name.split(' ');
  if (!isOrganisation(name))
    return tokens.length === 1 && /^[\p{Lu}\p{Lo}][\p{L}'’-]{1,30}$/u.test(name);
  const small = tokens.filter((token) => /^\p{Ll}/u.test(token) && !isOrganisation(token));
  return tokens.length <= 6 && small.length <= (tokens.length - 1) / 2;
}

function nameOf(piece: string): string {
  const untailed = undoubled(
    piece.replace(/\s+/gu, ' ').replace(DATED, '').replace(TAIL, '').trim(),
  );
  return untailed.replace(/^[\s"“”„«».,:;*_-]+|[\s"“”„«»,:;*_-]+$|(?<=\p{Ll}{2})\.$/gu, '');
}

/** "Mara Voss Mara Voss", as a link and its label give it, is one name. */
function undoubled(name: string): string {
  const half = name.slice(0, (name.length - 1) / 2);
  return half.length > 2 && name === `${half} ${half}` ? half : name;
}

function people(names: readonly string[], siteName: string): readonly string[] {
  const site = foldName(siteName);
  const unique = new Map<string, string>();
  for (const name of names) {
    const key = foldName(name);
    if (key !== '' && !unique.has(key)) unique.set(key, name);
  }
  const all = [...unique.entries()].filter(([, name]) => !isBareRole(name));
  const named = all.filter(([, name]) => !isNoName(name) || isOrganisation(name));
  const persons = named.filter(([key, name]) => key !== site && isPersonName(name));
  const chosen = persons.length > 0 ? persons : named;
  return chosen.slice(0, MAX_AUTHORS).map(([, name]) => name);
}

function alternatives(lists: Readonly<Record<string, readonly string[]>>): string {
  const all = [...new Set(Object.values(lists).flat())].sort((a, b) => b.length - a.length);
  return all.map((phrase) => RegExp.escape(phrase)).join('|');
}

function wordsOf(lists: Readonly<Record<string, string>>): string {
  return [...new Set(Object.values(lists).flatMap((list) => list.split(' ')))]
    .map((word) => RegExp.escape(word))
    .join('|');
}

const labelWords = alternatives(words.labels);
const creditWords = alternatives(words.otherCredits);
const AFTER_LABEL = '(?:(?: ?[:：=＝/／] ?)| (?=\\S))';
const LABEL_AT = new RegExp(`^(?:${labelWords})${AFTER_LABEL}`, 'iu');
const INNER_LABEL = new RegExp(`(?<=[\\s|/·•,–—-])(?=(?:${labelWords})${AFTER_LABEL})`, 'giu');
const OTHER_CREDIT_AT = new RegExp(`^(?:${creditWords})${AFTER_LABEL}`, 'iu');
const byCredits = alternatives({
  all: Object.values(words.otherCredits)
    .flat()
    .filter((phrase) => phrase.includes(' ')),
});
const CREDIT_START = new RegExp(
  `\\s*[|•;]\\s*|(?<=\\s)(?=(?:${byCredits})\\s)|[,·/] ?(?=(?:${creditWords}) ?[:：=＝])`,
  'iu',
);
const SEPARATOR = /\s*[,;|·•/+、，・–—]\s*|\s+-\s+/u;
const JOINER = new RegExp(`\\s*&\\s*|\\s+(?:${wordsOf(words.joiners)})\\s+`, 'iu');
const TAIL = new RegExp(`\\s+(?:${wordsOf(words.tails)})(?:\\s.*|:.*)?$`, 'iu');
// What stands behind a name: a date or a count ("Nov. 18", "0 Comments").
const months = Object.values(dates.months)
  .flat()
  .flatMap((names) => names.split(' '));
const weekdays = Object.values(dates.weekdays)
  .flatMap((names) => names.split(' '))
  .filter((name) => name.length > 3);
const behind = [...new Set([...months, ...weekdays])].map((word) => RegExp.escape(word)).join('|');
const DATED = new RegExp(`\\s(?:(?:${behind})\\.?,?\\s?[\\d(].*|\\d.*)$`, 'iu');
const SUFFIXES: ReadonlySet<string> = new Set(words.suffixes.split(' '));
