import type { Token } from '../token.ts';

/** A mark that opens and does not close, or the other way round. */
export function hasHalfQuote(tokens: readonly Token[]): boolean {
  const count = (mark: string): number => tokens.filter(({ text }) => text === mark).length;
  return (
    hasLooseMark(tokens) ||
    count('(') !== count(')') ||
    closesNothing(tokens.at(-1)) ||
    tokens.some((token, at) => closesSpeech(token, tokens[at - 1])) ||
    tokens.findLast(({ text }) => !/^[.!?]$/u.test(text))?.text === '‘' ||
    isOpenAtEnd(tokens)
  );
}

/** Which double marks close which: „…“, „…” and „…", “…” and “…“, «…» and »…«. */
const CLOSES: Readonly<Record<string, string>> = {
  '„': '“”"',
  '“': '”“',
  '"': '"',
  '«': '»',
  '»': '«',
};

/** Whether a double mark has no other half. */
function hasLooseMark(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const [at, { text }] of tokens.entries()) {
    if (!/^[„“”"«»]$/u.test(text)) continue;
    // Of two equal marks the second stands right behind a word.
    const isTwin = text === '“' && open.at(-1) === '“' && !isRightBehind(tokens, at);
    if (!isTwin && (CLOSES[open.at(-1) ?? ''] ?? '').includes(text)) open.pop();
    else if (text in CLOSES) open.push(text);
    else return true;
  }
  return open.length > 0;
}

function isRightBehind(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && before.end === token?.start;
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
