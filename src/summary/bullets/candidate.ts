import { MAX_BULLET_WORDS } from '../lengths.ts';
import { LEARNED_LANGUAGE, type Pick, type StoryRanking } from '../ranking/rank-story.ts';
import { findTopics, type Topics } from '../ranking/similarity.ts';
import type { Bullet } from '../summary.ts';
import { LAST_RESORT, RESCUE, type Cut } from './cuts/cut.ts';
import { findLede, LEDE_WEIGHT, opensNews } from './lede.ts';
import {
  findForms,
  introducedBy,
  linesOf,
  NOTHING_ABOVE,
  renderForm,
  type Above,
  type Form,
  type FormsOf,
} from './form.ts';
import { joinNext } from './join-next.ts';
import type { Need, NeverReason } from './references/need.ts';
import { sizeInWords } from './size-in-words.ts';
import type { Line, Story } from './story.ts';

/** Sets are tried among so many of the best sentences. */
const MAX_CANDIDATES = 14;
/**
 * So many of them are tried in a shorter form too, that has so many words less: where the ranking is sure enough to tell what
 * the room is worth.
 */
const MAX_SHORTER = 6;
const MIN_SAVED_WORDS = 4;
/** A bullet reads best at up to so many words. */
export const EASY_WORDS = 24;
/** A shorter one says little. */
const FEW_WORDS = 11;
/** What speaks against a form, in terms that editors take up. */
const FORM_WEIGHT = {
  /** Each content word: one that is less likely to be taken up than this is better left out. */
  term: 0.25,
  /** Each word above what reads easily. */
  long: 0.02,
  /** Each word that it has less than what says something. */
  short: 0.1,
  /** A cut takes something away, however little. */
  cost: 0.1,
} as const;
/** What a text gets that has no sentence of a bullet's size. */
const MAX_LENIENT_WORDS = 60;

/** A sentence that can be a bullet, alone or with the one behind it, and the forms it can have. */
export interface Candidate {
  readonly line: Line;
  /** What the news opens with. */
  readonly isLede: boolean;
  readonly forms: readonly Form[];
  /** All that it could have where there is room. */
  readonly fuller: readonly Form[];
  readonly maxWords: number;
  /** What fits, by what stands above: the same sentence is judged in many sets. */
  readonly fitted: Map<string, Fitted | undefined>;
}

/** What bullets are made from. */
export interface Source {
  readonly story: Story;
  readonly ranking: StoryRanking;
}

export interface Fitted {
  readonly form: Form;
  readonly bullet: Bullet;
  readonly size: number;
  readonly topics: Topics;
  readonly pick: Pick;
}

/**
 * How strict the choice is. `lenient` is for texts of which nothing else is left, such as lists and poems: what is no
 * whole sentence, or all speech, is better than nothing there.
 */
export type Strictness = 'strict' | 'lenient';

const LENIENT: ReadonlySet<NeverReason> = new Set(['no-sentence', 'all-speech', 'question']);

/**
 * The best sentences that can be bullets at all, in the article's order; one that can be told with the one behind it as
 * well is in it twice.
 */
export function findCandidates(
  story: Story,
  ranking: StoryRanking,
  strictness: Strictness,
): readonly Candidate[] {
  const { worths } = ranking;
  const formsOf = remembering((line) => findForms(story, line));
  const lede = findLede(story, formsOf);
  const [opening] = lede === undefined ? [] : formsOf(lede);
  const ledeWeight = opening !== undefined && opensNews(opening) ? LEDE_WEIGHT : 0;
  const scoreOf = (line: Line): number =>
    (worths[line.index] ?? 0) + (line === lede ? ledeWeight : 0);
  const candidates: Candidate[] = [];
  let count = 0;
  for (const line of [...story.lines].sort((a, b) => scoreOf(b) - scoreOf(a))) {
    if (count === MAX_CANDIDATES) break;
    const all = line === lede ? findForms(story, line, true) : formsOf(line);
    const forms = all.filter(({ needs }) => isUsable(needs, strictness));
    if (forms.length === 0) continue;
    const maxWords = strictness === 'strict' ? MAX_BULLET_WORDS : MAX_LENIENT_WORDS;
    const candidate = { line, isLede: line === lede, maxWords };
    const own = { ...candidate, forms, fuller: forms, fitted: new Map() };
    candidates.push(own);
    count += 1;
    const mayBeShort = line !== lede && story.article.language === LEARNED_LANGUAGE;
    if (mayBeShort && count <= MAX_SHORTER) candidates.push(...inShort(own, { story, ranking }));
    const [full] = forms;
    const joined = full === undefined ? undefined : joinNext(story, full, formsOf);
    if (joined !== undefined)
      candidates.push({ ...candidate, forms: [joined], fuller: [joined], fitted: new Map() });
  }
  return candidates.sort((a, b) => a.line.index - b.line.index);
}

