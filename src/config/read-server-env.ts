import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BotConfig, DatabaseConfig, Fault, LogLevel } from './bot-config.ts';
import type { Environment } from './config.ts';
import { filled } from './filled.ts';

export interface ServerEnv {
  readonly sound: Partial<Pick<BotConfig, 'server' | 'database' | 'log'>>;
  readonly faults: readonly Fault[];
}

const DEFAULT_DATABASE = 'file:data/nutgraf.db';
const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** PORT, DATABASE_URL and LOG_LEVEL. A path of the database starts in the working folder. */
export function readServerEnv(env: Environment, cwd: string): ServerEnv {
  const port = readPort(filled(env['PORT']));
  const database = readDatabase(filled(env['DATABASE_URL']) ?? DEFAULT_DATABASE, cwd);
  const level = readLevel(filled(env['LOG_LEVEL']));
  return {
    sound: {
      ...(isFault(port) ? {} : { server: port === undefined ? {} : { port } }),
      ...(isFault(database) ? {} : { database }),
      ...(isFault(level) ? {} : { log: { level } }),
    },
    faults: [port, database, level].filter(isFault),
  };
}

function isFault(read: unknown): read is Fault {
  return typeof read === 'object' && read !== null && 'sentence' in read;
}

/** 0 leaves the choice to the system. */
function readPort(value: string | undefined): number | undefined | Fault {
  if (value === undefined) return undefined;
  if (/^\d{1,5}$/u.test(value) && Number(value) <= 65_535) return Number(value);
  return {
    sentence: 'PORT: must be a whole number from 0 to 65535, such as 3000',
    without: 'health, metrics and Slack over HTTP',
  };
}

function readDatabase(value: string, cwd: string): DatabaseConfig | Fault {
  const path = pathOf(value, cwd);
  if (path !== undefined) return { url: pathToFileURL(path).href, path };
  // The value may hold a password.
  return {
    sentence: `DATABASE_URL: must be a file for SQLite, such as ${DEFAULT_DATABASE}; other databases are not supported yet`,
    without: 'the bot: it has nowhere to write down what was asked',
  };
}

/** `file:data/x.db`, `file:///srv/x.db`, `sqlite:data/x.db`, `data/x.db`; a database in memory would lose requests. */
function pathOf(value: string, cwd: string): string | undefined {
  if (/[?#]|:memory:/u.test(value)) return undefined;
  const rest = /^(?:file|sqlite):(.+)$/iu.exec(value)?.[1];
  if (rest === undefined)
    return /^[a-z][a-z\d+.-]+:/iu.test(value) ? undefined : resolve(cwd, value);
  if (!rest.startsWith('//')) return resolve(cwd, rest);
  const url = URL.parse(`file:${rest}`);
  return url?.host === '' ? pathOfUrl(url) : undefined;
}

function pathOfUrl(url: URL): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    // A slash that is no slash, or signs that are none: no file has such a name.
    return undefined;
  }
}

function readLevel(value: string | undefined): LogLevel | Fault {
  const level = LOG_LEVELS.find((one) => one === (value ?? 'info').toLowerCase());
  return (
    level ?? {
      sentence: `LOG_LEVEL: must be one of ${LOG_LEVELS.join(', ')}`,
      without: 'the bot: it does not start',
    }
  );
}
