import type { Facts } from '../ports/log.ts';
import { REDACTED } from './create-scrubber.ts';

/** Bounds on one line of the log, ours. */
const MAX_CHARS = 4000;
const MAX_DEPTH = 5;
const MAX_ENTRIES = 50;
/** Nothing longer is looked through. */
const MAX_SCRUBBED_CHARS = 64 * 1024;

type Scrub = (text: string) => string;

/**
 * Facts as they may stand in the log: no secrets, nothing endless. Of an error stays what tells where it comes from;
 * what libraries hang on to theirs (the request with its body and headers) does not.
 */
export function cleanFacts(facts: Facts, scrub: Scrub): Facts {
  return cleanEntries(Object.entries(facts), scrub, 0);
}

/** A text as it may stand in the log. */
export function cleanText(text: string, scrub: Scrub): string {
  const clean = scrub(text.slice(0, MAX_SCRUBBED_CHARS));
  return clean.length > MAX_CHARS ? `${clean.slice(0, MAX_CHARS)}…` : clean;
}

function cleanEntries(
  entries: readonly (readonly [string, unknown])[],
  scrub: Scrub,
  depth: number,
): Facts {
  return Object.fromEntries(
    entries
      .slice(0, MAX_ENTRIES)
      .map(([name, value]) => [
        cleanText(name, scrub),
        isSecretName(name) && value !== undefined && value !== null
          ? REDACTED
          : cleanValue(value, scrub, depth),
      ]),
  );
}

function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[_-]/gu, '');
  return /(?:token|secret|password|authorization|cookie|responseurl|ticket)$/u.test(plain);
}

function cleanValue(value: unknown, scrub: Scrub, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value, scrub);
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (value instanceof Error) return cleanError(value, scrub, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof URL) return cleanText(value.href, scrub);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) {
    return value.slice(0, MAX_ENTRIES).map((item) => cleanValue(item, scrub, depth + 1));
  }
  return cleanEntries(Object.entries(value), scrub, depth + 1);
}

function cleanError(error: Error, scrub: Scrub, depth: number): Facts {
  const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
  const facts = {
    type: error.name,
    message: error.message,
    ...(isPlain(code) ? { code } : {}),
    ...(isPlain(status) ? { status } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined ? {} : { cause: error.cause }),
    ...(error instanceof AggregateError ? { errors: error.errors as unknown } : {}),
  };
  return cleanEntries(Object.entries(facts), scrub, depth + 1);
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
