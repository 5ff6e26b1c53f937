import { randomUUID } from 'node:crypto';
import type { BotConfig } from '../config/bot-config.ts';
import { createTerminal } from '../platforms/terminal/create-terminal.ts';
import { exitCodes, isStyled, write, type CliIo } from './cli-io.ts';
import { loadFile } from './load-source.ts';

const WELCOME = 'Give me a link, or type “help”. Ctrl-D ends this.\n\n';

/** `nutgraf chat`: the bot in this terminal, until the input ends. Resolves to the exit code. */
export async function runChat(io: CliIo, config: BotConfig): Promise<number> {
  const { composeBot } = await import('../compose-bot.ts');
  const { stdin: input, stdout: output, cwd } = io;
  const terminal = createTerminal({
    input,
    output,
    look:
      output.isTTY === true
        ? { columns: output.columns, isStyled: isStyled(output, io.env) }
        : undefined,
    run: randomUUID(),
    async loadFile(path, signal) {
      const loaded = await loadFile(path, { limits: config.files, cwd, signal });
      return loaded.status === 'failed'
        ? loaded
        : { status: 'downloaded', body: Buffer.from(loaded.raw.body) };
    },
  });
  if (input.isTTY === true) await write(io.stdout, WELCOME, io.signal);
  const bot = await composeBot(
    { ...config, server: {}, log: { level: 'error' } },
    { stream: io.stderr, terminal, signal: io.signal },
  );
  const stop = (): void => void terminal.stop();
  io.signal.addEventListener('abort', stop, { once: true });
  await terminal.ended;
  await bot.stop();
  return io.signal.aborted ? exitCodes.interrupted : exitCodes.done;
}
