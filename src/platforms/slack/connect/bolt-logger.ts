import { LogLevel } from '@slack/bolt';
import type { Log } from '../../../ports/log.ts';

/** What Bolt and its clients log through. */
export interface BoltLogger {
  debug(...said: unknown[]): void;
  info(...said: unknown[]): void;
  warn(...said: unknown[]): void;
  error(...said: unknown[]): void;
  setLevel(level: LogLevel): void;
  getLevel(): LogLevel;
  setName(name: string): void;
}

/** Tokens, the tickets of sockets and response URLs, each of which opens something to whoever reads the log. */
const SECRETS =
  /xox[a-z](?:\.[a-z\d.]+)?-[\w.%-]+|xapp-[\w.-]+|ticket=[^\s"&]+|https:\/\/hooks\.slack(?:-gov)?\.com\/[^\s"<>|]+/giu;

const MAX_CHARS = 1000;

/** Leads what Bolt tells into our log, without secrets. Of its debug lines nothing: they hold whole messages. */
export function createBoltLogger(log: Log): BoltLogger {
  const lines = log.with({ from: 'bolt' });
  return {
    debug: () => undefined,
    info: (...said) => lines.debug({}, tell(said)),
    warn: (...said) => lines.warn({}, tell(said)),
    error: (...said) => lines.warn({}, tell(said)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

function tell(said: readonly unknown[]): string {
  return withoutSecrets(said.map(wordsOf).join(' '));
}

function wordsOf(one: unknown): string {
  if (one instanceof Error) return `${one.name}: ${one.message}`;
  return typeof one === 'string' ? one : typeof one;
}

/** A line for the log, cut, with every secret masked. */
export function withoutSecrets(text: string): string {
  return text
    .slice(0, MAX_CHARS * 2)
    .replace(SECRETS, '[secret]')
    .slice(0, MAX_CHARS);
}
