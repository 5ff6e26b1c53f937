import { addAbortSignal } from 'node:stream';
import { composeDesk, type Desk } from '../compose.ts';
import type { Config } from '../config/config.ts';
import type { Summarized } from '../engine/summarized.ts';
import type { LineAnswer } from '../engine/task.ts';
import type { Wanted } from '../engine/wanted.ts';
import { sizeInWords } from '../post/in-words.ts';
import type { Length } from '../summary/summary.ts';
import { startProgress } from './batch-progress.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';
import { loadFile } from './load-source.ts';
import { mapInOrder } from './map-in-order.ts';
import { readLines, type Line } from './read-lines.ts';
import { jsonLine, problemJson, summarizedJson } from './render-json.ts';

export interface BatchOptions {
  /** Stop at this part. */
  readonly only?: 'article' | 'quotes';
  readonly length: Length;
  /** How many key quotes a summary has at most. */
  readonly quotes?: number;
  readonly asText?: boolean;
}

/** Lines taken and not yet written, for each worker: enough to keep it busy while an earlier page takes long. */
const LINES_PER_WORKER = 4;

/** All lines at work together, ours: no further line is taken in above it. */
const MAX_BYTES_AT_WORK = 8 * 1024 * 1024;

interface Answer {
  readonly json: unknown;
  readonly isRead: boolean;
}

/** `nutgraf batch`: NDJSON in, NDJSON out, in order, in flat memory. Resolves to the exit code. */
export async function runBatch(
  io: CliIo,
  { options, config }: { readonly options: BatchOptions; readonly config: Config },
): Promise<number> {
  const desk = composeDesk(config);
  const progress = startProgress(io);
  const context = { io, desk, config, asIs: options.asText === true, wanted: wantedOf(options) };
  const lines = readLines(addAbortSignal(io.signal, io.stdin), config.batch.maxLineBytes);
  const answers = mapInOrder(lines, {
    work: (line) => answerLine(line, context),
    maxAtOnce: Math.min(desk.workers * LINES_PER_WORKER, desk.capacity),
    weigh: (line) => (line.kind === 'line' ? line.bytes.byteLength : 0),
    maxWeight: MAX_BYTES_AT_WORK,
  });
  try {
    for await (const { json, isRead } of answers) {
      await write(io.stdout, jsonLine(json), io.signal);
      progress.count(isRead);
    }
  } finally {
    progress.stop();
    await desk.close();
  }
  return exitCodes.done;
}

function wantedOf({ only, length, quotes }: BatchOptions): Wanted {
  if (only !== undefined) return { what: only };
  return { what: 'summary', length, ...(quotes === undefined ? {} : { maxQuotes: quotes }) };
}

interface Context {
  readonly io: CliIo;
  readonly desk: Desk;
  readonly config: Config;
  readonly asIs: boolean;
  readonly wanted: Wanted;
}

async function answerLine(line: Line, context: Context): Promise<Answer> {
  if (line.kind === 'too-long') {
    return badLine(null, `is longer than ${sizeInWords(line.limitBytes)}`);
  }
  const { io, desk, config, asIs, wanted } = context;
  const options = { wanted, asIs, maxBytes: config.files.maxBytes };
  const answer = await desk.workOnLine(line.bytes, options, io.signal);
  if (answer.status === 'bad') return badLine(answer.id, answer.reason);
  const result = answer.status === 'path' ? await workOnPath(answer, context) : answer.result;
  const json = { id: answer.id, ...summarizedJson(result, { withCuts: false }) };
  return { json, isRead: result.status === 'done' };
}

function badLine(id: string | number | null, reason: string): Answer {
  return { json: { id, problem: problemJson({ code: 'bad-line', reason }) }, isRead: false };
}

async function workOnPath(
  { path, known }: Extract<LineAnswer, { readonly status: 'path' }>,
  { io, desk, config, asIs, wanted }: Context,
): Promise<Summarized> {
  const { cwd, signal } = io;
  const loaded = await loadFile(path, { limits: config.files, cwd, signal });
  if (loaded.status === 'failed') return loaded;
  return desk.workOnRaw({ ...loaded.raw, ...known, asIs }, wanted, signal);
}
