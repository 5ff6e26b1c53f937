import { CommanderError } from 'commander';
import type { Config } from '../config/config.ts';
import { buildProgram } from './build-program.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';

/** Our own sign that whoever read our output has gone. */
const outputClosed = Symbol('output closed');

/** Runs a command to its end. Resolves to the exit code; rejects only for a fault of ours. */
export async function runCli(given: CliIo): Promise<number> {
  const ending = new AbortController();
  const stopWatching = watchOutput(given, ending);
  const io = { ...given, signal: AbortSignal.any([given.signal, ending.signal]) };
  try {
    return await runCommand(io);
  } catch (error) {
    if (given.signal.aborted) return exitCodes.interrupted;
    // `head` and its like have what they wanted.
    if (ending.signal.reason === outputClosed) return exitCodes.done;
    if (ending.signal.aborted) return exitCodes.failed;
    throw error;
  } finally {
    stopWatching();
  }
}

async function runCommand(io: CliIo): Promise<number> {
  let exitCode: number = exitCodes.done;
  // What a command needs is loaded when it is called: help is there at once.
  const program = buildProgram(io, {
    async read(source, options) {
      exitCode = await withConfig(io, async (config) => {
        const { runRead } = await import('./read-command.ts');
        return runRead(io, { source, options, config });
      });
    },
    async batch(options) {
      exitCode = await withConfig(io, async (config) => {
        const { runBatch } = await import('./batch-command.ts');
        return runBatch(io, { options, config });
      });
    },
  });
  try {
    await program.parseAsync(io.argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander's own: 0 where help or the version was asked for, 1 for wrong usage.
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
  }
}

async function withConfig(io: CliIo, run: (config: Config) => Promise<number>): Promise<number> {
  const { loadConfig } = await import('../config/load-config.ts');
  const loaded = loadConfig({ env: io.env, cwd: io.cwd });
  if (loaded.status === 'valid') return run(loaded.config);
  const faults = loaded.faults.map((fault) => `  ${fault}\n`).join('');
  await write(io.stderr, `The settings are not right:\n${faults}`, io.signal);
  return exitCodes.wrongUsage;
}

/** Ends the run when its output can no longer be written. */
function watchOutput({ stdout, stderr }: CliIo, ending: AbortController): () => void {
  const onOutputError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') {
      ending.abort(outputClosed);
      return;
    }
    stderr.write(`The output cannot be written (${error.code ?? error.message}).\n`);
    ending.abort(error);
  };
  // Without a listener a closed stderr would end the process; what it would have said nobody reads.
  const onErrorsError = (): void => undefined;
  stdout.on('error', onOutputError);
  stderr.on('error', onErrorsError);
  return () => {
    stdout.off('error', onOutputError);
    stderr.off('error', onErrorsError);
  };
}
