import type { Readable } from 'node:stream';

/** The bytes of a body as they came, and how they ended. */
export interface Collected {
  readonly bytes: Buffer;
  /** All of it; more than the limit (then `bytes` is what fits into it); or the connection broke before the end. */
  readonly ended: 'whole' | 'limit' | 'broken';
}

/** Reads a body up to `maxBytes`. Throws the signal's reason alone: a connection that breaks is an end too. */
export async function collectBody(
  body: Readable,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Collected> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, maxBytes - sizeBytes));
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) return { bytes: Buffer.concat(chunks), ended: 'limit' };
    }
  } catch {
    signal.throwIfAborted();
    // The reason does not matter any more: what came is kept, and the caller is told that it is not all.
    return { bytes: Buffer.concat(chunks), ended: 'broken' };
  }
  return { bytes: Buffer.concat(chunks), ended: 'whole' };
}
