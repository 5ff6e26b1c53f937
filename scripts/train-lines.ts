// Fits the weights by which a pasted page's lines are told apart, on pages whose story a person marked. The pages are
// no part of the project; nothing of them but these numbers is.
//   npm run train:lines               writes src/article/pasted/line-weights.json
//   npm run train:lines -- --check    writes nothing; prints what pages that were not learned from make of the weights
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder, findAnnotatedPages, findPageTexts } from '../bench/corpora.ts';
import { scorePage, scoreSet, type PageScore } from '../bench/shingle-score.ts';
import { chooseLines, openLines, type LineWeights } from '../src/article/pasted/choose-lines.ts';
import { splitGlued } from '../src/article/pasted/glued-text.ts';
import { findHeadline } from '../src/article/pasted/headline.ts';
import { findFeatures, type FeatureName } from '../src/article/pasted/line-features.ts';
import { readPageLines, type PageLine } from '../src/article/pasted/page-line.ts';
import { joinWrappedLines, splitLines } from '../src/article/pasted/text-lines.ts';
import { fitLogistic, type Example } from './fit-logistic.ts';
import { labelLines } from './label-lines.ts';

const project = path.join(import.meta.dirname, '..');
const weightsFile = path.join(project, 'src', 'article', 'pasted', 'line-weights.json');
const foldCount = 5;

/** A page as the reader sees it, with its story. */
interface TrainingPage {
  readonly lines: readonly PageLine[];
  readonly titleAt: number;
  readonly reference: string;
  readonly examples: readonly Example[];
}

function run(args: readonly string[]): number {
  if (args.some((arg) => arg !== '--check')) {
    process.stderr.write('the only option is --check\n');
    return 2;
  }
  const corpora = corporaFolder(process.env);
  const pages = findTrainingPages(corpora);
  if (pages === undefined) {
    process.stderr.write(`There are no marked pages to learn from in ${corpora}.\n`);
    return 1;
  }
  if (args.includes('--check')) process.stdout.write(checkWeights(pages));
  else writeFileSync(weightsFile, renderWeights(fitWeights(pages)));
  return 0;
}

/** The pages in the order of their ids, or `undefined` where the corpora are not there. */
function findTrainingPages(corpora: string): readonly TrainingPage[] | undefined {
  const annotated = findAnnotatedPages(corpora);
  const texts = findPageTexts(corpora);
  if (annotated === undefined || texts === undefined) return undefined;
  return annotated.flatMap(({ id, url, reference }) => {
    const text = texts.get(id);
    return text === undefined ? [] : [toTrainingPage(text, url, reference)];
  });
}

/** Reads a page in the steps of `readText`. */
function toTrainingPage(text: string, url: string, reference: string): TrainingPage {
  const lines = readPageLines(splitGlued(joinWrappedLines(splitLines(text))));
  const titleAt = findHeadline(lines, { url });
  return { lines, titleAt, reference, examples: findExamples(lines, titleAt, reference) };
}

/** The lines that the weights decide on. Every page counts alike; in it a line by its gain in `chooseLines`. */
function findExamples(
  lines: readonly PageLine[],
  titleAt: number,
  reference: string,
): readonly Example[] {
  const labels = labelLines(lines, reference);
  const features = findFeatures(lines, { titleAt });
  const open = openLines(lines, titleAt);
  const sizeAt = (at: number): number => Math.sqrt(Math.max(1, lines[at]?.words ?? 1));
  const total = open.reduce((sum, at) => sum + sizeAt(at), 0);
  return open.map((at) => ({
    values: Object.values(features[at] ?? {}),
    isTrue: labels[at] === true,
    weight: sizeAt(at) / total,
  }));
}

/** Two decimals: more would be the pages' own and no language's. */
function fitWeights(pages: readonly TrainingPage[]): LineWeights {
  const fitted = fitLogistic(pages.flatMap((page) => page.examples));
  const names = featureNames(pages);
  return Object.fromEntries(
    names.map((name, at) => [name, Number((fitted[at] ?? 0).toFixed(2))]),
  ) as LineWeights;
}

function featureNames(pages: readonly TrainingPage[]): readonly FeatureName[] {
  const features = findFeatures(pages[0]?.lines.slice(0, 1) ?? [], { titleAt: -1 });
  return Object.keys(features[0] ?? {}) as FeatureName[];
}

function renderWeights(weights: LineWeights): string {
  return `${JSON.stringify(weights, null, 2)}\n`;
}

/** What the weights make of pages that they were not fitted on, fold by fold, and the shipped ones of all pages. */
function checkWeights(pages: readonly TrainingPage[]): string {
  const folds = Array.from({ length: foldCount }, (_, fold) => {
    const weights = fitWeights(pages.filter((__, at) => at % foldCount !== fold));
    return pages.filter((__, at) => at % foldCount === fold).map((page) => scoreOf(page, weights));
  });
  const shipped = readFileSync(weightsFile, 'utf8');
  const shippedWeights = JSON.parse(shipped) as LineWeights;
  const isFitted = shipped === renderWeights(fitWeights(pages));
  const lines = [
    ...folds.map((scores, fold) => renderScore(`fold ${fold + 1} of ${foldCount}`, scores)),
    renderScore('cross-validated', folds.flat()),
    renderScore(
      'shipped weights',
      pages.map((page) => scoreOf(page, shippedWeights)),
    ),
    `The shipped weights are ${isFitted ? '' : 'not '}what a fit gives now.`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** How well the chosen lines cover the story; the headline is none of its lines. */
function scoreOf({ lines, titleAt, reference }: TrainingPage, weights: LineWeights): PageScore {
  const chosen = chooseLines(lines, titleAt, weights);
  const kept = lines.filter((_, at) => chosen[at] === true && at !== titleAt);
  return scorePage(reference, kept.map((line) => line.text).join('\n'));
}

function renderScore(name: string, scores: readonly PageScore[]): string {
  const { f1, precision, recall } = scoreSet(scores);
  const numbers = `F1 ${f1.toFixed(4)} (${precision.toFixed(3)} / ${recall.toFixed(3)})`;
  return `${name.padEnd(16)} ${String(scores.length).padStart(3)} pages  ${numbers}`;
}

process.exitCode = run(process.argv.slice(2));
