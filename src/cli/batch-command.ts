import { addAbortSignal } from 'node:stream';
import type { Reading } from '../article/reading.ts';
import { composeReader, type Reader } from '../compose.ts';
import type { Config } from '../config/config.ts';
import type { LineAnswer } from '../engine/task.ts';
import { sizeInWords } from '../post/in-words.ts';
import { startProgress } from './batch-progress.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';
import { loadFile } from './load-source.ts';
import { mapInOrder } from './map-in-order.ts';
import { readLines, type Line } from './read-lines.ts';
import { jsonLine, problemJson, readingJson } from './render-json.ts';

export interface BatchOptions {
  /** Stop at the article, which is all there is so far. */
  readonly only?: 'article';
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
  const reader = composeReader(config);
  const progress = startProgress(io);
  const context = { io, reader, config, asIs: options.asText === true };
  const lines = readLines(addAbortSignal(io.signal, io.stdin), config.batch.maxLineBytes);
  const answers = mapInOrder(lines, {
    work: (line) => answerLine(line, context),
    maxAtOnce: Math.min(reader.workers * LINES_PER_WORKER, reader.capacity),
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
    await reader.close();
  }
  return exitCodes.done;
}

interface Context {
  readonly io: CliIo;
  readonly reader: Reader;
  readonly config: Config;
  readonly asIs: boolean;
}

async function answerLine(line: Line, context: Context): Promise<Answer> {
  if (line.kind === 'too-long') {
    return badLine(null, `is longer than ${sizeInWords(line.limitBytes)}`);
  }
  const { io, reader, config, asIs } = context;
  const options = { asIs, maxBytes: config.files.maxBytes };
  const answer = await reader.readLine(line.bytes, options, io.signal);
  if (answer.status === 'bad') return badLine(answer.id, answer.reason);
  const reading = answer.status === 'path' ? await readPath(answer, context) : answer.reading;
  const json = { id: answer.id, ...readingJson(reading, { withCuts: false }) };
  return { json, isRead: reading.status === 'read' };
}

function badLine(id: string | number | null, reason: string): Answer {
  return { json: { id, problem: problemJson({ code: 'bad-line', reason }) }, isRead: false };
}

async function readPath(
  { path, known }: Extract<LineAnswer, { readonly status: 'path' }>,
  { io, reader, config, asIs }: Context,
): Promise<Reading> {
  const { cwd, signal } = io;
  const loaded = await loadFile(path, { limits: config.files, cwd, signal });
  if (loaded.status === 'failed') return loaded;
  return reader.readRaw({ ...loaded.raw, ...known, asIs }, signal);
}
