/** Letters and digits alone, lower case, one space between words: what titles are compared by. */
export function foldTitle(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How much of the shorter text's words (or letter pairs, in scripts without spaces) the longer has: 0 to 1. */
export function agreement(a: string, b: string): number {
  const [short, long] = [foldTitle(a), foldTitle(b)].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short === '') return 0;
  if (short === long) return 1;
  const shortParts = partsOf(short);
  const longParts = partsOf(long);
  const common = [...shortParts].filter((part) => longParts.has(part)).length;
  return common / Math.min(shortParts.size, longParts.size);
}

function partsOf(folded: string): ReadonlySet<string> {
  const words = folded.split(' ');
  const isSpaced = words.length > 2 || folded.length < 6;
  if (isSpaced) return new Set(words);
  return new Set(Array.from({ length: folded.length - 1 }, (_, at) => folded.slice(at, at + 2)));
}
