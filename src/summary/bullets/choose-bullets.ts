import type { Person } from '../../people/person.ts';
import { findTopics, similarity, type Topics } from '../ranking/similarity.ts';
import { MAX_BULLET_WORDS, type LengthLimits } from '../lengths.ts';
import type { Bullet } from '../summary.ts';
import { findForms, renderForm, type Above, type Form } from './form.ts';
import type { Need } from './references/need.ts';
import { sizeInWords } from './size-in-words.ts';
import type { Line, Story } from './story.ts';
import { findStems } from '../../text/stems.ts';

/** Sets are tried among so many of the best sentences. */
const MAX_CANDIDATES = 14;
/** A bullet reads best at about so many words; a longer one pays for each word above. */
const EASY_WORDS = 28;

/** A set of bullets in the article's order. */
export interface Choice {
  readonly bullets: readonly Bullet[];
  readonly lines: readonly Line[];
  readonly value: number;
}

/**
 * The set of bullets that tells most within the limits: what its sentences are worth, less what they repeat, what they
 * leave open, and what tightening took.
 */
export function chooseBullets(
  story: Story,
  scores: readonly number[],
  limits: LengthLimits,
): Choice {
  const candidates = takeCandidates(story, scores);
  const none: Choice = { bullets: [], lines: [], value: 0 };
  let best = none;
  const visit = (from: number, chosen: readonly Candidate[]): void => {
    if (chosen.length > 0) {
      const choice = judge(story, chosen, limits);
      if (choice !== undefined && choice.value > best.value) best = choice;
    }
    if (chosen.length === limits.bullets) return;
    for (let at = from; at < candidates.length; at += 1) {
      const candidate = candidates[at];
      if (candidate !== undefined) visit(at + 1, [...chosen, candidate]);
    }
  };
  visit(0, []);
  return best;
}

interface Candidate {
  readonly line: Line;
  readonly forms: readonly Form[];
  readonly score: number;
  readonly topics: Topics;
  readonly stems: ReadonlySet<string>;
  /** What fits, by what stands above. */
  readonly fitted: Map<string, Fitted | undefined>;
}

interface Fitted {
  readonly form: Form;
  readonly bullet: Bullet;
  readonly size: number;
}

/** The best sentences that can be bullets at all, in the article's order. */
function takeCandidates(story: Story, scores: readonly number[]): readonly Candidate[] {
  const order = story.lines
    .map((line) => line)
    .sort((a, b) => (scores[b.index] ?? 0) - (scores[a.index] ?? 0));
  const candidates: Candidate[] = [];
  for (const line of order) {
    if (candidates.length === MAX_CANDIDATES) break;
    const forms = findForms(story, line).filter(
      ({ needs }) => !needs.some(({ kind }) => kind === 'never'),
    );
    if (forms.length === 0) continue;
    const { language } = story.article;
    candidates.push({
      line,
      forms,
      score: scores[line.index] ?? 0,
      topics: findTopics(line.sentence.text, language),
      stems: new Set(findStems(line.sentence.text, language)),
      fitted: new Map(),
    });
  }
  return candidates.sort((a, b) => a.line.index - b.line.index);
}

/** Weights of what speaks against a set, in the ranking's units. Set by reading. */
const WEIGHT = { repeat: 0.6, cost: 0.02, long: 0.004, missing: 0.01 } as const;

function judge(
  story: Story,
  chosen: readonly Candidate[],
  limits: LengthLimits,
): Choice | undefined {
  let value = 0;
  let words = 0;
  const bullets: Bullet[] = [];
  const above = {
    people: new Set<Person>(),
    stems: new Set<string>(),
    indexes: new Set<number>(),
  };
  for (const [at, candidate] of chosen.entries()) {
    const fitted = fit(story, candidate, above);
    if (fitted === undefined) return undefined;
    const { form, bullet, size } = fitted;
    words += size;
    if (words > limits.maxWords) return undefined;
    bullets.push(bullet);
    value +=
      candidate.score - WEIGHT.cost * form.cost - WEIGHT.long * Math.max(0, size - EASY_WORDS);
    for (const need of form.needs) value -= costOf(need, candidate, above);
    for (const before of chosen.slice(0, at))
      value -= WEIGHT.repeat * similarity(before.topics, candidate.topics) ** 2;
    for (const { person } of form.introduces) above.people.add(person);
    for (const stem of candidate.stems) above.stems.add(stem);
    above.indexes.add(candidate.line.index);
  }
  value -= WEIGHT.missing * Math.max(0, limits.minWords - words);
  return { bullets, lines: chosen.map(({ line }) => line), value };
}

interface AboveAll extends Above {
  readonly indexes: ReadonlySet<number>;
}

/** What a need costs below these bullets: the sentence right before explains most, the lede much. */
function costOf(need: Need, { line }: Candidate, above: AboveAll): number {
  if (need.kind === 'never') return Infinity;
  if (need.kind === 'voice') return need.weight;
  const isRightBehind = above.indexes.has(line.index - 1);
  if (need.kind === 'thing') {
    if (above.stems.has(need.stem) || need.repair !== undefined) return 0;
    if (isRightBehind) return need.weight * SHARE.rightBehind;
    return above.indexes.has(0) ? need.weight * SHARE.belowLede : need.weight;
  }
  const isMeant = need.kind === 'sentence-before' || above.people.size > 0;
  return isRightBehind && isMeant ? need.weight * SHARE.rightBehind : need.weight;
}

/** How much of a need is left where something above explains it in part. */
const SHARE = { rightBehind: 0.2, belowLede: 0.6 } as const;

/** The same sentence is judged in many sets, and what stands above is all that changes it. */
function fit(story: Story, candidate: Candidate, above: Above): Fitted | undefined {
  const [full] = candidate.forms;
  const flags = [
    ...(full?.introduces ?? []).map(({ person }) => above.people.has(person)),
    ...(full?.needs ?? []).map((need) => need.kind === 'thing' && above.stems.has(need.stem)),
  ];
  const key = flags.map(Number).join('');
  if (!candidate.fitted.has(key)) candidate.fitted.set(key, findFitting(story, candidate, above));
  return candidate.fitted.get(key);
}

/** The fullest form that is no longer than a bullet may be. */
function findFitting(story: Story, { forms }: Candidate, above: Above): Fitted | undefined {
  let shortest: Fitted | undefined;
  for (const form of forms) {
    const bullet = renderForm(story, form, above);
    const size = sizeInWords(bullet.text);
    if (size <= EASY_WORDS) return { form, bullet, size };
    if (size <= MAX_BULLET_WORDS && (shortest === undefined || size < shortest.size))
      shortest = { form, bullet, size };
  }
  return shortest;
}
