import { printable } from '../post/printable.ts';
import type { BotConfig } from '../config/bot-config.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';
import type { DigestLook } from './digest-look.ts';

/** A command about digests, from opening what it looks at until that is closed. Resolves to the exit code. */
export async function runDigest(
  io: CliIo,
  config: BotConfig,
  command: (look: DigestLook) => Promise<number>,
): Promise<number> {
  const { composeLook } = await import('../compose-look.ts');
  const look = composeLook(config);
  try {
    return await command(look);
  } catch (error) {
    // The database's own: their messages are sentences for people.
    if (!(error instanceof Error) || error.name !== 'StoreError') throw error;
    await write(io.stderr, `${printable(error.message)}\n`, io.signal);
    return exitCodes.failed;
  } finally {
    await look.close();
  }
}
