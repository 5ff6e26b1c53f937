import type { BulletWords } from '../bullet-words.ts';
import { countWords, hasFiniteVerb, isFiniteVerb, type Clause } from '../clause.ts';
import type { Edit } from '../draft.ts';
import type { Line, Story } from '../story.ts';
import { isCapital, type Token } from '../token.ts';
import { AGE, findDefinitePhrases, type DefinitePhrase } from './definite-phrases.ts';
import { findFullerPhrase } from './fuller-phrase.ts';
import { sizeInWords } from '../size-in-words.ts';
import type { Need, NeverReason } from './need.ts';
import { isPersonWord } from './person-word.ts';

const MIN_WORDS = 6;
/** A shorter line without a stop is a headline or an item of a list. */
const MIN_CAPTION_WORDS = 8;
/** How much of a sentence may be somebody's words between marks. */
const MAX_SPEECH_SHARE = 0.6;
const WEIGHT = {
  general: 0.15,
  other: 0.05,
  before: 0.15,
  somebody: 0.15,
  we: 0.1,
  you: 0.05,
  stop: 0.01,
} as const;

/**
 * What a sentence needs so that it is understood alone. `kept` are the tokens that tightening left, `resolved` the
 * indexes of those that another place's words stand in for.
 */
export function findNeeds(
  story: Story,
  line: Line,
  { kept, resolved }: { readonly kept: readonly Token[]; readonly resolved: ReadonlySet<number> },
): readonly Need[] {
  const clause: Clause = { tokens: kept, words: story.words };
  const never = whyNever(clause, line, resolved);
  if (never !== undefined) return [{ kind: 'never', because: never }];
  return [
    ...thingNeeds(story, line, clause),
    ...pronounNeeds(clause, line, resolved),
    ...phraseNeeds(clause),
    ...voiceNeeds(clause),
    ...(hasStop(line.sentence.text) ? [] : [{ kind: 'stop', weight: WEIGHT.stop } as const]),
  ];
}

