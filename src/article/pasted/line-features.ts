import type { PageLine } from './page-line.ts';

/** What is known of the page as a whole when its lines are weighed. */
export interface PageFacts {
  /** The words of the headline, in small letters. */
  readonly titleWords: ReadonlySet<string>;
  readonly titleAt: number;
}

/** The names of a line's features, in the order of its vector. */
export const featureNames = [
  'bias', 'size', 'size2', 'closed', 'closedSize', 'small', 'titleCase', 'sentences', 'digits', 'quote', 'bullet', 'list',
  'caption', 'credit', 'note', 'label', 'dateLine', 'bylineLine', 'topics', 'section', 'linkLine', 'ornament', 'disclosure',
  'repeated', 'opens', 'alone', 'blockSize', 'prevProse', 'nextProse', 'nearProse', 'wideProse', 'prevLabel', 'nextLabel',
  'nearLabel', 'nearDate', 'title', 'titleLike', 'afterTitle', 'beforeTitle', 'position', 'ended', 'sinceByline', 'colon', 'ellipsis', 'question', 'personal', 'nearRepeated', 'prevShort', 'nextShort', 'first', 'relatedBefore',
  'afterComments', 'dated', 'nearDated', 'sinceTitle', 'gapBefore', 'gapAfter', 'leadIn', 'blockProse', 'hot',
] as const;

const labelKinds: ReadonlySet<string> = new Set([
  'ad-label', 'share', 'newsletter', 'subscribe', 'related', 'media', 'reading-time', 'comments', 'copyright', 'navigation', 'contact',
]);

