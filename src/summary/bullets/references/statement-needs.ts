import type { BulletWords } from '../bullet-words.ts';
import { hasFiniteVerb, isContracted, isFiniteVerb, type Clause } from '../clause.ts';
import type { Line } from '../story.ts';
import { isCapital, type Token } from '../token.ts';
import { isPersonWord } from './person-word.ts';
import { NEED_WEIGHT, type Need } from './need.ts';

/** What looks like a caption, a command or half a sentence, and may be one: there are verbs that no list has. */
export function findStatementNeeds(clause: Clause, line: Line): readonly Need[] {
  const { tokens, words } = clause;
  if (words.finiteVerbs.size === 0) return [];
  const isTold =
    hasFiniteVerb(clause, { from: 0, to: tokens.length }) ||
    tokens.some((token, at) => isContracted(token) || mayBeVerb(clause, at));
  const isCaption =
    isScene(clause, line) || isShown(clause) || hasKicker(clause) || tellsSides(line, words);
  if (isTold && !isCaption) return [];
  return [{ kind: 'statement', weight: NEED_WEIGHT.statement }];
}

/** "The vote divides the town", "Ferries matter to islanders": it may be a verb by what stands around it. */
function mayBeVerb({ tokens, words }: Clause, at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before?.kind !== 'word' || token === undefined || next?.kind !== 'word') return false;
  if (!/^\p{Ll}{3,}$/u.test(token.text) || words.functionWords.has(token.lower)) return false;
  const isObject = isCapital(next) || words.determiners.has(next.lower);
  const isAdverbial = words.leadOpeners.has(next.lower) || words.complements.has(next.lower);
  if (words.functionWords.has(before.lower) || next.lower === 'of') return false;
  if (token.lower.endsWith('s')) return isObject;
  const isOfMany = before.lower.endsWith('s') && (at === 1 || !isCapital(before));
  return isOfMany && (isObject || isAdverbial);
}

/** "Haug, 71, is shown with his boat". */
function isShown({ tokens, words }: Clause): boolean {
  return tokens.some(
    ({ lower, isNested }, at) =>
      !isNested && words.captionVerbs.has(lower) && words.present.has(tokens[at - 1]?.lower ?? ''),
  );
}

const MAX_SIDE_TOKENS = 6;

/** "Emil Haug (left), a pilot, left Ostvik": where in the picture somebody is. */
function tellsSides({ tokens }: Line, { sides }: BulletWords): boolean {
  return tokens.some(({ lower }, at) => {
    if (!sides.has(lower)) return false;
    const around = tokens.slice(Math.max(0, at - MAX_SIDE_TOKENS), at);
    const open = around.findLastIndex(({ text }) => text === '(' || text === ')');
    return around[open]?.text === '(' && /^[),]$/u.test(tokens[at + 1]?.text ?? '');
  });
}

const MAX_KICKER_WORDS = 4;

/** "Lost at sea: Haug was found": what stands over a caption; "Police: Haug was found" says who claims it. */
function hasKicker(clause: Clause): boolean {
  const { tokens, words } = clause;
  const colon = tokens.findIndex(({ text }) => text === ':');
  const kicker = tokens.slice(0, colon);
  if (colon < 1 || colon > MAX_KICKER_WORDS || !isCapital(tokens[colon + 1])) return false;
  return kicker.every(
    (token, at) =>
      token.kind === 'word' &&
      (at === 0 || !isCapital(token)) &&
      !isFiniteVerb(token, words) &&
      !isPersonWord({ ...token, text: token.lower }, words) &&
      !words.categoryNouns.has(token.lower) &&
      !(kicker.length === 1 && words.uniqueNouns.has(token.lower)),
  );
}

/** "Emil Haug waves to the crowd", "A sailor leans on the rail", "Sailors wait in line": what a picture shows. */
function isScene({ tokens, words }: Clause, { named }: Line): boolean {
  const [first] = tokens;
  const verb = tokens.findIndex(({ lower }) => words.sceneVerbs.has(lower));
  const before = tokens[verb - 1];
  if (first === undefined) return false;
  if (before === undefined) return isCrowd(tokens, words);
  const isNamed = named.some(
    ({ mention }) => mention.titled.start === first.start && mention.name.end === before.end,
  );
  return isNamed || isSomebody(tokens.slice(0, verb), words);
}

const MAX_SUBJECT = 6;

function isSomebody(subject: readonly Token[], words: BulletWords): boolean {
  const last = subject.at(-1);
  const isPhrase = words.determiners.has(subject[0]?.lower ?? '') && subject.length <= MAX_SUBJECT;
  return isPhrase && last !== undefined && isPersonWord(last, words);
}

/** "Women wait in line", "A sailor and her son run through Ostvik": several, and where or in what they do so. */
function isCrowd(tokens: readonly Token[], words: BulletWords): boolean {
  const verb = tokens
    .slice(0, MAX_SUBJECT + 1)
    .findIndex(
      ({ lower }, at) =>
        at > 0 && (words.sceneVerbs.has(`${lower}s`) || words.sceneVerbs.has(`${lower}es`)),
    );
  const subject = tokens.slice(0, Math.max(0, verb));
  const last = subject.at(-1);
  if (last === undefined || isCapital(tokens[verb])) return false;
  if (!subject.every(({ kind }) => kind === 'word')) return false;
  const isPair = subject.some(({ lower }) => words.joints.has(lower));
  const isPerson = isPersonWord(isPair ? last : singularOf(last), words);
  return isPerson && words.leadOpeners.has(tokens[verb + 1]?.lower ?? '');
}

function singularOf(token: Token): Token {
  const lower = token.lower.replace(/s$/u, '').replace(/men$/u, 'man');
  return { ...token, lower, text: token.text.toLowerCase() };
}
