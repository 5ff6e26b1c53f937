import type { Token } from '../token.ts';

/** A mark that opens and does not close, or the other way round. */
export function hasHalfQuote(tokens: readonly Token[]): boolean {
  const count = (marks: string): number => tokens.filter(({ text }) => marks.includes(text)).length;
  // „…“, „…” and „…": whatever closes, it does so once for each that opens.
  const isUneven =
    count('„') > 0
      ? count('„') !== count('“”"')
      : count('"') % 2 === 1 || (count('“') !== count('”') && !areTwins(tokens));
  return (
    isUneven ||
    count('«') !== count('»') ||
    count('(') !== count(')') ||
    closesNothing(tokens.at(-1)) ||
    tokens.some((token, at) => closesSpeech(token, tokens[at - 1])) ||
    opensAtEnd(tokens) ||
    isOpenAtEnd(tokens)
  );
}

/** “so“: of two equal marks the second stands right behind a word. */
function areTwins(tokens: readonly Token[]): boolean {
  const marks = tokens.flatMap(({ text }, at) => (/[“”]/u.test(text) ? [at] : []));
  return (
    marks.length % 2 === 0 &&
    marks.every(
      (at, index) =>
        tokens[at]?.text === '“' && (index % 2 === 1) === isRightBehindWord(tokens, at),
    )
  );
}

function isRightBehindWord(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && before.end === token?.start;
}

/** "He said: “": nothing behind the mark; the same mark closes „…“. */
function opensAtEnd(tokens: readonly Token[]): boolean {
  const last = tokens.findLast(({ text }) => !/^[.!?]$/u.test(text))?.text ?? '';
  const isClosing = tokens.filter(({ text }) => /[„“]/u.test(text)).length > 1;
  return last === '‘' || (last === '“' && !isClosing);
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
