import type { Person } from '../../people/person.ts';
import type { Bullet } from '../summary.ts';
import type { Clause } from './clause.ts';
import { LAST_RESORT, NEWS_DAY, type Cut } from './cuts/cut.ts';
import { findCuts } from './cuts/find-cuts.ts';
import { renderDraft, type Edit } from './draft.ts';
import { findNeeds } from './references/find-needs.ts';
import { findIntroducing, type Introducing } from './references/introduce.ts';
import type { Need } from './references/need.ts';
import { replaceSubject, type Replacing } from './references/replace-subject.ts';
import type { Line, Story } from './story.ts';
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
  /** A name that stands for the pronoun at its start. */
  readonly replacing: Replacing | undefined;
}

/** The ways to put a sentence, from what it says to its barest; all of them without what says nothing alone. */
export function findForms(story: Story, line: Line, isLede = false): readonly Form[] {
  const clause: Clause = { tokens: line.tokens, words: story.words };
  const cuts = findCuts(clause);
  const free = isLede ? 0 : NEWS_DAY;
  const always = cuts.filter(({ cost }) => cost <= free);
  const optional = cuts
    .filter(({ cost }) => cost > free)
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
  const replacing = replaceSubject(story, line, kept);
  const resolved =
    replacing === undefined ? [] : [replacing.naming.start, ...laterPronouns(story, kept)];
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

/** What stands above a bullet in its summary. */
export interface Above {
  readonly people: ReadonlySet<Person>;
  readonly stems: ReadonlySet<string>;
}

/** The form's words, with what introduces whoever and whatever nothing above has introduced. */
export function renderForm(story: Story, form: Form, above: Above): Bullet {
  const { replacing } = form;
  const edits: Edit[] = form.cuts.map(({ start, end }) => ({ start, end }));
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
  return renderDraft(form.line.sentence, withoutOverlap(edits), story.article.paragraphs);
}

/** Of edits at one place the wider one counts. */
function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  for (const edit of sorted) if ((kept.at(-1)?.end ?? -1) <= edit.start) kept.push(edit);
  return kept;
}
