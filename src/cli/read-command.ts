import { addAbortSignal } from 'node:stream';
import type { Reading } from '../article/reading.ts';
import { composeReader, type Reader } from '../compose.ts';
import type { Config } from '../config/config.ts';
import { printableName } from '../post/printable.ts';
import { problemSentence } from '../post/problem-sentence.ts';
import { articleBlocks, cutBlocks } from './article-blocks.ts';
import { exitCodes, isStyled, write, type CliIo } from './cli-io.ts';
import { loadFile, loadStream, type Loaded } from './load-source.ts';
import { jsonLine, readingJson } from './render-json.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderForTerminal, renderPlain } from './render-text.ts';
import { noSpinner, startSpinner } from './spinner.ts';

export interface ReadOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly explain?: boolean;
}

/** `nutgraf read`: one article to stdout, or why there is none to stderr. Resolves to the exit code. */
export async function runRead(
  io: CliIo,
  {
    source,
    options,
    config,
  }: { readonly source: string; readonly options: ReadOptions; readonly config: Config },
): Promise<number> {
  const reader = composeReader(config);
  const isTyped = source === '-' && io.stdin.isTTY === true;
  const spinner = isTyped ? noSpinner : startSpinner(io, `Reading ${nameOf(source)}`);
  let reading: Reading;
  try {
    reader.warm();
    reading = await readSourceNamed(source, { io, reader, config });
  } finally {
    spinner.stop();
    await reader.close();
  }
  if (reading.status === 'failed') {
    if (options.json === true)
      await write(io.stdout, jsonLine(readingJson(reading, { withCuts: false })), io.signal);
    await write(io.stderr, `${problemSentence(reading.problem)}\n`, io.signal);
    return exitCodes.failed;
  }
  await write(io.stdout, render(reading, options, io), io.signal);
  return exitCodes.done;
}

interface Context {
  readonly io: CliIo;
  readonly reader: Reader;
  readonly config: Config;
}

async function readSourceNamed(source: string, context: Context): Promise<Reading> {
  const { io, reader } = context;
  if (isLink(source)) return reader.readLink(source, io.signal);
  const loaded = await load(source, context);
  return loaded.status === 'failed' ? loaded : reader.readRaw(loaded.raw, io.signal);
}

function nameOf(source: string): string {
  return source === '-' ? 'standard input' : printableName(source, 60);
}

/** Anything with a scheme; which ones can be opened is for the fetcher to say. */
function isLink(source: string): boolean {
  return /^\s*[a-z][a-z\d+.-]*:\/\//iu.test(source);
}

async function load(source: string, { io, config }: Context): Promise<Loaded> {
  const limits = config.files;
  if (source !== '-') return loadFile(source, { limits, cwd: io.cwd, signal: io.signal });
  return loadStream(addAbortSignal(io.signal, io.stdin), limits);
}

function render(
  reading: Extract<Reading, { readonly status: 'read' }>,
  options: ReadOptions,
  { stdout, env }: CliIo,
): string {
  const withCuts = options.explain === true;
  if (options.json === true) return jsonLine(readingJson(reading, { withCuts }));
  const blocks = [...articleBlocks(reading.article), ...(withCuts ? cutBlocks(reading.cuts) : [])];
  if (options.markdown === true) return renderMarkdown(blocks);
  if (stdout.isTTY !== true) return renderPlain(blocks);
  return renderForTerminal(blocks, { columns: stdout.columns, isStyled: isStyled(stdout, env) });
}
