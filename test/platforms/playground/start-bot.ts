import { composeBot, type RunningBot } from '../../../src/compose-bot.ts';
import { loadBotConfig } from '../../../src/config/load-bot-config.ts';

export interface BotOnPage {
  /** Where its page is. */
  readonly address: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** The whole bot with nothing set up but its folder: what `npm start` starts. */
export async function startBot(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BotOnPage> {
  const loaded = loadBotConfig({ env: { PLAYGROUND_PORT: '0', ...env }, cwd: folder });
  if (loaded.status === 'faulty') throw new Error(JSON.stringify(loaded.faults));
  const written: string[] = [];
  const stream = { write: (line: string) => written.push(line) > 0 };
  const bot: RunningBot = await composeBot(loaded.config, {
    stream,
    signal: new AbortController().signal,
  });
  const address = bot.playground ?? '';
  return {
    address,
    port: Number(new URL(address).port),
    async stop() {
      await bot.stop();
      // That a feed is none is nothing that went wrong with the bot.
      const told = written.filter((line) => !line.includes('"a feed was not read"'));
      if (told.length > 0) throw new Error(`there is something in the log: ${told.join('')}`);
    },
  };
}
