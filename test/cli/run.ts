import { Readable, Writable } from 'node:stream';
import type { Environment } from '../../src/config/config.ts';
import type { Output } from '../../src/cli/cli-io.ts';
import { runCli } from '../../src/cli/run-cli.ts';

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
  /** Sees each piece of output as it is written. */
  readonly onOut?: (text: string) => void;
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
    stdout: collecting(out, { ...(columns === undefined ? {} : { columns }), see: options.onOut }),
    stderr: collecting(err, options.isErrTty === true ? { columns: 80 } : {}),
    signal: options.signal ?? new AbortController().signal,
  });
  return { exitCode, out: out.join(''), err: err.join('') };
}

function collecting(
  parts: string[],
  {
    columns,
    see,
  }: { readonly columns?: number; readonly see?: ((text: string) => void) | undefined },
): Output {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk.toString());
      see?.(chunk.toString());
      done();
    },
  });
  return columns === undefined ? stream : Object.assign(stream, { isTTY: true, columns });
}
