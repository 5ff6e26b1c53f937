import { DiscordAPIError, HTTPError } from 'discord.js';
import { PlatformError, type PlatformErrorCode } from '../../../ports/platform-error.ts';

/** Discord's: “You lack permissions to perform that action”. */
const LACKING_PERMISSION = 50013;

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const CODES: ReadonlyMap<number | string, PlatformErrorCode> = new Map([
  /** Unknown channel, guild, message, webhook, interaction. */
  [10003, 'gone'],
  [10004, 'gone'],
  [10008, 'gone'],
  [10015, 'gone'],
  [10062, 'gone'],
  /** An interaction's token that has ended. */
  [50027, 'gone'],
  /** No message in such a channel. */
  [50024, 'gone'],
  /** Of an account that is no bot, or none any more. */
  [40001, 'refused-token'],
  [50001, 'not-allowed'],
  /** The person takes no direct messages. */
  [50007, 'not-allowed'],
  [LACKING_PERMISSION, 'not-allowed'],
  /** An archived thread that is locked. */
  [50083, 'not-allowed'],
  /** Somebody blocked the bot, or more follow-ups than Discord gives. */
  [40094, 'not-allowed'],
  /** Replying needs Read Message History. */
  [160002, 'not-allowed'],
]);

/**
 * A library's error as what it means for the bot. `isTokenInPath`: it was asked by an interaction's token, so that is
 * what a 401 refuses.
 */
export function toPlatformError(error: unknown, isTokenInPath = false): PlatformError {
  if (error instanceof PlatformError) return error;
  const cause = { cause: error };
  if (error instanceof DiscordAPIError) {
    const code = CODES.get(error.code) ?? codeOfStatus(error.status, isTokenInPath);
    return new PlatformError(code, `Discord says: ${error.message} (${error.code})`, cause);
  }
  if (error instanceof HTTPError)
    return new PlatformError('unclear', `Discord answers with status ${error.status}`, cause);
  const message = error instanceof Error ? error.message : String(error);
  if (/token/iu.test(message) && /invalid|expected/iu.test(message))
    return new PlatformError('refused-token', 'Discord refuses the token', cause);
  if (/disallowed intents/iu.test(message))
    return new PlatformError('not-allowed', 'Discord refuses the intents', cause);
  return new PlatformError('unclear', `Discord does not answer: ${message}`, cause);
}

function codeOfStatus(status: number, isTokenInPath: boolean): PlatformErrorCode {
  if (status === 401) return isTokenInPath ? 'gone' : 'refused-token';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'gone';
  return status >= 500 || status === 429 ? 'unclear' : 'bad-post';
}

/** Discord's own number for what went wrong, where it gave one. */
export function discordCode(error: unknown): number | undefined {
  const cause = error instanceof PlatformError ? error.cause : error;
  if (!(cause instanceof DiscordAPIError)) return undefined;
  return typeof cause.code === 'number' ? cause.code : undefined;
}

/** Whether a permission misses in that channel: to send at all, or to send embeds; Discord does not tell which. */
export function isLackingPermission(error: unknown): boolean {
  return discordCode(error) === LACKING_PERMISSION;
}
