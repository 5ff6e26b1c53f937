import { pino, type Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { cleanFacts, cleanText } from './clean-facts.ts';
import { createScrubber } from './create-scrubber.ts';

export interface LogOptions {
  /** What is less than this is not told. */
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Takes a line of JSON at a time. */
  readonly stream: { write(line: string): unknown };
  /** Never told, wherever they stand: tokens, signing secrets, passwords. */
  readonly secrets: readonly string[];
  readonly clock: Clock;
}

/** A log of one JSON object a line: `level`, `time` (ISO 8601), the facts and `msg`. */
export function createLog({ level, stream, secrets, clock }: LogOptions): Log {
  const scrub = createScrubber(secrets);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
      // Errors are clean by then; pino's own way with them would take them for something else.
      serializers: { err: (err: unknown) => err },
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return logThrough(logger, scrub);
}

function logThrough(logger: Logger, scrub: (text: string) => string): Log {
  const tell =
    (level: 'debug' | 'info' | 'warn' | 'error'): Log['info'] =>
    (facts, what) => {
      if (logger.isLevelEnabled(level))
        logger[level](cleanFacts(facts, scrub), cleanText(what, scrub));
    };
  return {
    debug: tell('debug'),
    info: tell('info'),
    warn: tell('warn'),
    error: tell('error'),
    with: (facts) => logThrough(logger.child(cleanFacts(facts, scrub)), scrub),
  };
}
