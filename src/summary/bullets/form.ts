import type { Gender, Person } from '../../people/person.ts';
import type { Bullet } from '../summary.ts';
import type { BulletWords } from './bullet-words.ts';
import type { Clause } from './clause.ts';
import { LAST_RESORT, type Cut } from './cuts/cut.ts';
import { findCuts } from './cuts/find-cuts.ts';
import { renderDraft, type Edit, type Insert } from './draft.ts';
import { findNeeds } from './references/find-needs.ts';
import { findIntroduction, hasOffice, isIntroduced } from './references/introduction.ts';
import type { Need } from './references/need.ts';
import { findByAge, findSubject } from './references/subject.ts';
import { AGE } from './references/definite-phrases.ts';
import type { Line, Naming, Story } from './story.ts';
import type { Token } from './token.ts';

/** A bullet that a sentence can become. */
export interface Form {
  readonly line: Line;
  /** What was cut beyond what always goes: the sum of the costs. */
  readonly cost: number;
  /** A number was cut: only for want of a fuller form. */
  readonly isLastResort: boolean;
  readonly needs: readonly Need[];
  readonly cuts: readonly Cut[];
  /** Whoever it is about is named with office where they stand first; a bullet further up may have done so already. */
  readonly introduces: readonly Introducing[];
  /** Pronouns for which a name stands. */
  readonly replaced: readonly Edit[];
  /** Whose name stands for a pronoun. */
  readonly subject: Person | undefined;
}

/** A name in the form, and the words that introduce it when nobody has yet. */
export interface Introducing {
  readonly person: Person;
  readonly edit: Edit | undefined;
}

/** The ways to put a sentence, from what it says to its barest; all of them without what says nothing alone. */
export function findForms(story: Story, line: Line): readonly Form[] {
  const clause: Clause = { tokens: line.tokens, words: story.words };
  const cuts = findCuts(clause);
  const always = cuts.filter(({ cost }) => cost === 0);
  const optional = cuts
    .filter(({ cost }) => cost > 0)
    .sort((a, b) => a.cost - b.cost || b.start - a.start);
  const forms = [toForm(story, line, always)];
  let chosen: readonly Cut[] = always;
  for (const cut of optional) {
    if (chosen.some((one) => one.start < cut.end && cut.start < one.end && !isInside(one, cut)))
      continue;
    chosen = [...chosen.filter((one) => !isInside(one, cut)), cut];
    forms.push(toForm(story, line, chosen));
  }
  return forms;
}

function isInside(inner: Cut, outer: Cut): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function toForm(story: Story, line: Line, cuts: readonly Cut[]): Form {
  const kept = line.tokens.filter(
    ({ start, end }) => !cuts.some((cut) => start >= cut.start && end <= cut.end),
  );
  const { edits: replaced, person } = replacePronoun(story, line, kept);
  const resolved = new Set(replaced.map(({ start }) => start));
  return {
    line,
    cost: cuts.reduce((sum, { cost }) => sum + cost, 0),
    isLastResort: cuts.some(({ cost }) => cost >= LAST_RESORT),
    needs: findNeeds(story, line, {
      kept,
      resolved: new Set([...resolved, ...(person === undefined ? [] : laterPronouns(story, kept))]),
    }),
    cuts,
    introduces: findIntroducing(story, line, kept),
    replaced,
    subject: person,
  };
}

/** Once a name stands for the first pronoun, the others speak of it. */
function laterPronouns({ words }: Story, kept: readonly Token[]): readonly number[] {
  return kept
    .filter(({ base }) => words.male.has(base) || words.female.has(base))
    .map(({ start }) => start);
}

/** "He resigned", "The 45-year-old resigned" → "Tomas Verrin resigned", where it is certain who. */
function replacePronoun(story: Story, line: Line, kept: readonly Token[]): Replacing {
  const nobody = { edits: [], person: undefined };
  const first = kept.find(({ kind }) => kind === 'word');
  if (first === undefined || first.isNested) return nobody;
  const start = first.start;
  const age = AGE.exec(kept[kept.indexOf(first) + 1]?.lower ?? '')?.[1];
  if (story.words.definites.has(first.lower) && age !== undefined) {
    const person = findByAge(story, age);
    return nameFor(story, person, { start, end: kept[kept.indexOf(first) + 1]?.end ?? start });
  }
  const gender = genderOf(first.lower, story.words);
  if (gender === undefined) return nobody;
  return nameFor(story, findSubject(story, line, gender), { start, end: first.end });
}

