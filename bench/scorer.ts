import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The corpora's own scorer of a kind (`quotes`, `summaries`), which stands beside them; `undefined` where it does not. */
export async function findScorer<Scorer>(
  corpora: string,
  kind: string,
): Promise<Scorer | undefined> {
  const file = path.join(corpora, '..', 'score', `${kind}.mjs`);
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Scorer) : undefined;
}
