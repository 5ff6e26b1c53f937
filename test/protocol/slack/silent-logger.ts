import { LogLevel, type Logger } from '@slack/bolt';

/** Bolt writes to the console unless it is given somewhere else to write to. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
