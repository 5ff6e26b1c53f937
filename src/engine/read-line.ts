import { readSource } from '../article/read-source.ts';
import { parseLine } from './parse-line.ts';
import type { LineAnswer, LineOptions } from './task.ts';

/** Reads what a line of a batch holds; a line that names a file comes back for whoever has the disk. */
export async function readLine(line: Uint8Array, options: LineOptions): Promise<LineAnswer> {
  const parsed = parseLine(line);
  if (parsed.status === 'bad') return parsed;
  const { id, kind, content, known } = parsed;
  if (kind === 'path') return { status: 'path', id, path: content, known };
  if (Buffer.byteLength(content) > options.maxBytes) {
    const problem = { code: 'too-large', limitBytes: options.maxBytes } as const;
    return { status: 'done', id, reading: { status: 'failed', problem } };
  }
  const { asIs, isFrugal = false } = options;
  const raw = { body: content, format: kind, asIs, isFrugal, ...known };
  return { status: 'done', id, reading: await readSource(raw) };
}
