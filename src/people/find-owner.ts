import { coreOf } from './known-names.ts';
import type { Draft, Names } from './known-names.ts';
import { givenNameGender } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { Gender, Mention } from './person.ts';

/** So many times as often as any namesake somebody must stand in full to be meant by the bare surname. */
const DOMINANCE = 2;

interface Owner {
  readonly owner: Draft;
  readonly form: Mention['form'];
}

/** Whose name a short run is, where that is certain. */
export function findOwner(names: Names, run: NameRun): Owner | undefined {
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
  return findByFirstSurname(names, last) ?? findByFirstName(names, run, last);
}

/** "Haug" for "Emil Haug Lund". */
function findByFirstSurname(names: Names, key: string): Owner | undefined {
  const alike = names.byFirstSurname.get(key) ?? [];
  const [owner] = alike;
  return owner === undefined || alike.length > 1 ? undefined : { owner, form: 'surname' };
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
export function isAttribute(run: NameRun, lexicon: Lexicon): boolean {
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
  const heads = fitting.filter(({ keys }) => keys.length === 1);
  const rest = fitting.filter(({ keys }) => keys.length > 1);
  if (heads.length === 1 && rest.every((one) => isKin(one, lexicon))) return heads[0];
  const [first, second] = [...fitting].sort((a, b) => b.full.length - a.full.length);
  if (first === undefined || second === undefined) return first;
  if (first.full.length >= DOMINANCE * second.full.length) return first;
  // A surname alone means one who is known by then; with an office or an age it may bring somebody new.
  if (run.titles.length > 0 || run.tokens[run.end]?.text === ',') return undefined;
  const known = fitting.filter((one) => isBefore(one.full[0], run));
  return known.length === 1 ? known[0] : undefined;
}

function isBefore(one: NameRun | undefined, other: NameRun): boolean {
  if (one === undefined) return false;
  if (one.paragraph !== other.paragraph) return one.paragraph < other.paragraph;
  return one.start < other.start;
}

/** "his daughter Ann Poole" */
export function isKin({ titles }: Draft, { kin }: Lexicon): boolean {
  return [...titles].some((title) => kin.has(title));
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
