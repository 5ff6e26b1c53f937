import type { RunningBot } from '../compose-bot.ts';
import type { BotConfig } from '../config/bot-config.ts';
import { printable } from '../post/printable.ts';
import { exitCodes, type CliIo } from './cli-io.ts';
import { spareMemory } from './spare-memory.ts';

/** `nutgraf start`: the bot, until it is told to stop. Resolves to the exit code. */
export async function runStart(io: CliIo, config: BotConfig): Promise<number> {
  spareMemory();
  const { composeBot } = await import('../compose-bot.ts');
  let bot: RunningBot;
  try {
    bot = await composeBot(config, { stream: io.stdout, signal: io.signal });
  } catch (error) {
    // Told to end before it was there: nothing went wrong.
    if (io.signal.aborted) return exitCodes.done;
    // A wrong token, a database that cannot be opened: their messages are sentences for people.
    const message = error instanceof Error ? error.message : String(error);
    io.stderr.write(`Nutgraf does not start: ${printable(message)}\n`);
    io.stderr.write('nutgraf doctor looks at everything and says how it is mended.\n');
    return exitCodes.failed;
  }
  const elsewhere = bot.platforms.filter((name) => name !== 'playground');
  if (elsewhere.length > 0)
    io.stderr.write(`Nutgraf is on ${elsewhere.join(' and ')}. Ctrl-C stops it.\n`);
  if (bot.playground !== undefined)
    io.stderr.write(`Playground on ${bot.playground}${othersIn(config)}\n`);
  await aborted(io.signal);
  io.stderr.write('Ending what runs …\n');
  await bot.stop();
  return exitCodes.done;
}

/** How others get to the page. */
function othersIn({ playground }: BotConfig): string {
  const isOpen = playground?.host === '0.0.0.0' || playground?.host === '::';
  return isOpen ? ', and for others at this machine’s name or address' : '';
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
