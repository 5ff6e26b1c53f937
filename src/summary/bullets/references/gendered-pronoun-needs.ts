import type { BulletWords } from '../bullet-words.ts';
import type { Clause } from '../clause.ts';
import type { Line } from '../story.ts';
import { endsLikeParticiple, hasVerbForm, INFINITIVE } from '../cuts/verbs-by-ending.ts';
import { articleOf, isCapital, type Token } from '../token.ts';
import { NEED_WEIGHT, type Need } from './need.ts';
import { isOpenPointer } from './pronoun-needs.ts';
import { saysUnnamed } from './says-unnamed.ts';

/** A pronoun whose noun stands in another sentence, where things are "er" and "sie", "il" and "elle" too. */
export function findGenderedPronounNeeds(
  clause: Clause,
  line: Line,
  { resolved, language }: { readonly resolved: ReadonlySet<number>; readonly language: string },
): readonly Need[] {
  const isOpen = (leans: (at: number) => boolean): boolean =>
    clause.tokens.some(({ isNested, start }, at) => !isNested && !resolved.has(start) && leans(at));
  if (
    isOpen((at) => isOpenPronoun(clause, line, at)) ||
    lacksSubject(clause, line) ||
    saysUnnamed(clause, line, language)
  )
    return [{ kind: 'sentence-before', weight: NEED_WEIGHT.before, isSubject: true }];
  return isOpen((at) => isOpenPossessive(clause, line, at) || isOpenPointer(clause, at))
    ? [{ kind: 'sentence-before', weight: NEED_WEIGHT.before }]
    : [];
}

/**
 * "Dijo que …", "Ha dicho que …", "Evitó hablar", "Murió en 1953", "È morto": where no pronoun is needed, who did so stands in another
 * sentence; the first one may name them at its end.
 */
function lacksSubject(clause: Clause, line: Line): boolean {
  const { tokens, words } = clause;
  const [first, second, third] = tokens;
  if (!words.isProDrop || first === undefined || second === undefined) return false;
  if (words.auxiliaries.has(first.lower))
    return (
      words.contentOpeners.has(third?.lower ?? '') ||
      (line.index > 0 && isAboutSomebody(second, words) && !hasSubjectBehind(clause))
    );
  if (!hasVerbForm(first.lower, words)) return false;
  const isInfinitive = INFINITIVE.test(second.lower) && !words.timeOpeners.has(second.lower);
  if (words.contentOpeners.has(second.lower) || isInfinitive) return true;
  const isPast = !words.finiteForms.has(first.lower);
  return isPast && line.index > 0 && !hasSubjectBehind(clause) && !namesSubject(clause, line);
}

/** "È morto", "Era alla guida": what was done, or where somebody was. */
function isAboutSomebody({ lower }: Token, words: BulletWords): boolean {
  return endsLikeParticiple(lower, words) || words.leadOpeners.has(lower);
}

/** "Entró ayer en vigor la ley", "Llegaron 300 barcos": a noun behind no preposition and before any "and". */
function hasSubjectBehind({ tokens, words }: Clause): boolean {
  const joint = tokens.findIndex(({ lower }) => words.bareConnectives.has(lower));
  return tokens.slice(0, joint < 0 ? tokens.length : joint).some((token, at) => {
    const before = tokens[at - 1];
    if (before === undefined || before.kind === 'mark' || token.isNested) return false;
    const article = articleOf(token);
    const opens =
      words.definites.has(article) ||
      words.indefinites.has(article) ||
      words.numbers.has(article) ||
      /^\d/u.test(article);
    const isBound = [words.leadOpeners, words.complements, words.contentOpeners].some(
      (those) => those.has(before.lower) || those.has(article),
    );
    return opens && !isBound;
  });
}

/** "Ganó la carrera Mara Lund": a name behind no preposition, and in no clause of its own. */
function namesSubject({ tokens, words }: Clause, { named }: Line): boolean {
  return named.some(({ mention }) => {
    const at = tokens.findIndex(({ start }) => start === mention.titled.start);
    const before = tokens[at - 1];
    return (
      before?.kind === 'word' &&
      ![words.leadOpeners, words.complements, words.contentOpeners, words.bareConnectives].some(
        (those) => those.has(before.lower),
      )
    );
  });
}

