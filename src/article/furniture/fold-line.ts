/**
 * A line as phrases are compared: small letters, straight quotes, numbers as `#`, without the ornaments at
 * its ends. Quotation marks stay, so that speech is never taken for a label.
 */
export function foldLine(line: string): string {
  const even = isAscii.test(line) ? line.toLowerCase() : foldLetters(line);
  const counted = /\d/u.test(even) || !isAscii.test(even) ? even.replace(number, foldNumber) : even;
  const spaced = wideSpace.test(counted) ? counted.replace(/\s+/gu, ' ') : counted;
  return isPlain.test(spaced) ? spaced : spaced.replace(startOrnament, '').replace(endOrnament, '');
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

const number = /\p{Nd}[\p{Nd}.,]*/gu;
const wideSpace = /\s{2}|[^\S ]/u;
const isAscii = /^[\x20-\x7e]*$/u;
/** Neither end is an ornament, which is what most lines are like. */
const isPlain = /^[a-z#"'].*[a-z#.!?:"')]$/su;
const startOrnament = /^[\s[\p{So}--[©℗]]»›>→•·\|*_=+…–—\-]*[\(\[【]?\s*/v;
const endOrnament = /[\s[\p{So}--[©℗]]»›>→•·\|*_=+…–—\-]+$/v;
