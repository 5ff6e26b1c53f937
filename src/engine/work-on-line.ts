import { parseLine } from './parse-line.ts';
import type { LineAnswer, LineOptions } from './task.ts';
import { workOnSource } from './work-on-source.ts';

/** Does what is wanted with what a line of a batch holds; a line that names a file comes back for whoever has the disk. */
export async function workOnLine(line: Uint8Array, options: LineOptions): Promise<LineAnswer> {
  const parsed = parseLine(line);
  if (parsed.status === 'bad') return parsed;
  const { id, kind, content, known } = parsed;
  if (kind === 'path') return { status: 'path', id, path: content, known };
  const { asIs, maxBytes, wanted, isFrugal = false } = options;
  if (Buffer.byteLength(content) > maxBytes) {
    const problem = { code: 'too-large', limitBytes: maxBytes } as const;
    return { status: 'done', id, result: { status: 'failed', problem } };
  }
  const raw = { body: content, format: kind, asIs, isFrugal, ...known };
  return { status: 'done', id, result: await workOnSource(raw, wanted) };
}