function isOpenPronoun({ tokens, words }: Clause, line: Line, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || (at > 0 && isCapital(token))) return false;
  const pronouns = [words.male, words.female, words.plural];
  if (!pronouns.some((those) => those.has(token.lower))) return false;
  if (words.impersonals.has(tokens[at + 1]?.lower ?? '')) return false;
  // "Straks, als ze …": one word before a comma is no noun.
  const before = tokens.slice(tokens[1]?.text === ',' ? 2 : 0, at);
  if (isNamedWithin(line, tokens.slice(0, at))) return isObjectOfName({ tokens, words }, line, at);
  if (!hasNoun(before, words)) return true;
  // "Am Montag sagte er": what stands before the verb without a comma sets the scene and is not what is meant.
  if (words.isVerbSecond)
    return !before.some(({ kind }) => kind === 'mark') && !opensWithSubject(before, words);
  // "Dans un discours, il a dit"
  const isBehindLead = before.at(-1)?.text === ',' && before.length > 1;
  return isBehindLead && words.leadOpeners.has(tokens[0]?.lower ?? '');
}

/** "Mara Lund hat ihn verkauft": she who did so is another, and nobody else stands before. */
function isObjectOfName({ tokens, words }: Clause, { named }: Line, at: number): boolean {
  if (!words.objects.has(tokens[at]?.lower ?? '')) return false;
  const [naming] = named;
  const before = tokens.slice(0, at);
  if (naming === undefined || before.some(({ kind }) => kind === 'mark')) return false;
  const { start } = naming.mention.titled;
  const { end } = naming.mention.name;
  const others = before.filter((token) => token.start < start || token.end > end);
  return start === tokens[0]?.start && !others.some(isCapital);
}

/** "Een vrouw zegt dat ze …": where no comma opens a clause. */
function opensWithSubject(before: readonly Token[], words: BulletWords): boolean {
  const { lower = '' } = before[0] ?? {};
  if (words.nounsAreCapital || words.leadOpeners.has(lower) || words.timeOpeners.has(lower))
    return false;
  return before.some(
    (token, at) =>
      [words.definites, words.indefinites, words.numbers].some((those) => those.has(token.lower)) ||
      (at > 0 && (isCapital(token) || /^\d/u.test(token.text))),
  );
}

/** "Seine Firma baut …": whose? "Seinen Brief schrieb Emil Haug" tells it behind, as the phrase is no subject. */
function isOpenPossessive({ tokens, words }: Clause, line: Line, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (!words.possessives.has(lower) || hasNoun(tokens.slice(0, at), words)) return false;
  if (!words.nounsAreCapital) {
    // "Dans son discours, le maire a dit"
    const isInLead = at > 0 && words.leadOpeners.has(tokens[0]?.lower ?? '');
    return !(isInLead && tokens.slice(at).some(({ text }) => text === ','));
  }
  const isObject = at > 0 || /(?:en|em|er)$/u.test(lower);
  return !(isObject && isNamedWithin(line, tokens.slice(at)));
}

/** "Wie" at the start is none, and no time is what a pronoun means. */
function hasNoun(tokens: readonly Token[], words: BulletWords): boolean {
  return tokens.some(
    (token) =>
      token.kind === 'word' &&
      !token.isNested &&
      (isCapital(token) || !words.nounsAreCapital) &&
      !/^\d/u.test(token.text) &&
      !(words.isProDrop && hasVerbForm(token.lower, words)) &&
      !words.functionWords.has(token.lower) &&
      !words.leadOpeners.has(token.lower) &&
      !words.timeOpeners.has(token.lower) &&
      !words.weekdays.has(token.lower),
  );
}

function isNamedWithin({ named }: Line, tokens: readonly Token[]): boolean {
  return named.some(({ mention }) => tokens.some(({ start }) => start === mention.name.start));
}