function whyNever(
  clause: Clause,
  { sentence }: Line,
  resolved: ReadonlySet<number>,
): NeverReason | undefined {
  const { tokens, words } = clause;
  const first = tokens.find(({ kind }) => kind === 'word');
  const size = countWords(clause, { from: 0, to: tokens.length });
  if (first === undefined) return 'junk';
  if (size < MIN_WORDS && sizeInWords(sentence.text) < MIN_WORDS) return 'no-sentence';
  if (sentence.text.includes(' | ') || (!hasStop(sentence.text) && !isStatement(clause)))
    return 'no-sentence';
  if (/\?[”"’»)]*$/u.test(sentence.text)) return 'question';
  if (endsOpen(tokens, words)) return 'no-sentence';
  if (isOpener(first, words) && !resolved.has(first.start)) return 'opener';
  if (hasHalfQuote(tokens)) return 'half-quote';
  if (speechShare(tokens) > MAX_SPEECH_SHARE) return 'all-speech';
  if (!/[\p{L}\p{N}]/u.test(sentence.text)) return 'junk';
  if (!mayHaveVerb(clause)) return 'no-sentence';
  const lower = sentence.text.toLowerCase();
  if (ADDRESS.test(lower) || words.junk.some((phrase) => lower.includes(phrase))) return 'junk';
  return undefined;
}

function hasStop(text: string): boolean {
  return /[.!?…。！？।۔؟][”"’'»)\]」』]*$/u.test(text);
}

/** A caption that says something: it opens with a capital and has a verb. */
function isStatement(clause: Clause): boolean {
  const all = { from: 0, to: clause.tokens.length };
  const isLong = countWords(clause, all) >= MIN_CAPTION_WORDS;
  const told = clause.tokens.filter(({ lower }) => !clause.words.captionVerbs.has(lower));
  const isTold = hasFiniteVerb({ ...clause, tokens: told }, { from: 0, to: told.length });
  return isLong && isCapital(clause.tokens[0]) && isTold;
}

/** "… yet to go on sale and": it breaks off. */
function endsOpen(tokens: readonly Token[], { openEnds }: BulletWords): boolean {
  return openEnds.has(tokens.findLast(({ kind }) => kind === 'word')?.lower ?? '');
}

/** Told for languages whose verbs are known: a list of figures has none, nor a word that could be one. */
function mayHaveVerb({ tokens, words }: Clause): boolean {
  if (words.finiteVerbs.size === 0) return true;
  return tokens.some(
    (token) =>
      isFiniteVerb(token, words) ||
      /(?:'s|'re|'ve|'d|'ll|n't)$/u.test(token.lower) ||
      /^\p{Ll}{3,}(?:s|er|ain|te|t)$/u.test(token.text),
  );
}

/** Where to write or to click. */
const ADDRESS = /\bwww\.|https?:|\S@\S+\.\S/u;

/** In scripts without spaces a sentence only begins with the word. */
function isOpener({ base }: Token, words: BulletWords): boolean {
  if (words.openers.has(base)) return true;
  return UNSPACED.test(base) && [...words.openers].some((opener) => base.startsWith(opener));
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The writer's own voice, which in a list of facts sounds like the bot's. */
function voiceNeeds({ tokens, words }: Clause): readonly Need[] {
  const outside = tokens.filter(({ isNested }) => !isNested);
  const isOwn = ({ base }: Token, at: number): boolean =>
    words.firstPerson.has(base) && !isNumeral(outside, at);
  if (outside.some(isOwn)) return [{ kind: 'voice', weight: WEIGHT.we }];
  if (outside.some(({ base }) => words.secondPerson.has(base)))
    return [{ kind: 'voice', weight: WEIGHT.you }];
  return [];
}

/** "World War I", "Charles I". */
function isNumeral(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'I' && at > 0 && isCapital(tokens[at - 1]);
}

/** A mark that opens and does not close, or the other way round. */
function hasHalfQuote(tokens: readonly Token[]): boolean {
  const count = (marks: string): number => tokens.filter(({ text }) => marks.includes(text)).length;
  return (
    count('"') % 2 === 1 ||
    count('“„') < count('”') ||
    (count('“') !== count('”') && count('„') === 0) ||
    count('«') !== count('»') ||
    count('(') !== count(')')
  );
}

function speechShare(tokens: readonly Token[]): number {
  const words = tokens.filter(({ kind }) => kind === 'word');
  return words.filter(({ isNested }) => isNested).length / Math.max(1, words.length);
}

/** "the deal", where the article spoke of it before or takes up what it told. */
function thingNeeds(story: Story, line: Line, clause: Clause): readonly Need[] {
  const { words } = story;
  const needs: Need[] = [];
  const seen = new Set<string>();
  for (const phrase of findDefinitePhrases(clause, story.article.language)) {
    const { stem, head, isExplained, from } = phrase;
    const isKnown = isExplained || seen.has(stem) || stemBefore(clause, from - 1, head);
    seen.add(stem);
    if (isKnown || words.uniqueNouns.has(head)) continue;
    const isSpokenOf = (story.firstAt.get(stem) ?? line.index) < line.index;
    const isTakenUp =
      line.index > 0 &&
      (words.generalNouns.has(head) || words.categoryNouns.has(head) || AGE.test(head));
    if (!isTakenUp && !isSpokenOf) continue;
    const repair = repairOf(story, line, { tokens: clause.tokens, phrase });
    // What the sentence is about weighs more than what it mentions.
    const isSubject = phrase.from <= 2;
    const weight = isTakenUp || isSubject ? WEIGHT.general : WEIGHT.other;
    needs.push({ kind: 'thing', stem, weight, ...(repair === undefined ? {} : { repair }) });
  }
  return needs;
}

/** Only a bare "the deal" is mended: one that has words of its own says another thing. */
function repairOf(
  story: Story,
  line: Line,
  { tokens, phrase }: { readonly tokens: readonly Token[]; readonly phrase: DefinitePhrase },
): Edit | undefined {
  // Of companies, countries and men there are many in a story; which one is meant, nobody can tell for certain.
  if (story.words.categoryNouns.has(phrase.head) || phrase.head.endsWith('ed')) return undefined;
  const determiner = tokens[phrase.from - 1];
  const noun = tokens[phrase.from];
  if (phrase.to - phrase.from !== 1 || determiner === undefined || noun === undefined)
    return undefined;
  // "according to the report": of sources there may be several.
  const source = tokens[phrase.from - 2]?.lower ?? '';
  if (source === 'to' || story.words.reporting.has(source)) return undefined;
  return findFullerPhrase(story, line, { head: phrase.head, determiner, noun });
}

/** Whether the same noun stands earlier in the sentence. */
function stemBefore({ tokens }: Clause, before: number, head: string): boolean {
  const singular = head.replace(/s$/u, '');
  return tokens
    .slice(0, Math.max(0, before))
    .some(({ lower }) => lower.replace(/s$/u, '') === singular);
}

/** A pronoun whose noun stands in another sentence. */
function pronounNeeds(clause: Clause, line: Line, resolved: ReadonlySet<number>): readonly Need[] {
  const { tokens, words } = clause;
  for (const [at, token] of tokens.entries()) {
    if (token.isNested || resolved.has(token.start)) continue;
    if (words.male.has(token.base) || words.female.has(token.base)) {
      if (!hasSomebodyBefore(clause, line, at))
        return [{ kind: 'somebody', weight: WEIGHT.somebody }];
    } else if (words.plural.has(token.base) || words.neuter.has(token.base)) {
      if (!hasNounBefore(clause, at) || isSubjectBehindLead(clause, at))
        return [{ kind: 'sentence-before', weight: WEIGHT.before }];
    } else if (isPointer(clause, at) && isPointing(clause, at)) {
      return [{ kind: 'sentence-before', weight: WEIGHT.before }];
    }
  }
  return [];
}

/** A name, or a word for a person, earlier in the sentence; or a name right behind ("In his speech, X said"). */
function hasSomebodyBefore({ tokens, words }: Clause, { named }: Line, at: number): boolean {
  const place = tokens[at]?.start ?? 0;
  const kept = (start: number): boolean => tokens.some((token) => token.start === start);
  if (named.some(({ mention }) => mention.name.start < place && kept(mention.name.start)))
    return true;
  const comma = tokens.findIndex((token, index) => index > at && token.text === ',');
  // "His brother, Emil," opens with its noun; "In his speech, X" with a preposition.
  const isInLead =
    comma > 0 && comma - at <= 8 && at <= 4 && words.leadOpeners.has(tokens[0]?.lower ?? '');
  const behind = tokens[comma]?.end ?? 0;
  if (
    isInLead &&
    named.some(
      ({ mention }) => mention.titled.start >= behind && mention.titled.start - behind < 40,
    )
  )
    return true;
  return tokens.slice(0, at).some((token) => isPersonWord(token, words));
}

/** "As records go, it was impressive": what it is stands in another sentence. */
function isSubjectBehindLead({ tokens, words }: Clause, at: number): boolean {
  return (
    tokens[at - 1]?.text === ',' &&
    words.leadOpeners.has(tokens[0]?.lower ?? '') &&
    words.openers.has(tokens[at]?.base ?? '')
  );
}

function hasNounBefore({ tokens, words }: Clause, at: number): boolean {
  return tokens
    .slice(0, at)
    .some(
      ({ lower, kind, isNested }) =>
        kind === 'word' &&
        !isNested &&
        !words.functionWords.has(lower) &&
        !words.timeOpeners.has(lower),
    );
}

/** "this", "these"; "that" before a noun for what was told: "that decision". */
function isPointer({ tokens, words }: Clause, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (words.pointers.has(lower)) return true;
  const next = tokens[at + 1]?.lower ?? '';
  return (
    words.nounPointers.has(lower) && (words.generalNouns.has(next) || words.categoryNouns.has(next))
  );
}

/** "this decision" points at another sentence; "this week", "those who" do not. */
function isPointing({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return false;
  return !words.presentSpans.has(next.base) && !words.pointerFollowers.has(next.lower);
}

/** "that day", "the latter", "there": phrases that only the sentence before explains. */
function phraseNeeds({ tokens, words }: Clause): readonly Need[] {
  const line = ` ${tokens
    .filter(({ isNested }) => !isNested)
    .map(({ lower }) => lower)
    .join(' ')} `;
  if (words.contextPhrases.some((phrase) => line.includes(` ${phrase} `)))
    return [{ kind: 'sentence-before', weight: WEIGHT.before }];
  if (opensWithConnective(tokens, words) || isCountOnly(tokens, words))
    return [{ kind: 'sentence-before', weight: WEIGHT.before }];
  const there = tokens.findIndex(({ lower, isNested }) => lower === 'there' && !isNested);
  if (there < 0 || words.existential.size === 0) return [];
  const before = tokens[there - 1];
  // "said there was", but not "fans there had".
  const isFree =
    before === undefined ||
    before.kind === 'mark' ||
    words.functionWords.has(before.lower) ||
    isFiniteVerb(before, words);
  const isExistential = isFree && words.existential.has(tokens[there + 1]?.lower ?? '');
  return isExistential ? [] : [{ kind: 'sentence-before', weight: WEIGHT.before }];
}

/** "Allerdings hatte …": a connective that cannot be cut without turning the sentence round. */
function opensWithConnective(tokens: readonly Token[], { connectives }: BulletWords): boolean {
  const line = `${tokens
    .map(({ lower }) => lower)
    .slice(0, 5)
    .join(' ')} `;
  return connectives.some((phrase) => line.startsWith(`${phrase} `));
}

/** "One had served", "Others said": how many of whom, only the sentence before tells. */
function isCountOnly(tokens: readonly Token[], words: BulletWords): boolean {
  const [first, second] = tokens;
  if (first === undefined || second === undefined) return false;
  return words.countOnly.has(first.lower) && isFiniteVerb(second, words);
}