interface Replacing {
  readonly edits: readonly Edit[];
  readonly person: Person | undefined;
}

function nameFor(
  story: Story,
  person: Person | undefined,
  place: { readonly start: number; readonly end: number },
): Replacing {
  const introduction = person === undefined ? undefined : findIntroduction(story, person);
  if (introduction === undefined) return { edits: [], person: undefined };
  return { edits: [{ ...place, insert: introduction.insert }], person };
}

function genderOf(lower: string, words: BulletWords): Gender | undefined {
  if (words.subjectMale.has(lower)) return 'male';
  return words.subjectFemale.has(lower) ? 'female' : undefined;
}

/** Everybody named in what is kept, at their first place. */
function findIntroducing(story: Story, line: Line, kept: readonly Token[]): readonly Introducing[] {
  const seen = new Set<Person>();
  return line.named.flatMap((naming) => {
    const token = kept.find(({ start }) => start === naming.mention.name.start);
    if (token === undefined || seen.has(naming.person)) return [];
    seen.add(naming.person);
    // Nobody's words between marks are touched.
    const edit = token.isNested ? undefined : introductionEdit(story, naming);
    return [{ person: naming.person, edit }];
  });
}

function introductionEdit(story: Story, naming: Naming): Edit | undefined {
  const { person, mention } = naming;
  if (isIntroduced(story, naming)) return undefined;
  const introduction = findIntroduction(story, person);
  if (introduction === undefined || (mention.form === 'full' && !introduction.hasOffice))
    return undefined;
  const text = story.article.paragraphs[mention.name.paragraph] ?? '';
  const { start } = mention.titled;
  const { end } = mention.name;
  const behind = text.slice(end, end + 2);
  const before = text.slice(Math.max(0, start - 12), start);
  if (isPartOfName(text.slice(end, end + MAX_NAME_CHARS), before)) return undefined;
  const nameOnly = { start: mention.name.start, end, insert: { span: introduction.name } };
  // An office of its own stands before it: "her father Richard", "President Putin".
  if (hasOffice(text.slice(start, mention.name.start), story.words)) return nameOnly;
  // "the Putin visit", "Putin's": only a name fits there; "Putin, 71,": the comma sets off something already.
  const fitsOffice = !/^['’,(-]/u.test(behind) && !story.words.determiners.has(wordBefore(before));
  if (fitsOffice) return { start, end, insert: withComma(introduction.insert, text, end) };
  if (introduction.insert.after === undefined && !/^(?:,| ?\()/u.test(behind))
    return { start, end, insert: introduction.insert };
  return mention.form === 'full' ? undefined : nameOnly;
}

function wordBefore(before: string): string {
  return /(\p{L}+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? '';
}

const MAX_NAME_CHARS = 60;

/** Half of a firm's or a band's name, or of a compound: "Dolce & Gabbana", "Crosby, Stills & Nash", "Bros.-based". */
function isPartOfName(behind: string, before: string): boolean {
  return (
    before.endsWith('& ') || /^(?: ?&|[-–\p{L}\p{N}]|(?:, \p{Lu}[\p{L}'’]+)+,? &)/u.test(behind)
  );
}

/** An apposition's second comma, unless a mark stands there already. */
function withComma(insert: Insert, text: string, end: number): Insert {
  return insert.after !== undefined && /^[.,;:!?]/u.test(text.slice(end))
    ? { span: insert.span }
    : insert;
}

/** What stands above a bullet in its summary. */
export interface Above {
  readonly people: ReadonlySet<Person>;
  readonly stems: ReadonlySet<string>;
}

/** The form's words, with what introduces whoever and whatever nothing above has introduced. */
export function renderForm(story: Story, form: Form, above: Above): Bullet {
  const edits: Edit[] = [...form.cuts.map(({ start, end }) => ({ start, end })), ...form.replaced];
  const add = (edit: Edit | undefined): void => {
    if (edit !== undefined && !edits.some((one) => one.start < edit.end && edit.start < one.end))
      edits.push(edit);
  };
  for (const { person, edit } of form.introduces)
    if (!above.people.has(person) && person !== form.subject) add(edit);
  for (const need of form.needs)
    if (need.kind === 'thing' && !above.stems.has(need.stem)) add(need.repair);
  return renderDraft(form.line.sentence, withoutOverlap(edits), story.article.paragraphs);
}

/** Of edits at one place the wider one counts. */
function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  for (const edit of sorted) if ((kept.at(-1)?.end ?? -1) <= edit.start) kept.push(edit);
  return kept;
}