/** The vectors of all lines. */
export function featuresOf(lines: readonly PageLine[], facts: PageFacts): readonly (readonly number[])[] {
  const isLabel = (line: PageLine | undefined): number => (line?.kind !== undefined && labelKinds.has(line.kind) ? 1 : 0);
  const proseSum = prefixSums(lines.map((line) => line.prose));
  const labelSum = prefixSums(lines.map((line) => isLabel(line)));
  const dateSum = prefixSums(lines.map((line) => (line.kind === 'date' ? 1 : 0)));
  const datedSum = prefixSums(lines.map((line) => Number(line.dated)));
  const gapsBefore = gaps(lines);
  const gapsAfter = gaps([...lines].reverse()).reverse();
const commentsAt = findComments(lines, facts.titleAt);
  const copySum = prefixSums(lines.map((line) => (line.copies > 1 ? 1 : 0)));
  const total = lines.length;
  const endings = endingsBefore(lines, facts.titleAt);
  const blocks = blockSizes(lines);
  let bylineAt = -1000;
  return lines.map((line, at) => {
    if (line.kind === 'byline' || line.kind === 'date') bylineAt = at;
    const size = Math.min(1, Math.log1p(line.words) / Math.log(80));
    const previous = lines[at - 1];
    const next = lines[at + 1];
    const kind = line.kind ?? '';
    const words = line.text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const shared = words.filter((word) => facts.titleWords.has(word)).length;
    const isTitle = facts.titleWords.size > 1 && shared / Math.max(words.length, facts.titleWords.size) > 0.75 ? 1 : 0;
    return [
      1, size, Math.min(1, line.words / 60), Number(line.closed), line.closed ? size : 0, line.smallShare,
      line.words > 1 && line.smallShare < 0.35 ? 1 : 0,
      Math.min(4, line.text.match(/[.!?。！？।](?=\s|["”’»」]|$)/gu)?.length ?? 0) / 4,
      Math.min(1, (4 * (line.text.match(/\p{Nd}/gu)?.length ?? 0)) / line.text.length),
      /^["“„«「『‘]/u.test(line.text) ? 1 : 0,
      /^(?:[-–—•*·▪◦]|\(?\d{1,2}[.)])\s/u.test(line.text) ? 1 : 0,
      line.text.split(/ [|·•/] |, /u).length > 4 && !line.closed ? 1 : 0,
      Number(kind === 'caption'), Number(kind === 'credit'), Number(kind === 'author-note'), isLabel(line), Number(kind === 'date'),
      Number(kind === 'byline'), Number(kind === 'topics'), Number(kind === 'section'), Number(kind === 'link'), Number(kind === 'ornament'), Number(kind === 'disclosure'),
      line.copies > 1 ? 1 : 0, Number(line.opensBlock), line.opensBlock && (next?.opensBlock ?? true) ? 1 : 0,
      Math.min(1, (blocks[at] ?? 1) / 10),
      previous?.prose ?? 0, next?.prose ?? 0, proseSum(at - 3, at) + proseSum(at + 1, at + 4), (proseSum(at - 10, at) + proseSum(at + 1, at + 11)) / 4,
      isLabel(previous), isLabel(next), (labelSum(at - 4, at) + labelSum(at + 1, at + 5)) / 4,
      (dateSum(at - 3, at) + dateSum(at + 1, at + 4)) / 2,
      isTitle, words.length > 2 ? shared / words.length : 0,
      facts.titleAt >= 0 && at > facts.titleAt ? 1 : 0, facts.titleAt >= 0 && at < facts.titleAt ? 1 : 0,
      at / total, endings[at] ?? 0, at - bylineAt > 0 && at - bylineAt < 6 ? 1 : 0,
      /[:：]$/u.test(line.text) ? 1 : 0, /(?:\.\.\.|…|\[…\]|\[\.\.\.\])$/u.test(line.text) ? 1 : 0, /[?？؟]$/u.test(line.text) ? 1 : 0,
      /^(?:I|My|I’m|I'm|Ich)\s/u.test(line.text) ? 1 : 0,
      (copySum(at - 4, at) + copySum(at + 1, at + 5)) / 4,
      previous !== undefined && previous.words < 8 ? 1 : 0, next !== undefined && next.words < 8 ? 1 : 0, at < 3 ? 1 : 0,
      previous?.kind === 'related' ? 1 : 0,
      at >= commentsAt ? 1 : 0,
      Number(line.dated),
      Math.min(1, (datedSum(at - 6, at) + datedSum(at + 1, at + 7)) / 4),
      facts.titleAt >= 0 && at > facts.titleAt ? Math.exp((facts.titleAt - at) / 8) : 0,
      gapsBefore[at] ?? 0, gapsAfter[at] ?? 0,
      facts.titleAt >= 0 && at > facts.titleAt && proseSum(facts.titleAt, at) < 0.5 && line.prose < 0.5 ? 1 : 0,
      line.prose,
      line.prose * (proseSum(at - 5, at) + proseSum(at + 1, at + 6)) / 4,
    ];
  });
}

/** For each line, how many labels that close a story ("Related articles") stand before it and after the story's first paragraphs. */
function endingsBefore(lines: readonly PageLine[], titleAt: number): readonly number[] {
  let count = 0;
  let prose = 0;
  const least = Math.min(6, Math.max(1.5, 0.15 * lines.slice(Math.max(0, titleAt)).reduce((sum, line) => sum + fullProse(line), 0)));
  return lines.map((line, at) => {
    const before = count;
    if (at > titleAt) prose += fullProse(line);
    if (line.kind !== undefined && endKinds.has(line.kind) && prose >= least) count += 1;
    return Math.min(1, before / 8);
  });
}

/** Where readers' comments begin: under a heading of theirs, and with dated lines between the paragraphs. */
export function findComments(lines: readonly PageLine[], titleAt: number): number {
  let prose = 0;
  for (const [at, line] of lines.entries()) {
    if (at > titleAt) prose += fullProse(line);
    if (line.kind !== 'comments' || prose < 0.4) continue;
    let answers = 0;
    for (let i = at + 1; i < Math.min(lines.length - 1, at + 50); i += 1) {
      if (lines[i]?.dated === true && lines[i + 1]?.dated === false && lines[i + 1]?.kind === undefined) answers += 1;
    }
    if (answers >= 3) return at;
  }
  return lines.length;
}

/** Paragraphs alone: a teaser without an end counts for nothing. */
function fullProse(line: PageLine): number {
  return line.closed && line.prose >= 0.3 ? line.prose : 0;
}

const endKinds: ReadonlySet<string> = new Set(['comments', 'related', 'author-note', 'topics', 'copyright']);

/** How many lines lie between a line and the last paragraph before it, 0 to 1. */
function gaps(lines: readonly PageLine[]): number[] {
  let gap = 12;
  return lines.map((line) => {
    const before = gap;
    gap = line.prose > 0.3 ? 0 : gap + 1;
    return Math.min(1, before / 12);
  });
}

function blockSizes(lines: readonly PageLine[]): readonly number[] {
  const sizes: number[] = [];
  let start = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    if (at < lines.length && lines[at]?.opensBlock === false) continue;
    for (let i = start; i < at; i += 1) sizes.push(at - start);
    start = at;
  }
  return sizes;
}

function prefixSums(values: readonly number[]): (from: number, to: number) => number {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  const at = (index: number): number => sums[Math.max(0, Math.min(values.length, index))] ?? 0;
  return (from, to) => at(to) - at(from);
}
