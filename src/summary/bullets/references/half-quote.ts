import type { Token } from '../token.ts';

/** A mark that opens and does not close, or the other way round. */
export function hasHalfQuote(tokens: readonly Token[]): boolean {
  const count = (marks: string): number => tokens.filter(({ text }) => marks.includes(text)).length;
  return (
    count('"') % 2 === 1 ||
    count('“„') < count('”') ||
    (count('“') !== count('”') && count('„') === 0) ||
    count('«') !== count('»') ||
    count('(') !== count(')') ||
    closesNothing(tokens.at(-1)) ||
    tokens.some((token, at) => closesSpeech(token, tokens[at - 1])) ||
    /^[“‘„«]$/u.test(tokens.findLast(({ text }) => !/^[.!?]$/u.test(text))?.text ?? '') ||
    isOpenAtEnd(tokens)
  );
}

/** A single mark at the end whose other half stands in a sentence before. */
function closesNothing(last: Token | undefined): boolean {
  return last?.kind === 'mark' && !last.isNested && /^['’]$/u.test(last.text);
}

/** "We have time,' he said": behind a comma no apostrophe stands. */
function closesSpeech({ text, kind, isNested, start }: Token, before: Token | undefined): boolean {
  if (kind !== 'mark' || isNested || !/^['’]$/u.test(text)) return false;
  return before?.end === start && /^[,.!?]$/u.test(before.text);
}

/** "adding that low fees ‘go to the heart of the plan." */
function isOpenAtEnd(tokens: readonly Token[]): boolean {
  const last = tokens.findLast(({ text }) => !/^[.!?]$/u.test(text));
  return last !== undefined && last.isNested && last.kind === 'word';
}
