import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Problem } from '../article/problem.ts';
import type { RawSource } from '../article/read-source.ts';

/** Our own limits; a PDF carries its pictures with it and may be larger. */
export interface FileLimits {
  readonly maxBytes: number;
  readonly maxPdfBytes: number;
}

export type Loaded =
  | { readonly status: 'loaded'; readonly raw: RawSource }
  | { readonly status: 'failed'; readonly problem: Problem };

export interface LoadOptions {
  readonly limits: FileLimits;
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** Loads a file up to its limit. Rejects with an abort error only. */
export async function loadFile(path: string, options: LoadOptions): Promise<Loaded> {
  const { limits, cwd, signal } = options;
  try {
    // Opening a pipe or a device may wait for ever, and nothing could stop it.
    const kind = await stat(resolve(cwd, path));
    if (!kind.isFile() && !kind.isDirectory()) {
      return {
        status: 'failed',
        problem: { code: 'file-not-readable', path, reason: 'it is no ordinary file' },
      };
    }
    const stream = createReadStream(resolve(cwd, path), { signal, highWaterMark: 256 * 1024 });
    return withName(await loadStream(stream, limits), basename(path));
  } catch (error) {
    signal.throwIfAborted();
    return { status: 'failed', problem: fileProblem(path, error as NodeJS.ErrnoException) };
  }
}

/** Loads all of a stream up to its limit, and no more than that, endless as it may be. */
export async function loadStream(
  stream: AsyncIterable<Uint8Array>,
  limits: FileLimits,
): Promise<Loaded> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  let limitBytes = limits.maxBytes;
  for await (const chunk of stream) {
    chunks.push(chunk);
    if (sizeBytes < PDF_MARK_BYTES) limitBytes = limitOf(chunks, limits);
    sizeBytes += chunk.byteLength;
    if (sizeBytes > limitBytes) {
      return { status: 'failed', problem: { code: 'too-large', limitBytes } };
    }
  }
  return { status: 'loaded', raw: { body: Buffer.concat(chunks, sizeBytes) } };
}

/** A PDF's mark stands within its first KB. */
const PDF_MARK_BYTES = 1024;

function limitOf(chunks: readonly Uint8Array[], limits: FileLimits): number {
  const head = Buffer.concat(chunks).subarray(0, PDF_MARK_BYTES);
  return head.includes('%PDF-') ? limits.maxPdfBytes : limits.maxBytes;
}

function withName(loaded: Loaded, fileName: string): Loaded {
  return loaded.status === 'failed'
    ? loaded
    : { status: 'loaded', raw: { ...loaded.raw, fileName } };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go in a circle',
  ENAMETOOLONG: 'its name is too long',
};

function fileProblem(path: string, error: NodeJS.ErrnoException): Problem {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return { code: 'file-not-found', path };
  const reason = REASONS[error.code ?? ''] ?? error.code ?? error.message;
  return { code: 'file-not-readable', path, reason };
}
