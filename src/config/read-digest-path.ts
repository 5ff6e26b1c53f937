import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DigestFilePath, Fault } from './bot-config.ts';
import type { Environment } from './config.ts';
import { filled } from './filled.ts';

const USUAL_NAME = 'config/digests.yaml';

/** Where plans of a file stand: what NUTGRAF_DIGESTS names must be there, the usual file need not. */
export function readDigestPath(env: Environment, cwd: string): DigestFilePath | Fault {
  const given = filled(env['NUTGRAF_DIGESTS']);
  if (given === undefined) return { path: resolve(cwd, USUAL_NAME), name: USUAL_NAME };
  const path = resolve(cwd, given);
  if (existsSync(path)) return { path, name: given };
  return {
    sentence: `NUTGRAF_DIGESTS: ${given} is not there; name the file of digests, or leave it empty for ${USUAL_NAME}`,
    without: 'the bot: it does not start',
  };
}
