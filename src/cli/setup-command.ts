import type { LoadedBotConfig } from '../config/bot-config.ts';
import { slackManifest } from '../platforms/slack/doctor/slack-manifest.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';
import { findApplicationId } from './discord-invite.ts';
import { discordSteps } from './discord-steps.ts';
import { slackSteps } from './slack-steps.ts';

export interface SetupDiscordOptions {
  readonly applicationId?: string;
}

export interface SetupSlackOptions {
  /** Where the bot is reached over HTTPS; without it, Socket Mode. */
  readonly url?: string;
  /** Print the manifest and nothing else. */
  readonly manifest?: boolean;
}

/** `nutgraf setup discord`: the steps and the invite links. Whatever else is wrong with the settings does not matter. */
export async function runSetupDiscord(
  io: CliIo,
  { options, loaded }: { readonly options: SetupDiscordOptions; readonly loaded: LoadedBotConfig },
): Promise<number> {
  const { discord } = loaded.status === 'valid' ? loaded.config : loaded.sound;
  const known = discord === undefined ? undefined : findApplicationId(discord.token);
  await write(io.stdout, discordSteps(options.applicationId ?? known), io.signal);
  return exitCodes.done;
}

/** `nutgraf setup slack`: the steps and the app manifest. */
export async function runSetupSlack(
  io: CliIo,
  { url, manifest: isAlone }: SetupSlackOptions,
): Promise<number> {
  const reach = url === undefined ? 'socket' : 'http';
  const content = slackManifest(
    url === undefined ? { kind: 'socket' } : { kind: 'http', requestUrl: url },
  );
  const manifest = JSON.stringify(content, undefined, 2);
  const text = isAlone === true ? `${manifest}\n` : slackSteps(reach, manifest);
  await write(io.stdout, text, io.signal);
  return exitCodes.done;
}
