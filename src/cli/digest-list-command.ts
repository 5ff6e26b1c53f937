import { printable } from '../post/printable.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';
import type { DigestLook, ListedDigest, ListedDigests } from './digest-look.ts';
import { jsonLine } from './render-json.ts';
import { renderTable } from './render-table.ts';

export interface DigestListOptions {
  readonly json?: boolean;
}

/** `nutgraf digest list`: every digest, and what is wrong with the file. Resolves to the exit code. */
export async function runDigestList(
  io: CliIo,
  { look, options }: { readonly look: DigestLook; readonly options: DigestListOptions },
): Promise<number> {
  const listed = await look.list();
  const text = options.json === true ? jsonLine(listedJson(listed)) : renderListed(listed, io);
  await write(io.stdout, text, io.signal);
  if (listed.faults.length === 0) return exitCodes.done;
  const faults = listed.faults.map((fault) => `  ${printable(fault)}\n`).join('');
  await write(
    io.stderr,
    `The file of digests is not right, and as long as it is not a bot takes up nothing of it:\n${faults}`,
    io.signal,
  );
  return exitCodes.failed;
}

const HEADINGS = ['Name', 'When', 'Zone', 'Channel', 'Next', 'From'];

function renderListed({ digests, faults }: ListedDigests, { stdout }: CliIo): string {
  if (digests.length === 0)
    return faults.length > 0
      ? ''
      : 'There are no digests yet: make one with /digest create, or see config/digests.example.yaml.\n';
  const columns = stdout.isTTY === true ? (stdout.columns ?? 80) : undefined;
  return renderTable({ headings: HEADINGS, rows: digests.map(rowOf) }, columns);
}

function rowOf(digest: ListedDigest): readonly string[] {
  const { name, schedule, timezone, platform, channel, isPaused, next, at, isTakenUp } = digest;
  const when = isPaused ? 'paused' : (next?.local ?? 'never again');
  const from = at ?? 'chat';
  return [
    name,
    schedule,
    timezone,
    `${channel} on ${platform}`,
    when,
    isTakenUp ? from : `${from}; no bot has taken it up yet`,
  ];
}

function listedJson({ digests, faults }: ListedDigests) {
  return {
    digests: digests.map(({ next, at, ...digest }) => ({
      ...digest,
      ...(next === undefined ? {} : { next: new Date(next.atMs).toISOString() }),
      from: at ?? 'chat',
    })),
    faults,
  };
}
