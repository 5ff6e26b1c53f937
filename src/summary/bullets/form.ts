import type { Person } from '../../people/person.ts';
import { MAX_BULLET_WORDS } from '../lengths.ts';
import { findTopics } from '../ranking/similarity.ts';
import type { Bullet } from '../summary.ts';
import type { Clause } from './clause.ts';
import { LAST_RESORT, NEWS_DAY, type Cut } from './cuts/cut.ts';
import { findCuts } from './cuts/find-cuts.ts';
import { findRescueCuts } from './cuts/rescue-cuts.ts';
import { renderDraft, type Edit } from './draft.ts';
import { findNeeds } from './references/find-needs.ts';
import { findIntroducing, type Introducing } from './references/introduce.ts';
import type { Need } from './references/need.ts';
import { replaceSubject, type Replacing } from './references/replace-subject.ts';
import { sizeInWords } from './size-in-words.ts';
import { betweenMarks } from './speech.ts';
import type { Line, Story } from './story.ts';
import { firstWord, type Token } from './token.ts';

/** A bullet that a sentence can become, alone or with the one behind it. */
export interface Form {
  readonly line: Line;
  /** What was cut beyond what always goes: the sum of the costs. */
  readonly cost: number;
  /** A number was cut: only for want of a fuller form. */
  readonly isLastResort: boolean;
  /** What the bullet leaves open. */
  readonly needs: readonly Need[];
  readonly cuts: readonly Cut[];
  /** Whoever it is about is named with office where they stand first; a bullet further up may have done so already. */
  readonly introduces: readonly Introducing[];
  /** A name that stands for the pronoun at its start. */
  readonly replacing: Replacing | undefined;
  /** The sentence behind it, where both are one bullet. */
  readonly next?: Form;
}

/** The ways to put each sentence of a story. */
export type FormsOf = (line: Line) => readonly Form[];

/** The ways to put a sentence, from what it says to its barest; all of them without what says nothing alone. */
export function findForms(story: Story, line: Line, isLede = false): readonly Form[] {
  const clause: Clause = { tokens: line.tokens, words: story.words };
  const cuts = findCuts(clause);
  const free = isLede ? 0 : NEWS_DAY;
  const always = cuts.filter(({ cost }) => cost <= free);
  const optional = cuts
    .filter(({ cost }) => cost > free)
    .sort((a, b) => a.cost - b.cost || b.start - a.start);
  const forms = [toForm(story, { line, cuts: always })];
  let chosen: readonly Cut[] = always;
  for (const cut of optional) {
    if (chosen.some((one) => overlaps(one, cut) && !isInside(one, cut))) continue;
    chosen = [...chosen.filter((one) => !isInside(one, cut)), cut];
    forms.push(toForm(story, { line, cuts: chosen }));
  }
  if (line.index >= EARLY) return forms;
  const short = forms.findIndex((form) => !isTooLong(story, form));
  if (short < 0) return [...forms, ...rescuedForms(story, line, [always, chosen])];
  const fitting = forms[short];
  // What is left is so little that all that stood around the statement was cut at once.
  if (short === 0 || fitting === undefined || countKept(line, fitting.cuts) >= ENOUGH_WORDS)
    return forms;
  return [...forms.slice(0, short), ...rescuedForms(story, line, [always]), ...forms.slice(short)];
}

/** A sentence as it is told in one bullet with the one before it, which explains what it opens with. */
export function formBehind(story: Story, line: Line): Form {
  const cuts = findCuts({ tokens: line.tokens, words: story.words }).filter(
    // Right behind what it ties to, a "But" stays.
    ({ cost, rule }) => cost <= NEWS_DAY && rule !== 'connective',
  );
  return toForm(story, { line, cuts, isBehind: true });
}

/** Whether it is more than a bullet where nothing above has introduced anybody. */
export function isTooLong(story: Story, form: Form): boolean {
  if (sizeAtMost(form) <= MAX_BULLET_WORDS) return false;
  return sizeInWords(renderForm(story, form, NOTHING_ABOVE).text) > MAX_BULLET_WORDS;
}

function sizeAtMost({ line, cuts, introduces, next }: Form): number {
  const own = countKept(line, cuts) + MAX_INTRODUCTION * (introduces.length + 1);
  return next === undefined ? own : own + sizeAtMost(next);
}

/** Farther down a sentence that is too long can be told nowhere: it is not what the news is. Ours. */
const EARLY = 5;

const ENOUGH_WORDS = 14;

/** No introduction has more words. */
const MAX_INTRODUCTION = 10;
const MAX_RESCUE_CUTS = 12;
const MAX_TRIED = 8;

/** What a sentence can be that no other cuts make short enough: what keeps most of its words. */
function rescuedForms(
  story: Story,
  line: Line,
  others: readonly (readonly Cut[])[],
): readonly Form[] {
  const clause: Clause = { tokens: line.tokens, words: story.words };
  const found = findRescueCuts(clause).slice(0, MAX_RESCUE_CUTS);
  const pairs = found.flatMap((one, at) =>
    found.slice(at + 1).flatMap((two) => (one.end <= two.start ? [[one, two]] : [])),
  );
  const rescued = [...found.map((one) => [one]), ...pairs]
    .flatMap((own) => others.map((cuts) => joinCuts(own, cuts)))
    .map((cuts) => ({ cuts, size: countKept(line, cuts) }))
    .filter(({ size }) => size <= MAX_BULLET_WORDS)
    .sort((a, b) => b.size - a.size)
    .slice(0, MAX_TRIED);
  for (const { cuts } of rescued) {
    const form = toForm(story, { line, cuts });
    if (form.needs.every(({ kind }) => kind !== 'never') && !isTooLong(story, form)) return [form];
  }
  return [];
}

