import { findOwner, isAttribute, isKin } from './find-owner.ts';
import { isSameName } from './is-same-name.ts';
import { coreOf } from './known-names.ts';
import type { Draft, Names } from './known-names.ts';
import { givenNameGender, NAME_SUFFIXES } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { LinkedRun, NamedPerson } from './named-person.ts';
import { isInitial } from './tokens.ts';

/** More people of one surname are not told apart: nobody could follow. */
const MAX_NAMESAKES = 8;

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
    byFirstSurname: new Map(),
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
  addHeads(names, rest);
  for (const run of rest) {
    if (isPlace(run, lexicon)) continue;
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

/** "in Poole", though somebody of that name is in the story; not "in Poole’s view". */
function isPlace({ tokens, titleStart, end, keys, titles }: NameRun, { within }: Lexicon): boolean {
  if (keys.length > 1 || titles.length > 0 || tokens[end - 1]?.isPossessive === true) return false;
  return within.has(tokens[titleStart - 1]?.key ?? '');
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
  const firstSurname = run.keys.length > 2 ? (run.keys.at(-2) ?? '') : '';
  // "José Luis Haug" has two given names.
  const isSurname = firstSurname !== '' && givenNameGender(firstSurname) === undefined;
  if (names.lexicon.hasTwoSurnames && isSurname) {
    const others = names.byFirstSurname.get(firstSurname) ?? [];
    names.byFirstSurname.set(firstSurname, [...others.slice(0, MAX_NAMESAKES), draft]);
  }
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

/** "President Poole" and "his daughter Ann Poole": he has his own name, though it stands nowhere in full. */
function addHeads(names: Names, rest: readonly NameRun[]): void {
  const { lexicon, bySurname } = names;
  for (const run of rest) {
    const key = coreOf(run.keys)[0] ?? '';
    const namesakes = bySurname.get(key) ?? [];
    if (run.keys.length !== 1 || namesakes.length === 0 || !hasOffice(run, lexicon)) continue;
    const isFirst = namesakes.every(({ full }) => placeOf(run) < placeOf(full[0]));
    if (isFirst && namesakes.every((one) => isKin(one, lexicon))) addSingle(names, run, []);
  }
}

function hasOffice({ titles }: NameRun, { offices, honorifics, kin }: Lexicon): boolean {
  if (titles.some((title) => kin.has(title))) return false;
  return titles.some((title) => offices.has(title) || honorifics.has(title));
}

function addSingle(
  names: Names,
  run: NameRun,
  linked: LinkedRun[] = [{ run, form: 'surname' }],
): void {
  const key = coreOf(run.keys)[0] ?? '';
  const draft: Draft = {
    keys: run.keys,
    suffix: '',
    full: [],
    linked,
    titles: new Set(run.titles),
  };
  names.byName.set(`${key} ${run.titles.join(' ')}`, draft);
  names.bySurname.set(key, [...(names.bySurname.get(key) ?? []).slice(0, MAX_NAMESAKES), draft]);
}
