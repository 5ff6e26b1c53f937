/**
 * A line as phrases are compared: small letters, straight quotes, numbers as `#`, without the ornaments at
 * its ends. Quotation marks stay, so that speech is never taken for a label.
 */
export function foldLine(line: string): string {
  const even = IS_ASCII.test(line) ? line.toLowerCase() : foldLetters(line);
  const counted =
    /\d/u.test(even) || !IS_ASCII.test(even) ? even.replace(NUMBER, foldNumber) : even;
  const spaced = WIDE_SPACE.test(counted) ? counted.replace(/\s+/gu, ' ') : counted;
  return IS_PLAIN.test(spaced)
    ? spaced
    : spaced.replace(START_ORNAMENT, '').replace(END_ORNAMENT, '');
}

function foldLetters(line: string): string {
  return line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u0307/gu, '')
    .replace(/[‘’ʼ`´]/gu, "'");
}

/** "1,024" and "12" are both a number; a stop or comma behind it is not its own. */
function foldNumber(found: string): string {
  return /[.,]$/u.test(found) ? `#${found.slice(-1)}` : '#';
}

const NUMBER = /\p{Nd}[\p{Nd}.,]*/gu;
const WIDE_SPACE = /\s{2}|[^\S ]/u;
const IS_ASCII = /^[\x20-\x7e]*$/u;
/** Neither end is an ornament, which is what most lines are like. */
const IS_PLAIN = /^[a-z#"'].*[a-z#.!?:"')]$/su;
const START_ORNAMENT = /^[\s[\p{So}--[©℗]]»›>→•·\|*_=+…–—\-]*[\(\[【]?\s*/v;
const END_ORNAMENT = /[\s[\p{So}--[©℗]]»›>→•·\|*_=+…–—\-]+$/v;
