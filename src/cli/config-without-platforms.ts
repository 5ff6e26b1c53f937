import type { BotConfig, LoadedBotConfig } from '../config/bot-config.ts';

/** The settings for what is done without a platform, in this terminal; undefined where any of those is wrong. */
export function configWithoutPlatforms(loaded: LoadedBotConfig): BotConfig | undefined {
  if (loaded.status === 'valid') return loaded.config;
  const { engine, fetch, files, batch, allowedPrivateHosts, proxy } = loaded.sound;
  const { bot, database, digests, digestFile } = loaded.sound;
  const general = { engine, fetch, files, batch, allowedPrivateHosts, proxy };
  const all = { ...general, bot, database, digests, digestFile };
  if (Object.values(all).includes(undefined)) return undefined;
  return { ...all, server: {}, log: { level: 'error' } } as BotConfig;
}