/**
 * The same with only its shorter forms: in a set for which it would be too long. Without the circumstances of its statement,
 * it would often say little.
 */
function inShort(candidate: Candidate, source: Source): readonly Candidate[] {
  const best = findFitting(candidate, NOTHING_ABOVE, source);
  if (best === undefined) return [];
  const forms = candidate.forms.slice(candidate.forms.indexOf(best.form) + 1).filter((form) => {
    const { text } = renderForm(source.story, form, NOTHING_ABOVE);
    return (
      form.cost < RESCUE &&
      !form.cuts.some(({ rule, cost }) => TELLING.has(rule) && cost >= LAST_RESORT) &&
      sizeInWords(text) <= best.size - MIN_SAVED_WORDS
    );
  });
  return forms.length === 0 ? [] : [{ ...candidate, forms, fitted: new Map() }];
}

const TELLING: ReadonlySet<Cut['rule']> = new Set(['circumstance', 'lead']);

/** Each sentence is asked for more than once. */
function remembering(formsOf: FormsOf): FormsOf {
  const known = new Map<Line, readonly Form[]>();
  return (line) => {
    const forms = known.get(line) ?? formsOf(line);
    known.set(line, forms);
    return forms;
  };
}

function isUsable(needs: readonly Need[], strictness: Strictness): boolean {
  const never = needs.find((need) => need.kind === 'never');
  return never === undefined || (strictness === 'lenient' && LENIENT.has(never.because));
}

/**
 * The form that tells most of what editors would take up with fewest idle words; nothing where even the barest is
 * longer than a bullet may be.
 */
export function fitCandidate(
  candidate: Candidate,
  above: Above,
  source: Source,
): Fitted | undefined {
  const { fitted } = candidate;
  const key = whatIsTold(candidate, above);
  const known = fitted.get(key);
  if (known !== undefined || fitted.has(key)) return known;
  const found = findFitting(candidate, above, source);
  fitted.set(key, found);
  return found;
}

/** For each person and thing that the candidate would introduce, whether something above has done so. */
function whatIsTold({ forms: [full] }: Candidate, above: Above): string {
  let key = '';
  for (const { person } of full === undefined ? [] : introducedBy(full))
    key += above.people.has(person) ? '1' : '0';
  for (const need of full?.needs ?? [])
    key += need.kind === 'thing' && above.stems.has(need.stem) ? '1' : '0';
  return key;
}

function findFitting(
  { forms, maxWords, isLede }: Candidate,
  above: Above,
  { story, ranking }: Source,
): Fitted | undefined {
  let best: (Omit<Fitted, 'topics'> & { readonly worth: number }) | undefined;
  for (const form of forms) {
    // In an opening that reads easily even a circumstance is news.
    const isEnough = form.isLastResort || (isLede && (best?.size ?? Infinity) <= EASY_WORDS);
    if (best !== undefined && isEnough) break;
    const bullet = renderForm(story, form, above);
    const size = sizeInWords(bullet.text);
    if (size > maxWords) continue;
    const mention = ranking.mentionOf(bullet.text);
    const worth =
      ranking.told(mention) -
      FORM_WEIGHT.term * mention.size -
      FORM_WEIGHT.long * Math.max(0, size - EASY_WORDS) -
      FORM_WEIGHT.short * Math.max(0, FEW_WORDS - size) -
      FORM_WEIGHT.cost * form.cost;
    if (best !== undefined && worth <= best.worth) continue;
    best = {
      form,
      bullet,
      size,
      worth,
      pick: { sentences: linesOf(form).map(({ index }) => index), mention },
    };
  }
  if (best === undefined) return undefined;
  return { ...best, topics: findTopics(best.bullet.text, story.article.language) };
}
