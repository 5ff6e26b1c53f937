import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { Token } from './tokens.ts';

/** A description is seldom longer; one that is gets no end that could be trusted. */
export const MAX_ROLE_TOKENS = 30;

/** Where a description that begins at `start` ends: before a comma, a full stop, a mark; `undefined` where it is none. */
export function endOfPhrase(run: NameRun, start: number, lexicon: Lexicon): number | undefined {
  const end = endOfWords(run, start, lexicon);
  const isOpen = end !== undefined && lexicon.pairs.has(run.tokens[end - 1]?.key ?? '');
  return isOpen ? end - 1 : end;
}

function endOfWords(run: NameRun, start: number, lexicon: Lexicon): number | undefined {
  const { tokens } = run;
  let inClause = false;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (at - start > MAX_ROLE_TOKENS) return undefined;
    if (!token.isWord) {
      const closing = closingOf(tokens, at);
      if (closing !== undefined) {
        if (tokens[closing - 1]?.text === ',') return closing + 1;
        at = closing;
        continue;
      }
      if (isInside(token.text)) continue;
      if (token.text === ',' && isPlaceTail(tokens, at)) {
        at += 1;
        while (tokens[at + 1]?.isCapital === true || isJoint(tokens, at + 1)) at += 1;
        return at + 1;
      }
      return at;
    }
    if (lexicon.relatives.has(token.key)) inClause = true;
    else if (!inClause && lexicon.finite.has(token.key)) return undefined;
    else if (
      !inClause &&
      at > start &&
      lexicon.speech.has(token.key) &&
      !isNounHere(tokens, at, lexicon)
    )
      return at;
  }
  return tokens.length;
}

/** "Air, Sea & Land": the last of several names follows a sign. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '&' && tokens[at + 1]?.isCapital === true;
}

/** Where a short title between marks ends that belongs to the description: "author of “Low Water”". */
function closingOf(tokens: readonly Token[], at: number): number | undefined {
  const mark = tokens[at]?.text ?? '';
  const closing = mark === '“' ? '”' : mark === '"' ? '"' : undefined;
  if (closing === undefined) return undefined;
  for (let end = at + 2; end < Math.min(tokens.length, at + 12); end += 1)
    if (tokens[end]?.text === closing) return tokens[at + 1]?.isCapital === true ? end : undefined;
  return undefined;
}

/** Marks that do not end a description. */
export function isInside(mark: string): boolean {
  return /^[&/'’$%#]$/u.test(mark);
}

/** "author of": what ends with a small word goes on behind the mark. */
export function isCutShort(last: Token | undefined, lexicon: Lexicon): boolean {
  if (last === undefined) return true;
  return [lexicon.prepositions, lexicon.articles, lexicon.belongs].some((words) =>
    words.has(last.key),
  );
}

/** "the report", "its answers": behind an article a word that can be a verb is none. */
function isNounHere(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const before = tokens[at - 1]?.key ?? '';
  return (
    lexicon.articles.has(before) ||
    lexicon.possessives.has(before) ||
    tokens[at]?.isCapital === true
  );
}

/** "Sparks, Nevada,": a place behind a place. */
function isPlaceTail(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma - 1]?.isCapital !== true) return false;
  let at = comma + 1;
  while (at - comma < 4 && tokens[at]?.isCapital === true && tokens[at]?.isPossessive !== true)
    at += 1;
  if (at === comma + 1) return false;
  const next = tokens[at];
  return next === undefined || /^[,.;:!?—–”"“&]$/u.test(next.text);
}
