import type { Mark } from './mark.ts';

/** An opening mark and the one that closes it. */
export interface MarkPair {
  readonly open: Mark;
  readonly close: Mark;
  /** Marks of the same family stand between the two: perhaps a mark was lost, and narrator's words are among them. */
  readonly isTangled: boolean;
}

export interface Pairing {
  /** The outermost pairs, ascending. */
  readonly pairs: readonly MarkPair[];
  /** For each mark of a pair, nested or not, where its partner stands. */
  readonly partners: ReadonlyMap<number, number>;
  /** The last mark that opens, where nothing closes it and none of its family comes after it. */
  readonly tail?: Mark;
  /** A mark that closes before any of its family has opened. */
  readonly head?: Mark;
}

/** Pairs the marks of one paragraph in one pass; a mark without its partner spoils no other pair. */
export function pairMarks(text: string, marks: readonly Mark[]): Pairing {
  const found: MarkPair[] = [];
  const stack: Open[] = [];
  const sureAhead = findSureAhead(marks);
  const lastOf = new Map<Mark['family'], Mark>();
  let head: Mark | undefined;
  for (const [index, mark] of marks.entries()) {
    const at = mark.does === 'open' ? -1 : findPartner(stack, mark);
    if (at >= 0 && mark.isWeak && sureAhead[index] === true) continue;
    if (at >= 0) close(stack, { at, mark, text, found });
    else if (mark.does === 'close' || !canOpen(mark)) {
      if (!mark.isWeak && !lastOf.has(mark.family)) head ??= mark;
    } else stack.push({ mark, hasNested: false, hasSpeech: false });
    lastOf.set(mark.family, mark);
  }
  const tail = stack.findLast(({ mark }) => lastOf.get(mark.family) === mark)?.mark;
  return { ...outermost(found), ...(tail && { tail }), ...(head && { head }) };
}

interface Open {
  readonly mark: Mark;
  hasNested: boolean;
  /** Something that ends like a sentence said stands inside, between marks of the same kind. */
  hasSpeech: boolean;
}

/** Nobody nests deeper. */
const MAX_DEPTH = 6;

/** The opening mark that this one closes: its own counterpart before one that only matches by mistake. */
function findPartner(stack: readonly Open[], mark: Mark): number {
  const bottom = Math.max(0, stack.length - MAX_DEPTH);
  let mixed = -1;
  for (let at = stack.length - 1; at >= bottom; at -= 1) {
    const open = stack[at]?.mark;
    if (open?.family !== mark.family) continue;
    if (isCounterpart(open, mark)) return at;
    if (mixed < 0 && canBeMistaken(mark)) mixed = at;
  }
  return mixed;
}

const COUNTERPARTS: ReadonlySet<string> = new Set(
  ['“”', '„“', '„”', '„‟', '‟”', '‘’', '‚‘', '‚’', '‛’', '””', '’’']
    .concat(['«»', '»«', '»»', '‹›', '›‹', '「」', '『』', '｢｣', '〝〞', '〝〟'])
    .concat(["``''", ',,“', ',,”', '‚‚‘‘']),
);

function isCounterpart(open: Mark, mark: Mark): boolean {
  if (open.draws === 'straight') return open.character === mark.character;
  return COUNTERPARTS.has(open.character + mark.character);
}

/** A single mark that stands alone between spaces is a slip more often than a beginning. */
function canOpen({ family, does, isWeak }: Mark): boolean {
  return !isWeak && (family !== 'single' || does === 'open');
}

/** Whether the mark may close what another kind of its family opened; one that looks like an opening one may not. */
function canBeMistaken({ family, draws, does }: Mark): boolean {
  return family !== 'corner' && !(draws === 'left' && does === 'either');
}

interface Closing {
  readonly at: number;
  readonly mark: Mark;
  readonly text: string;
  readonly found: MarkPair[];
}

/** Takes a pair off the stack. Of two quotations where the first lost its end, the second is kept. */
function close(stack: Open[], { at, mark, text, found }: Closing): void {
  const open = stack[at];
  stack.length = at;
  if (open === undefined) return;
  if (!open.hasSpeech) found.push({ open: open.mark, close: mark, isTangled: open.hasNested });
  const parent = stack.at(-1);
  if (parent?.mark.family !== open.mark.family) return;
  parent.hasNested = true;
  if (parent.mark.character !== open.mark.character) return;
  if (open.hasSpeech || /[,.!?…]$/u.test(text.charAt(mark.start - 1))) parent.hasSpeech = true;
}

/** No quotation waits longer for the end that a doubtful mark was not. */
const MAX_WAIT_CHARS = 800;

/** For each mark, whether one that surely closes follows soon, before the next of its family that opens. */
function findSureAhead(marks: readonly Mark[]): readonly boolean[] {
  const ahead: boolean[] = [];
  const sureAt = new Map<Mark['family'], number>();
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (mark === undefined) continue;
    ahead[index] = (sureAt.get(mark.family) ?? Infinity) - mark.end <= MAX_WAIT_CHARS;
    if (!mark.isWeak) sureAt.set(mark.family, mark.does === 'close' ? mark.start : Infinity);
  }
  return ahead;
}

function outermost(found: readonly MarkPair[]): Pick<Pairing, 'pairs' | 'partners'> {
  const pairs: MarkPair[] = [];
  const partners = new Map<number, number>();
  for (const pair of found.toSorted((a, b) => a.open.start - b.open.start)) {
    partners.set(pair.open.start, pair.close.start).set(pair.close.start, pair.open.start);
    if (pair.open.start >= (pairs.at(-1)?.close.end ?? 0)) pairs.push(pair);
  }
  return { pairs, partners };
}
