import { givenNameGender, NAME_SUFFIXES, PARTICLES } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { Gender, Mention } from './person.ts';
import { isInitial } from './tokens.ts';

/** A name's place and how it names its person. */
export interface LinkedRun {
  readonly run: NameRun;
  readonly form: Mention['form'];
}

/** The places that name one person. */
export interface NamedPerson {
  /** The fullest run: what the person is called. */
  readonly fullest: NameRun;
  readonly linked: readonly LinkedRun[];
  /** The run that lends its surname where the article gives the given name alone. */
  readonly lent?: NameRun;
}

/** More people of one surname are not told apart: nobody could follow. */
const MAX_NAMESAKES = 8;
/** So many times as often as any namesake somebody must stand in full to be meant by the bare surname. */
const DOMINANCE = 2;

interface Draft {
  readonly keys: readonly string[];
  readonly suffix: string;
  readonly full: NameRun[];
  readonly linked: LinkedRun[];
  readonly titles: Set<string>;
  /** Whose surname a given name alone goes with: "Tom and Ann Poole". */
  readonly lent?: NameRun;
}

interface Names {
  /** Full names by where they begin. */
  readonly byPlace: Map<string, { readonly keys: readonly string[]; readonly run: NameRun }>;
  readonly byName: Map<string, Draft>;
  readonly bySurname: Map<string, Draft[]>;
  readonly byFirst: Map<string, Draft[]>;
  readonly lexicon: Lexicon;
}

/** Joins the runs that name the same person; `isPerson` knows which names people bear. */
export function linkNames(
  runs: readonly NameRun[],
  isPerson: (run: NameRun) => boolean,
  lexicon: Lexicon,
): readonly NamedPerson[] {
  const names: Names = {
    byPlace: new Map(),
    byName: new Map(),
    bySurname: new Map(),
    byFirst: new Map(),
    lexicon,
  };
  const rest: NameRun[] = [];
  const doubtful: NameRun[] = [];
  for (const run of runs) {
    if (coreOf(run.keys).length < 2 || !isPerson(run)) rest.push(run);
    else if (opensOddly(run)) doubtful.push(run);
    else addFull(names, run);
  }
  for (const run of doubtful) {
    const surname = run.keys.at(-1) ?? '';
    const isKnown = names.byName.has(nameKey(run));
    if (isKnown || !names.bySurname.has(surname)) addFull(names, run);
    else rest.push({ ...run, ...bareSurname(run, surname) });
  }
  rest.sort((a, b) => placeOf(a) - placeOf(b));
  addPartners(names, rest);
  for (const run of rest) {
    const found = findOwner(names, run);
    if (found !== undefined) found.owner.linked.push({ run, form: found.form });
    else if (isAttribute(run, lexicon)) continue;
    else if (coreOf(run.keys).length === 1 && isPerson(run)) addSingle(names, run);
  }
  return [...new Set(names.byName.values())]
    .filter(({ full, linked }) => full.length + linked.length > 0)
    .map(finish)
    .sort(byPlace);
}

function finish({ full, linked, lent, keys }: Draft): NamedPerson {
  const short = linked.map(({ run }) => run);
  const own = lent === undefined ? short : short.filter((run) => run.keys[0] === keys[0]);
  const named = full.length > 0 ? full : own.length > 0 ? own : short;
  return {
    ...(lent === undefined ? {} : { lent }),
    fullest: named.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a)),
    linked: [...full.map((run) => ({ run, form: 'full' as const })), ...linked].sort(
      (a, b) => placeOf(a.run) - placeOf(b.run),
    ),
  };
}

function byPlace(a: NamedPerson, b: NamedPerson): number {
  return placeOf(a.linked[0]?.run) - placeOf(b.linked[0]?.run);
}

/** Runs in the article's order: no paragraph has a million tokens. */
function placeOf(run: NameRun | undefined): number {
  return run === undefined ? 0 : run.paragraph * 2 ** 24 + run.start;
}

function lengthOf(run: NameRun): number {
  return run.keys.length * 100 + run.keys.join(' ').length;
}

/** Without particles in front: `de blasio` is a surname alone. */
function coreOf(keys: readonly string[]): readonly string[] {
  const start = keys.findIndex((key) => !PARTICLES.has(key));
  return start <= 0 ? keys : keys.slice(start);
}

