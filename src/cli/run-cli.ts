import { CommanderError } from 'commander';
import type { BotConfig, LoadedBotConfig } from '../config/bot-config.ts';
import type { Config } from '../config/config.ts';
import { printable } from '../post/printable.ts';
import { buildProgram } from './build-program.ts';
import { exitCodes, OutputError, write, type CliIo } from './cli-io.ts';
import type { DigestLook } from './digest-look.ts';

/** Runs a command to its end. Resolves to the exit code; rejects only for a fault of ours. */
export async function runCli(given: CliIo): Promise<number> {
  const ending = new AbortController();
  const stopWatching = watchOutput(given, ending);
  const io = { ...given, signal: AbortSignal.any([given.signal, ending.signal]) };
  try {
    return await runCommand(io);
  } catch (error) {
    if (given.signal.aborted) return exitCodes.interrupted;
    const cause: unknown = ending.signal.aborted ? ending.signal.reason : error;
    if (cause instanceof OutputError) return endOfOutput(cause, given);
    throw error;
  } finally {
    stopWatching();
  }
}

function endOfOutput({ code }: OutputError, { stderr }: CliIo): number {
  // `head` and its like have what they wanted.
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return exitCodes.done;
  stderr.write(`The output cannot be written (${code}).\n`);
  return exitCodes.failed;
}

async function runCommand(io: CliIo): Promise<number> {
  let exitCode: number = exitCodes.done;
  // What a command needs is loaded when it is called: help is there at once.
  const program = buildProgram(io, {
    async summarize(source, options) {
      exitCode = await withConfig(io, async (config) => {
        const { runSummarize } = await import('./summarize-command.ts');
        return runSummarize(io, { source, options, config });
      });
    },
    async quotes(source, options) {
      exitCode = await withConfig(io, async (config) => {
        const { runQuotes } = await import('./quotes-command.ts');
        return runQuotes(io, { source, options, config });
      });
    },
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
    async setupDiscord(options) {
      const { runSetupDiscord } = await import('./setup-command.ts');
      exitCode = await runSetupDiscord(io, { options, loaded: await loadBot(io) });
    },
    async setupSlack(options) {
      const { runSetupSlack } = await import('./setup-command.ts');
      exitCode = await runSetupSlack(io, options);
    },
    async start() {
      exitCode = await withBotConfig(io, async (config) => {
        const { runStart } = await import('./start-command.ts');
        return runStart(io, config);
      });
    },
    async chat() {
      exitCode = await withoutPlatforms(io, async (config) => {
        const { runChat } = await import('./chat-command.ts');
        return runChat(io, config);
      });
    },
    async digestList(options) {
      exitCode = await aboutDigests(io, async (look) => {
        const { runDigestList } = await import('./digest-list-command.ts');
        return runDigestList(io, { look, options });
      });
    },
    async digestPreview(name, options) {
      exitCode = await aboutDigests(io, async (look) => {
        const { runDigestPreview } = await import('./digest-preview-command.ts');
        return runDigestPreview(io, { look, name, options });
      });
    },
    async digestRun(name) {
      exitCode = await aboutDigests(io, async (look) => {
        const { runDigestRun } = await import('./digest-run-command.ts');
        return runDigestRun(io, { look, name });
      });
    },
    async doctor(options) {
      const { runDoctor } = await import('./doctor-command.ts');
      const { checkSettings } = await import('./check-settings.ts');
      const { composeChecks } = await import('../compose-checks.ts');
      const loaded = await loadBot(io);
      const settings = { what: 'settings', check: () => Promise.resolve(checkSettings(loaded)) };
      const others = composeChecks(loaded.status === 'valid' ? loaded.config : loaded.sound);
      exitCode = await runDoctor(io, { options, producers: [settings, ...others] });
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

async function loadBot(io: CliIo): Promise<LoadedBotConfig> {
  const { loadBotConfig } = await import('../config/load-bot-config.ts');
  return loadBotConfig({ env: io.env, cwd: io.cwd });
}

async function withBotConfig(
  io: CliIo,
  run: (config: BotConfig) => Promise<number>,
): Promise<number> {
  const loaded = await loadBot(io);
  return loaded.status === 'valid'
    ? run(loaded.config)
    : tellFaults(
        io,
        loaded.faults.map(({ sentence }) => sentence),
      );
}

async function withoutPlatforms(
  io: CliIo,
  run: (config: BotConfig) => Promise<number>,
): Promise<number> {
  const { configWithoutPlatforms } = await import('./config-without-platforms.ts');
  const config = configWithoutPlatforms(await loadBot(io));
  return config === undefined ? withBotConfig(io, run) : run(config);
}

function aboutDigests(io: CliIo, run: (look: DigestLook) => Promise<number>): Promise<number> {
  return withoutPlatforms(io, async (config) => {
    const { runDigest } = await import('./run-digest.ts');
    return runDigest(io, config, run);
  });
}

async function withConfig(io: CliIo, run: (config: Config) => Promise<number>): Promise<number> {
  const { loadConfig } = await import('../config/load-config.ts');
  const loaded = loadConfig({ env: io.env, cwd: io.cwd });
  return loaded.status === 'valid' ? run(loaded.config) : tellFaults(io, loaded.faults);
}

async function tellFaults(io: CliIo, sentences: readonly string[]): Promise<number> {
  const faults = sentences.map((fault) => `  ${printable(fault)}\n`).join('');
  await write(io.stderr, `The settings are not right:\n${faults}`, io.signal);
  return exitCodes.wrongUsage;
}

/** Ends the run when its output can no longer be written, even while nothing is to be written. */
function watchOutput({ stdout, stderr }: CliIo, ending: AbortController): () => void {
  const onOutputError = (error: Error): void => ending.abort(new OutputError(error));
  // Without a listener a closed stderr would end the process; what it would have said nobody reads.
  const onErrorsError = (): void => undefined;
  stdout.on('error', onOutputError);
  stderr.on('error', onErrorsError);
  return () => {
    // The stream's own event may come after the write that told of it.
    stdout.on('error', onErrorsError);
    stdout.off('error', onOutputError);
  };
}
