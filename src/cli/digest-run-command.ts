import { printable } from '../post/printable.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';
import type { DigestLook, StartedRun } from './digest-look.ts';

type Bot = Extract<StartedRun, { readonly status: 'written' }>['bot'];

/** `nutgraf digest run`: has the running bot post a digest now. Resolves to the exit code. */
export async function runDigestRun(
  io: CliIo,
  { look, name }: { readonly look: DigestLook; readonly name: string },
): Promise<number> {
  const started = await look.run(name);
  if (started.status === 'refused') {
    const lines = started.sentences.map((sentence) => `${printable(sentence)}\n`).join('');
    await write(io.stderr, lines, io.signal);
    return exitCodes.failed;
  }
  const sentence = SENTENCES[started.bot](printable(started.name));
  await write(io.stdout, `${sentence}\n`, io.signal);
  return exitCodes.done;
}

const SENTENCES: Readonly<Record<Bot, (name: string) => string>> = {
  held: (name) => `The bot that runs posts “${name}” within a minute.`,
  free: (name) =>
    `“${name}” is written down. I see no bot that runs on this database (one on another machine I cannot see): it is posted as soon as one does.`,
  unknown: (name) =>
    `“${name}” is written down. I cannot tell whether a bot runs on this database: one that does posts it within a minute, else the next one that starts.`,
};
