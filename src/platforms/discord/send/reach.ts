import { Routes } from 'discord.js';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { Opening, Standing } from '../wire/discord-address.ts';
import type { ApiCall, DiscordLine } from './discord-api.ts';
import { outOfReach } from './speak.ts';

export interface Reached {
  readonly channel: string;
  readonly opening?: Opening;
}

/**
 * Changes, removes or reads a message of ours: by the interaction's token while it is good, which works everywhere,
 * else as the bot, where it is a member. @throws PlatformError `gone` where neither works
 */
export async function reach(
  { api, clock, acknowledged }: DiscordLine,
  { at, standing }: { readonly at: Reached; readonly standing: Standing },
  { method, body, signal }: Pick<ApiCall, 'method' | 'body'> & { readonly signal: AbortSignal },
): Promise<unknown> {
  const { opening, channel } = at;
  const change = { method, ...(body === undefined ? {} : { body }) };
  const asBot = opening === undefined || (opening.isMember && !opening.isPrivate);
  if (opening !== undefined && standing.via !== 'channel' && clock.now() < opening.untilMs) {
    // Before that the token opens nothing, which looks as if the message were gone.
    await acknowledged(opening.id, signal);
    const id = standing.via === 'original' ? '@original' : standing.id;
    const path = Routes.webhookMessage(opening.application, opening.token, id);
    try {
      return await api.call({ ...change, path, isTokenInPath: true }, signal);
    } catch (error) {
      if (!asBot || !isGone(error)) throw error;
    }
  }
  if (!asBot) throw outOfReach();
  return api.call({ ...change, path: Routes.channelMessage(channel, standing.id) }, signal);
}

export function isGone(error: unknown): boolean {
  return error instanceof PlatformError && error.code === 'gone';
}
