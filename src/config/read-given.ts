import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseDotenv } from 'dotenv';
import type { Environment } from './config.ts';
import { readEnvSettings, type EnvSettings } from './env-settings.ts';
import { readSmallFile } from './read-small-file.ts';
import { readSettingsFile, type SettingsFile } from './settings-file.ts';

const defaultPath = fileURLToPath(new URL('../../config/default.yaml', import.meta.url));

/** Where settings come from. */
export interface Surroundings {
  readonly env: Environment;
  readonly cwd: string;
}

/** All that was said, not yet looked at. */
export interface Given {
  /** `.env` in the working folder and the environment, which goes before it. */
  readonly env: Environment;
  readonly fromEnv: EnvSettings;
  /** The files, the one that goes before the others last. */
  readonly files: readonly SettingsFile[];
  /** What the files say together. */
  readonly values: unknown;
  readonly faults: readonly string[];
}

/**
 * Gathers `config/default.yaml`, the file that NUTGRAF_CONFIG names, `.env` in the working folder and the environment,
 * each going before the one that is named earlier.
 */
export function readGiven({ env: ownEnv, cwd }: Surroundings): Given {
  const dotenv = readSmallFile(resolve(cwd, '.env'));
  const env = { ...(dotenv.status === 'read' ? parseDotenv(dotenv.text) : {}), ...ownEnv };
  const fromEnv = readEnvSettings(env);
  const files = [readSettingsFile(defaultPath, 'config/default.yaml')];
  if (fromEnv.configPath !== undefined) {
    files.push(readSettingsFile(resolve(cwd, fromEnv.configPath), fromEnv.configPath));
  }
  return {
    env,
    fromEnv,
    files,
    values: files.map(({ values }) => values).reduce(merge),
    faults: [
      ...(dotenv.status === 'unreadable' ? [`.env: ${dotenv.reason}`] : []),
      ...fromEnv.faults,
      ...files.flatMap((file) => file.faults),
    ],
  };
}

/** Settings of `over` go before those of `base`, one by one. */
function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over ?? base;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) result[key] = merge(base[key], value);
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