function addFull(names: Names, run: NameRun): void {
  const suffix = suffixOf(run);
  const name = nameKey(run);
  const surname = run.keys.at(-1) ?? '';
  const namesakes = names.bySurname.get(surname) ?? [];
  const known =
    names.byName.get(name) ??
    namesakes
      .slice(0, MAX_NAMESAKES)
      .find((one) => one.suffix === suffix && isSameName(one.keys, run.keys, names.lexicon));
  const draft = known ?? { keys: run.keys, suffix, full: [], linked: [], titles: new Set() };
  draft.full.push(run);
  names.byPlace.set(placeKey(run.paragraph, run.start), { keys: run.keys, run });
  for (const title of run.titles) draft.titles.add(title);
  names.byName.set(name, draft);
  if (known !== undefined) return;
  names.bySurname.set(surname, [...namesakes.slice(0, MAX_NAMESAKES), draft]);
  const first = run.keys[0] ?? '';
  const alike = names.byFirst.get(first) ?? [];
  names.byFirst.set(first, [...alike.slice(0, MAX_NAMESAKES), draft]);
}

function nameKey(run: NameRun): string {
  return `${run.keys.join(' ')} ${suffixOf(run)}`;
}

function placeKey(paragraph: number, token: number): string {
  return `${paragraph} ${token}`;
}

function suffixOf(run: NameRun): string {
  const last = run.tokens[run.end - 1]?.key ?? '';
  return NAME_SUFFIXES.has(last) ? last : '';
}

/** Whether two full names with one surname can be one person's: equal, short or initial first names. */
function isSameName(a: readonly string[], b: readonly string[], lexicon: Lexicon): boolean {
  const [first = '', second = ''] = [a[0], b[0]];
  if (isFirstNameOf(first, second, lexicon)) return !middlesClash(a, b);
  // "Robert F. Hale" who goes by "Bob": known above; "J. Edgar Hale" and "Edgar Hale" meet here.
  return a.slice(0, -1).includes(second) || b.slice(0, -1).includes(first);
}

function isFirstNameOf(a: string, b: string, lexicon: Lexicon): boolean {
  if (a === b) return true;
  if (a.length <= 2 || b.length <= 2) return a.startsWith(b.charAt(0));
  return lexicon.nicknames.get(a)?.has(b) === true;
}

/** "George H. Hale" and "George W. Hale" are two. */
function middlesClash(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.slice(1, -1), b.slice(1, -1)];
  const [first, second] = [one[0], other[0]];
  if (first === undefined || second === undefined) return false;
  return !first.startsWith(second.charAt(0));
}

/** "Absent Poole’s vote": the first word opens a sentence and is no given name that is known. */
function opensOddly({ tokens, start, titleStart, keys }: NameRun): boolean {
  const first = tokens[start];
  if (first?.opensSentence !== true || titleStart < start || keys.length !== 2) return false;
  return givenNameGender(first.key) === undefined && !isInitial(first);
}

function bareSurname(run: NameRun, surname: string): Partial<NameRun> {
  const start = run.start + 1;
  return { start, titleStart: start, keys: [surname] };
}

/** "Tom and Ann Poole": Tom is a Poole too. */
function addPartners(names: Names, rest: readonly NameRun[]): void {
  for (const run of rest) {
    const [first = ''] = run.keys;
    if (run.keys.length !== 1 || givenNameGender(first) === undefined) continue;
    if (!names.lexicon.pairs.has(run.tokens[run.end]?.key ?? '')) continue;
    const partner = names.byPlace.get(placeKey(run.paragraph, run.end + 1));
    const surname = partner?.keys.at(-1);
    if (partner === undefined || surname === undefined || partner.keys.length !== 2) continue;
    if (names.bySurname.get(surname)?.some(({ keys }) => keys[0] === first) === true) continue;
    const draft: Draft = {
      keys: [first, surname],
      suffix: '',
      full: [],
      linked: [],
      titles: new Set(run.titles),
      lent: partner.run,
    };
    names.byName.set(`${first} ${surname} `, draft);
    names.bySurname.get(surname)?.push(draft);
    names.byFirst.set(first, [...(names.byFirst.get(first) ?? []), draft]);
  }
}

