import { existsSync } from 'node:fs';
import type { CheckProducer } from './cli/doctor-command.ts';
import type {
  BotConfig,
  DatabaseConfig,
  DigestFilePath,
  DigestHabits,
  DiscordConfig,
  SlackConfig,
} from './config/bot-config.ts';
import type { Check } from './ports/chat-platform.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';

/** What `doctor` looks at, as far as the settings for it are right. */
export function composeChecks({
  database,
  discord,
  slack,
  digests,
  digestFile,
}: Partial<BotConfig>): readonly CheckProducer[] {
  const setUp = [
    ...(discord === undefined ? [] : ['discord']),
    ...(slack === undefined ? [] : ['slack']),
  ];
  return [
    { what: 'Node.js and clock', check: checkMachine },
    ...(database === undefined
      ? []
      : [{ what: 'database', check: () => checkDatabaseAt(database) }]),
    ...(digests === undefined || digestFile === undefined
      ? []
      : [
          {
            what: 'digests of the file',
            check: () => checkDigests(digestFile, { habits: digests, platforms: setUp }),
          },
        ]),
    ...(discord === undefined
      ? []
      : [{ what: 'Discord', check: (signal: AbortSignal) => checkDiscordApp(discord, signal) }]),
    ...(slack === undefined
      ? []
      : [{ what: 'Slack', check: (signal: AbortSignal) => checkSlackApp(slack, signal) }]),
  ];
}

async function checkMachine(): Promise<readonly Check[]> {
  const { checkNode } = await import('./ops/check-node.ts');
  const { checkClock } = await import('./ops/check-clock.ts');
  const { systemClock } = await import('./ops/system-clock.ts');
  return [checkNode(process.versions.node), ...checkClock(systemClock)];
}

async function checkDatabaseAt({ url, path }: DatabaseConfig): Promise<readonly Check[]> {
  const { checkDatabase } = await import('./ops/check-database.ts');
  const { openStore } = await import('./store/open-store.ts');
  // The address is absolute: no folder is needed to find it.
  const open = async () => Promise.resolve(openStore({ url, cwd: '/' }));
  return [await checkDatabase({ path, open })];
}

async function checkDigests(
  { path, name }: DigestFilePath,
  set: { readonly habits: DigestHabits; readonly platforms: readonly string[] },
): Promise<readonly Check[]> {
  const { checkDigestFile } = await import('./digest/plans/check-digest-file.ts');
  const { readDigestFile } = await import('./config/read-digest-file.ts');
  const file = existsSync(path) ? readDigestFile(path, name) : undefined;
  return checkDigestFile({ ...set, name, file });
}

async function checkDiscordApp(
  discord: DiscordConfig,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { createDiscord } = await import('./platforms/discord/create-discord.ts');
  return createDiscord({ ...discord, ...(await quietly()) }).check(signal);
}

async function checkSlackApp(
  { botToken, apiUrl, mode }: SlackConfig,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { createSlack } = await import('./platforms/slack/create-slack.ts');
  const where = apiUrl === undefined ? {} : { apiUrl };
  return createSlack({ botToken, via: mode, ...where, ...(await quietly()) }).check(signal);
}

/** All that there is to say is in the checks. */
async function quietly(): Promise<{ readonly log: Log; readonly clock: Clock }> {
  const { createLog } = await import('./ops/create-log.ts');
  const { systemClock: clock } = await import('./ops/system-clock.ts');
  const log = createLog({ level: 'silent', stream: { write: () => true }, secrets: [], clock });
  return { log, clock };
}
