import type { Readable, Writable } from 'node:stream';
import type { Environment } from '../config/config.ts';

/** A stream for people or pipes; `isTTY` and `columns` as a terminal has them. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** All that the command line has of the world, handed in. */
export interface CliIo {
  /** Without the interpreter and the script. */
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly cwd: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted on Ctrl-C. */
  readonly signal: AbortSignal;
}

export const exitCodes = { done: 0, failed: 1, wrongUsage: 2, interrupted: 130 } as const;

/** Whether styles may be used: a terminal that understands them, and nobody who said no (no-color.org). */
export function isStyled(output: Output, env: Environment): boolean {
  return output.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** Nothing can be written any more: whoever read it has gone (`EPIPE`), or a disk is full. */
export class OutputError extends Error {
  readonly code: string;

  constructor(cause: NodeJS.ErrnoException) {
    super('the output cannot be written', { cause });
    this.code = cause.code ?? cause.message;
  }
}

/**
 * Writes and waits until it is taken, which is what keeps memory flat.
 * Rejects with an `OutputError`, or with the signal's reason when that comes first.
 */
export async function write(output: Output, text: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    output.write(text, (error) => {
      signal.removeEventListener('abort', stop);
      if (error) reject(new OutputError(error));
      else resolve();
    });
  });
}