function addSingle(names: Names, run: NameRun): void {
  const key = coreOf(run.keys)[0] ?? '';
  const draft: Draft = {
    keys: run.keys,
    suffix: '',
    full: [],
    linked: [{ run, form: 'surname' }],
    titles: new Set(run.titles),
  };
  names.byName.set(`${key} ${run.titles.join(' ')}`, draft);
  names.bySurname.set(key, [...(names.bySurname.get(key) ?? []).slice(0, MAX_NAMESAKES), draft]);
}

interface Owner {
  readonly owner: Draft;
  readonly form: Mention['form'];
}

/** Whose name a short run is, where that is certain. */
function findOwner(names: Names, run: NameRun): Owner | undefined {
  const core = coreOf(run.keys);
  const last = core.at(-1) ?? '';
  const namesakes = names.bySurname.get(last) ?? [];
  if (core.length > 1) {
    const owner = namesakes.find(({ keys }) => endsWith(keys, core) && keys.length > core.length);
    return owner === undefined ? undefined : { owner, form: 'surname' };
  }
  if (isAttribute(run, names.lexicon)) return undefined;
  const owner = pickNamesake(namesakes, run, names.lexicon);
  if (owner !== undefined) return { owner, form: 'surname' };
  if (namesakes.length > 0) return undefined;
  return findByFirstName(names, run, last);
}

function findByFirstName(names: Names, run: NameRun, key: string): Owner | undefined {
  const alike = names.byFirst.get(key) ?? [];
  const [owner] = alike;
  if (owner === undefined || alike.length > 1) return undefined;
  // "Mr. Xi": in some languages the surname stands first.
  const isSurname = run.titles.length > 0 || givenNameGender(key) === undefined;
  return { owner, form: isSurname ? 'surname' : 'given' };
}

function endsWith(keys: readonly string[], tail: readonly string[]): boolean {
  return tail.every((key, at) => keys[keys.length - tail.length + at] === key);
}

/** "the Poole campaign" speaks of the campaign. */
function isAttribute(run: NameRun, lexicon: Lexicon): boolean {
  const before = run.tokens[run.titleStart - 1];
  const after = run.tokens[run.end];
  return (
    run.titles.length === 0 &&
    before !== undefined &&
    lexicon.articles.has(before.key) &&
    run.tokens[run.end - 1]?.isPossessive !== true &&
    after?.isWord === true
  );
}

function pickNamesake(
  namesakes: readonly Draft[],
  run: NameRun,
  lexicon: Lexicon,
): Draft | undefined {
  if (namesakes.length === 0) return undefined;
  const gender = genderOfTitles(run.titles, lexicon);
  const fitting = namesakes.filter((one) => {
    const own = genderOfDraft(one, lexicon);
    return gender === undefined || own === undefined || own === gender;
  });
  const told = fitting.filter(
    (one) => gender !== undefined && genderOfDraft(one, lexicon) === gender,
  );
  if (told.length === 1) return told[0];
  // "President Poole" is not whoever is "Senator Ann Poole" throughout, but may well be plain "Ann Poole".
  if (fitting.length < 2) return fitting[0];
  const titled = fitting.filter(({ titles }) => run.titles.some((title) => titles.has(title)));
  if (titled.length === 1) return titled[0];
  const [first, second] = [...fitting].sort((a, b) => b.full.length - a.full.length);
  if (first === undefined || second === undefined) return first;
  return first.full.length >= DOMINANCE * second.full.length ? first : undefined;
}

function genderOfDraft(draft: Draft, lexicon: Lexicon): Gender | undefined {
  const told = genderOfTitles([...draft.titles], lexicon);
  if (told !== undefined) return told;
  const given = givenNameGender(draft.keys[0] ?? '');
  return given === 'either' ? undefined : given;
}

/** What Mr., Ms., "spokeswoman" tell. */
export function genderOfTitles(titles: readonly string[], lexicon: Lexicon): Gender | undefined {
  for (const title of titles) {
    const gender = lexicon.honorifics.get(title) ?? lexicon.roleGenders.get(title);
    if (gender !== undefined) return gender;
  }
  return undefined;
}
