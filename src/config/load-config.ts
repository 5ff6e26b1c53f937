import type { Config, LoadedConfig } from './config.ts';
import type { EnvSettings } from './env-settings.ts';
import { issueInWords } from './issue-in-words.ts';
import { readGiven, type Given, type Surroundings } from './read-given.ts';
import { settingsSchema, type Settings } from './settings-schema.ts';

/**
 * What reading and summarizing need of the settings: `config/default.yaml`, the file that NUTGRAF_CONFIG names, `.env`
 * in the working folder and the environment, each going before the one that is named earlier. All faults are told at
 * once; those of the bot's own settings are left to `loadBotConfig`.
 */
export function loadConfig(surroundings: Surroundings): LoadedConfig {
  return checkGeneral(readGiven(surroundings));
}

/** The part of what was given that everybody needs. */
export function checkGeneral({ values, files, fromEnv, faults }: Given): LoadedConfig {
  const parsed = settingsSchema.safeParse(values);
  if (parsed.success && faults.length === 0) {
    return { status: 'valid', config: joined(parsed.data, fromEnv) };
  }
  const issues = parsed.error?.issues ?? [];
  return {
    status: 'faulty',
    faults: [...faults, ...issues.flatMap((issue) => issueInWords(issue, files))],
  };
}

function joined(settings: Settings, { allowedPrivateHosts, proxy }: EnvSettings): Config {
  const { workers, ...engine } = settings.engine;
  const { fetch, files, batch } = settings;
  return {
    engine: { ...engine, ...(workers === undefined ? {} : { workers }) },
    fetch,
    files,
    batch,
    allowedPrivateHosts,
    proxy,
  };
}