function countKept({ tokens }: Line, cuts: readonly Cut[]): number {
  return keptOf(tokens, cuts).filter(({ kind }) => kind === 'word').length;
}

/** Some cuts, and those of others that are not part of them. */
function joinCuts(own: readonly Cut[], others: readonly Cut[]): readonly Cut[] {
  return [...own, ...others.filter((cut) => !own.some((one) => overlaps(one, cut)))];
}

function overlaps(one: Cut, other: Cut): boolean {
  return one.start < other.end && other.start < one.end;
}

function isInside(inner: Cut, outer: Cut): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function keptOf(tokens: readonly Token[], cuts: readonly Cut[]): readonly Token[] {
  return tokens.filter(
    ({ start, end }) => !cuts.some((cut) => start >= cut.start && end <= cut.end),
  );
}

interface Tightened {
  readonly line: Line;
  readonly cuts: readonly Cut[];
  readonly isBehind?: boolean;
}

function toForm(story: Story, { line, cuts, isBehind = false }: Tightened): Form {
  const kept = keptOf(line.tokens, cuts);
  const replacing = isBehind ? undefined : replaceSubject(story, line, kept);
  const opener = isBehind ? firstWord(kept) : replacing?.naming;
  const resolved = opener === undefined ? [] : [opener.start, ...laterPronouns(story, kept)];
  return {
    line,
    cost: cuts.reduce((sum, { cost }) => (cost > NEWS_DAY ? sum + cost : sum), 0),
    isLastResort: cuts.some(({ cost }) => cost >= LAST_RESORT),
    needs: findNeeds(story, line, { kept, resolved: new Set(resolved) }),
    cuts,
    introduces: findIntroducing(story, line, kept),
    replacing,
  };
}

/** Once a name stands for the first pronoun, the others speak of it. */
function laterPronouns({ words }: Story, kept: readonly Token[]): readonly number[] {
  return kept
    .filter(({ base }) => words.male.has(base) || words.female.has(base))
    .map(({ start }) => start);
}

/** The sentences that a bullet is made of. */
export function linesOf({ line, next }: Form): readonly Line[] {
  return next === undefined ? [line] : [line, ...linesOf(next)];
}

/** Everybody whom a bullet names. */
export function introducedBy({ introduces, next }: Form): readonly Introducing[] {
  return next === undefined ? introduces : [...introduces, ...introducedBy(next)];
}

/** What stands above a bullet in its summary. */
export interface Above {
  readonly people: ReadonlySet<Person>;
  readonly stems: ReadonlySet<string>;
}

export const NOTHING_ABOVE: Above = { people: new Set(), stems: new Set() };

/** The form's words, with what introduces whoever and whatever nothing above has introduced. */
export function renderForm(story: Story, form: Form, above: Above): Bullet {
  const { replacing } = form;
  const edits: Edit[] = form.cuts.flatMap((cut) => editsOf(form.line, cut));
  if (replacing !== undefined)
    edits.push(above.people.has(replacing.person) ? replacing.naming : replacing.introducing);
  const add = (edit: Edit | undefined): void => {
    if (edit !== undefined && !edits.some((one) => one.start < edit.end && edit.start < one.end))
      edits.push(edit);
  };
  for (const { person, edit } of form.introduces)
    if (!above.people.has(person) && person !== replacing?.person) add(edit);
  for (const need of form.needs)
    if (need.kind === 'thing' && !above.stems.has(need.stem)) add(need.repair);
  const { sentence, speech } = form.line;
  const bullet = renderDraft(sentence, withoutOverlap(edits), story.article.paragraphs);
  if (form.next !== undefined) return withNext(story, { form, next: form.next, bullet }, above);
  if (speech?.isWhole !== true) return bullet;
  return { ...bullet, text: betweenMarks(bullet.text, speech.mark) };
}

/** What goes, and where a verb of it goes. */
function editsOf({ sentence }: Line, { start, end, moved }: Cut): readonly Edit[] {
  if (moved === undefined) return [{ start, end }];
  const span = { paragraph: sentence.span.paragraph, start: moved.start, end: moved.end };
  return [
    { start, end },
    { start: moved.to, end: moved.to, insert: { span, before: ' ' } },
  ];
}

function withNext(
  story: Story,
  { form, next, bullet }: { readonly form: Form; readonly next: Form; readonly bullet: Bullet },
  above: Above,
): Bullet {
  const told = [...form.introduces, form.replacing].flatMap((one) => one?.person ?? []);
  const rest = renderForm(story, next, {
    people: new Set([...above.people, ...told]),
    stems: new Set([...above.stems, ...findTopics(bullet.text, story.article.language)]),
  });
  const isSpaced = !/[。！？｡]$/u.test(bullet.text);
  return {
    text: bullet.text + (isSpaced ? ' ' : '') + rest.text,
    evidence: [...bullet.evidence, ...rest.evidence],
  };
}

/** Of edits at one place the wider one counts. */
function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  for (const edit of sorted) if ((kept.at(-1)?.end ?? -1) <= edit.start) kept.push(edit);
  return kept;
}
