import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Environment } from '../../src/config/config.ts';
import type { Output } from '../../src/cli/cli-io.ts';
import { runCli } from '../../src/cli/run-cli.ts';

// As bin/nutgraf.mjs does: each command starts a worker of its own.
enableCompileCache(resolve(import.meta.dirname, '../../node_modules/.cache/nutgraf'));

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: Readable | string;
  readonly env?: Environment;
  readonly cwd?: string;
  /** Columns of a terminal; without it the output is a pipe. */
  readonly columns?: number;
  /** Whether stderr is a terminal too. */
  readonly isErrTty?: boolean;
  readonly signal?: AbortSignal;
  /** Takes each piece of output as it is written, instead of `Ran.out`. */
  readonly onOut?: (text: string) => void;
  /** What each write to stdout fails with. */
  readonly outputError?: Error;
}

/** Runs a command on streams in memory. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const { stdin = '', columns } = options;
  const exitCode = await runCli({
    argv,
    env: options.env ?? {},
    cwd: options.cwd ?? import.meta.dirname,
    stdin: typeof stdin === 'string' ? Readable.from([Buffer.from(stdin)]) : stdin,
    stdout: output(options.onOut ?? ((text) => out.push(text)), {
      ...(columns === undefined ? {} : { columns }),
      error: options.outputError,
    }),
    stderr: output((text) => err.push(text), options.isErrTty === true ? { columns: 80 } : {}),
    signal: options.signal ?? new AbortController().signal,
  });
  return { exitCode, out: out.join(''), err: err.join('') };
}

interface OutputOptions {
  readonly columns?: number;
  readonly error?: Error | undefined;
}

function output(take: (text: string) => void, { columns, error }: OutputOptions): Output {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (error !== undefined) {
        done(error);
        return;
      }
      take(chunk.toString());
      done();
    },
  });
  return columns === undefined ? stream : Object.assign(stream, { isTTY: true, columns });
}
