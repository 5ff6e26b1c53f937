import { addAbortSignal } from 'node:stream';
import { composeDesk, type Desk } from '../compose.ts';
import type { Config } from '../config/config.ts';
import type { Summarized } from '../engine/summarized.ts';
import type { Wanted } from '../engine/wanted.ts';
import { printableName } from '../post/printable.ts';
import { problemSentence } from '../post/problem-sentence.ts';
import type { Block } from '../platforms/terminal/block.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';
import { loadFile, loadStream, type Loaded } from './load-source.ts';
import { renderBlocks } from './render-blocks.ts';
import { jsonLine, summarizedJson } from './render-json.ts';
import { noSpinner, startSpinner } from './spinner.ts';

/** In which form a command answers. */
export interface FormOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

export type Done = Extract<Summarized, { readonly status: 'done' }>;

export interface Question {
  /** A link, a file or `-`. */
  readonly source: string;
  readonly config: Config;
  readonly wanted: Wanted;
  readonly form: FormOptions;
  /** Whether JSON tells what was cut from the page. */
  readonly withCuts?: boolean;
  readonly blocksOf: (done: Done) => readonly Block[];
}

/** Answers what was asked about a source on stdout, or says on stderr why it cannot. Resolves to the exit code. */
export async function answerSource(io: CliIo, question: Question): Promise<number> {
  const result = await workOnSourceNamed(io, question);
  const { form, withCuts = false, blocksOf } = question;
  if (result.status === 'failed') {
    if (form.json === true)
      await write(io.stdout, jsonLine(summarizedJson(result, { withCuts: false })), io.signal);
    await write(io.stderr, `${problemSentence(result.problem)}\n`, io.signal);
    return exitCodes.failed;
  }
  const text =
    form.json === true
      ? jsonLine(summarizedJson(result, { withCuts }))
      : renderBlocks(blocksOf(result), form, io);
  await write(io.stdout, text, io.signal);
  return exitCodes.done;
}

async function workOnSourceNamed(io: CliIo, question: Question): Promise<Summarized> {
  const { source, config } = question;
  const desk = composeDesk(config);
  const isTyped = source === '-' && io.stdin.isTTY === true;
  const spinner = isTyped ? noSpinner : startSpinner(io, `Reading ${nameOf(source)}`);
  try {
    desk.warm();
    return await work(io, question, desk);
  } finally {
    spinner.stop();
    await desk.close();
  }
}

async function work(
  io: CliIo,
  { source, config, wanted }: Question,
  desk: Desk,
): Promise<Summarized> {
  if (isLink(source)) return desk.workOnLink(source, wanted, io.signal);
  const loaded = await load(source, io, config);
  return loaded.status === 'failed' ? loaded : desk.workOnRaw(loaded.raw, wanted, io.signal);
}

function nameOf(source: string): string {
  return source === '-' ? 'standard input' : printableName(source, 60);
}

/** Anything with a scheme; which ones can be opened is for the fetcher to say. */
function isLink(source: string): boolean {
  return /^\s*[a-z][a-z\d+.-]*:\/\//iu.test(source);
}

async function load(source: string, io: CliIo, { files: limits }: Config): Promise<Loaded> {
  if (source !== '-') return loadFile(source, { limits, cwd: io.cwd, signal: io.signal });
  return loadStream(addAbortSignal(io.signal, io.stdin), limits);
}
