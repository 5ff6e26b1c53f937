// Fits the numbers by which sentences are ranked, on news whose editors wrote bullets. The news is no part of the
// project; nothing of it but these numbers is.
//   npm run train               writes src/summary/ranking/model.json
//   npm run train -- --check    writes nothing; prints what news that was not learned from makes of such a model
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder } from '../bench/corpora.ts';
import {
  rankStory,
  type Pick,
  type RankingModel,
  type StoryRanking,
} from '../src/summary/ranking/rank-story.ts';
import { countWords } from '../src/text/words.ts';
import { fitRanking } from './fit-ranking.ts';
import { readTrainingStory, type SummaryDocument, type TrainingStory } from './training-story.ts';

const project = path.join(import.meta.dirname, '..');
const modelFile = path.join(project, 'src', 'summary', 'ranking', 'model.json');
const foldCount = 5;

function run(args: readonly string[]): number {
  if (args.some((arg) => arg !== '--check')) {
    process.stderr.write('the only option is --check\n');
    return 2;
  }
  const file = path.join(corporaFolder(process.env), 'summaries', 'train.json');
  if (!existsSync(file)) {
    process.stderr.write(`There is nothing to learn from: ${file} is not there.\n`);
    return 1;
  }
  const documents = JSON.parse(readFileSync(file, 'utf8')) as readonly SummaryDocument[];
  const stories = documents.map(readTrainingStory);
  if (args.includes('--check')) checkModel(stories);
  else writeFileSync(modelFile, renderModel(fitRanking(stories)));
  return 0;
}

function renderModel(model: RankingModel): string {
  const parts = Object.entries(model).map(([name, { base, trees }]) => {
    const lines = (trees as readonly unknown[]).map((tree) => `      ${JSON.stringify(tree)}`);
    return `  "${name}": {\n    "base": ${base},\n    "trees": [\n${lines.join(',\n')}\n    ]\n  }`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** What stories make of a model that was not fitted on them, fold by fold. */
function checkModel(stories: readonly TrainingStory[]): void {
  const all: Row[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const model = fitRanking(stories.filter((_, at) => at % foldCount !== fold));
    const rows = stories
      .filter((_, at) => at % foldCount === fold)
      .map((story) => score(story, model));
    all.push(...rows);
    process.stdout.write(renderRows(`fold ${fold + 1} of ${foldCount}`, rows));
  }
  process.stdout.write(renderRows('cross-validated', all));
  const isFitted = readFileSync(modelFile, 'utf8') === renderModel(fitRanking(stories));
  process.stdout.write(`The shipped model is ${isFitted ? '' : 'not '}what a fit gives now.\n`);
}

interface Row {
  readonly lead: number;
  readonly ranked: number;
  readonly chosen: number;
}

function score(story: TrainingStory, model: RankingModel): Row {
  const { article, sentences, rougeOf } = story;
  const ranking = rankStory(article, sentences, model);
  return {
    lead: rougeOf([0, 1, 2].slice(0, sentences.length)),
    ranked: rougeOf(orderByWorth(ranking).slice(0, 3)),
    chosen: rougeOf(chooseThree(story, ranking)),
  };
}

/** Sets are tried among so many sentences, with so many words at most each and together. */
const CANDIDATES = 12;
const MAX_WORDS = 45;
const MAX_SET_WORDS = 80;

/** The three whole sentences that are worth most together: what bullets are before they are tightened. */
function chooseThree(story: TrainingStory, ranking: StoryRanking): readonly number[] {
  const words = story.sentences.map(({ text }) => countWords(text));
  const wordsOf = (set: readonly number[]): number =>
    set.reduce((sum, at) => sum + (words[at] ?? 0), 0);
  const candidates = orderByWorth(ranking)
    .filter((at) => wordsOf([at]) <= MAX_WORDS)
    .slice(0, CANDIDATES);
  let best: readonly number[] = candidates.slice(0, 1);
  let bestValue = -Infinity;
  for (const [at, a] of candidates.entries())
    for (const [offset, b] of candidates.slice(at + 1).entries())
      for (const c of candidates.slice(at + offset + 2)) {
        if (wordsOf([a, b, c]) > MAX_SET_WORDS) continue;
        const value = ranking.valueOf([a, b, c].map((sentence) => pickOf(sentence, ranking)));
        if (value <= bestValue) continue;
        best = [a, b, c];
        bestValue = value;
      }
  return best;
}

function pickOf(sentence: number, { mentions }: StoryRanking): Pick {
  return { sentences: [sentence], mention: mentions[sentence] ?? { terms: [], size: 0 } };
}

function orderByWorth({ worths }: StoryRanking): readonly number[] {
  return worths.map((_, at) => at).sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
}

function renderRows(name: string, rows: readonly Row[]): string {
  const mean = (kind: keyof Row): string =>
    ((100 * rows.reduce((sum, row) => sum + row[kind], 0)) / rows.length).toFixed(2);
  const scores = `${mean('chosen')} (best three alone ${mean('ranked')}, first three ${mean('lead')})`;
  return `${name.padEnd(16)} ${String(rows.length).padStart(4)} stories  ROUGE ${scores}\n`;
}

process.exitCode = run(process.argv.slice(2));
