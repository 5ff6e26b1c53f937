import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseDotenv } from 'dotenv';
import type { Config, Environment, LoadedConfig } from './config.ts';
import { readEnvSettings, type EnvSettings } from './env-settings.ts';
import { readSmallFile } from './read-small-file.ts';
import { readSettingsFile, type SettingsFile } from './settings-file.ts';
import { settingsSchema, type Settings } from './settings-schema.ts';

const defaultPath = fileURLToPath(new URL('../../config/default.yaml', import.meta.url));

/**
 * Settings from `config/default.yaml`, the file that NUTGRAF_CONFIG names, `.env` in the working folder and the
 * environment, each going before the one that is named earlier. All faults are told at once.
 */
export function loadConfig({
  env,
  cwd,
}: {
  readonly env: Environment;
  readonly cwd: string;
}): LoadedConfig {
  const dotenv = readSmallFile(resolve(cwd, '.env'));
  const fromFile = dotenv.status === 'read' ? parseDotenv(dotenv.text) : {};
  const fromEnv = readEnvSettings({ ...fromFile, ...env });
  const files = [readSettingsFile(defaultPath, 'config/default.yaml')];
  if (fromEnv.configPath !== undefined) {
    files.push(readSettingsFile(resolve(cwd, fromEnv.configPath), fromEnv.configPath));
  }
  const faults = [
    ...(dotenv.status === 'unreadable' ? [`.env: ${dotenv.reason}`] : []),
    ...fromEnv.faults,
    ...files.flatMap((file) => file.faults),
  ];
  const parsed = settingsSchema.safeParse(files.map(({ values }) => values).reduce(merge));
  if (parsed.success && faults.length === 0) {
    return { status: 'valid', config: joined(parsed.data, fromEnv) };
  }
  const issues = parsed.error?.issues ?? [];
  return {
    status: 'faulty',
    faults: [...faults, ...issues.flatMap((issue) => inWords(issue, files))],
  };
}

function joined(settings: Settings, { allowedPrivateHosts, proxy }: EnvSettings): Config {
  const { workers, ...engine } = settings.engine;
  return {
    ...settings,
    engine: { ...engine, ...(workers === undefined ? {} : { workers }) },
    allowedPrivateHosts,
    proxy,
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

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

function inWords(issue: Issue, files: readonly SettingsFile[]): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => {
      const path = [...issue.path, key];
      return `${placeOf(path, files)}: there is no setting ${path.join('.')}`;
    });
  }
  return [`${placeOf(issue.path, files)}: ${issue.path.join('.') || 'the file'} ${issue.message}`];
}

/** The last file that says something about a setting is the one whose value counts. */
function placeOf(path: readonly PropertyKey[], files: readonly SettingsFile[]): string {
  for (const file of files.toReversed()) {
    const line = file.findLine(path);
    if (line !== undefined) return `${file.name}, line ${line}`;
  }
  return files.at(-1)?.name ?? 'config';
}
