import { stopWordsOf } from '../text/words.ts';
import { evidenceOf } from './evidence-of.ts';
import type { Evidence } from './evidence-of.ts';
import { givenNameGender } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';

/** So much evidence makes a capitalised run a person; each piece below counts once for a name, however often it stands. */
const ENOUGH = 3;

const WEIGHTS: Readonly<Record<Evidence, number>> = {
  titled: 4,
  role: 3,
  aged: 3,
  tagged: 4,
  relative: 2,
  apposed: 3,
  speaks: 2,
  given: 3,
  initial: 2,
  particle: 1,
  alone: 1,
  often: 1,
  the: -4,
  attribute: -4,
  place: -2,
  org: -4,
  small: -3,
  acronym: -4,
};

/** A bare name that stands so often belongs to whom or what the article is about. */
const OFTEN = 3;

function countNames(runs: readonly NameRun[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { keys } of runs) {
    const name = keys.join(' ');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** What tells of a single word: a place is apposed and described too. */
const OF_SURNAMES: ReadonlySet<Evidence> = new Set(
  (Object.keys(WEIGHTS) as Evidence[]).filter(
    (piece) => !['apposed', 'relative', 'alone', 'tagged'].includes(piece),
  ),
);

/** What names of the article look like people's: the keys of runs, joined by a space. */
export function judgeNames(
  runs: readonly NameRun[],
  language: string,
  lexicon: Lexicon,
): ReadonlySet<string> {
  const evidence = new Map<string, Set<Evidence>>();
  const stopWords = stopWordsOf(language);
  for (const run of runs) {
    const name = run.keys.join(' ');
    const found = evidence.get(name) ?? new Set<Evidence>();
    for (const piece of evidenceOf(run, lexicon, stopWords)) found.add(piece);
    evidence.set(name, found);
  }
  addSurnameEvidence(runs, evidence);
  for (const [name, times] of countNames(runs))
    // A firm stands often too: alone it must be a given name that is known.
    if (times >= OFTEN && (name.includes(' ') || givenNameGender(name) !== undefined))
      evidence.get(name)?.add('often');
  const people = new Set<string>();
  const doubtful: string[] = [];
  for (const [name, pieces] of evidence) {
    if (isNobodys(name.split(' '), lexicon)) continue;
    const sum = weigh(name, pieces);
    if (sum >= ENOUGH) people.add(name);
    else if (sum + NAMESAKE >= ENOUGH) doubtful.push(name);
  }
  addNamesakes(people, doubtful);
  if (lexicon.nounsAreCapital) dropGenitives(people);
  return people;
}

function weigh(name: string, pieces: ReadonlySet<Evidence>): number {
  const counted = name.includes(' ')
    ? [...pieces]
    : [...pieces].filter((one) => OF_SURNAMES.has(one));
  return counted
    .filter((piece) => piece !== 'attribute' || !pieces.has('titled'))
    .reduce((total, piece) => total + WEIGHTS[piece], 0);
}

/** What it tells of a name that somebody else in the article bears the surname. */
const NAMESAKE = 2;

/** Beside "Ann Poole" a "Yrsa Poole" is somebody too, and "Poole" may be either. */
function addNamesakes(people: Set<string>, doubtful: readonly string[]): void {
  const surnames = new Set([...people].flatMap((name) => surnameOf(name) ?? []));
  for (const name of doubtful) if (surnames.has(surnameOf(name) ?? '')) people.add(name);
}

/** Of first name and surname, the second. */
function surnameOf(name: string): string | undefined {
  const keys = name.split(' ');
  return keys.length === 2 ? keys[1] : undefined;
}

/** "Chief Strategy Officer", "Victoria Hospital": what ends with an office or a thing is nobody. */
function isNobodys(keys: readonly string[], lexicon: Lexicon): boolean {
  const last = keys.at(-1) ?? '';
  if (lexicon.things.has(last)) return true;
  return [last, last.replace(/s$/u, '')].some((word) => lexicon.bareOffices.has(word));
}

/** German writes a genitive as one word: "Ute Krolls" is Ute Kroll, and owns what follows. */
function dropGenitives(names: Set<string>): void {
  for (const name of names)
    if (name.endsWith('s') && names.has(name.slice(0, -1))) names.delete(name);
}

/** "Mr. Wen" and "Wen said" speak for every "Yusei Wen" too. */
function addSurnameEvidence(
  runs: readonly NameRun[],
  evidence: ReadonlyMap<string, Set<Evidence>>,
): void {
  const singles = new Map<string, readonly Evidence[]>();
  for (const run of runs) {
    const [key] = run.keys;
    if (run.keys.length !== 1 || key === undefined) continue;
    const pieces = [...(evidence.get(key) ?? [])];
    singles.set(
      key,
      pieces.filter((piece) =>
        ['titled', 'speaks', 'the', 'attribute', 'place', 'apposed', 'relative'].includes(piece),
      ),
    );
  }
  for (const [name, found] of evidence) {
    const keys = name.split(' ');
    const last = keys.length > 1 ? singles.get(keys.at(-1) ?? '') : undefined;
    if (last === undefined) continue;
    found.add('alone');
    if (last.includes('titled')) found.add('titled');
    if (last.includes('the') || last.includes('attribute')) continue;
    for (const piece of ['speaks', 'apposed', 'relative'] as const)
      if (last.includes(piece)) found.add(piece);
  }
}
