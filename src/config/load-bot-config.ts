import type { BotConfig, Fault, LoadedBotConfig } from './bot-config.ts';
import { digestsSchema } from './digests-schema.ts';
import { habitsSchema } from './habits-schema.ts';
import { issueInWords, type Issue } from './issue-in-words.ts';
import { checkGeneral } from './load-config.ts';
import { readBotEnv } from './read-bot-env.ts';
import { readGiven, type Surroundings } from './read-given.ts';

/** All settings of the running bot, from where `loadConfig` has its own. Everything wrong is told at once. */
export function loadBotConfig(surroundings: Surroundings): LoadedBotConfig {
  const given = readGiven(surroundings);
  const general = checkGeneral(given);
  const fromEnv = readBotEnv(given.env, surroundings.cwd);
  const { bot: ownValues, digests: ofDigests } = given.values as {
    readonly bot?: unknown;
    readonly digests?: unknown;
  };
  const habits = habitsSchema.safeParse(ownValues);
  const digests = digestsSchema.safeParse(ofDigests);
  const issuesBelow = (room: string, issues: readonly Issue[] = []): readonly Fault[] =>
    issues
      .map((issue) => ({ ...issue, path: [room, ...issue.path] }))
      .flatMap((issue) => issueInWords(issue, given.files))
      .map(faultOfAll);
  const faults: readonly Fault[] = [
    ...fromEnv.faults,
    ...(general.status === 'faulty' ? general.faults.map(faultOfAll) : []),
    ...issuesBelow('bot', habits.error?.issues),
    ...issuesBelow('digests', digests.error?.issues),
  ];
  const sound: Partial<BotConfig> = {
    ...(general.status === 'valid' ? general.config : {}),
    ...fromEnv.sound,
    ...(habits.success ? { bot: habits.data } : {}),
    ...(digests.success ? { digests: digests.data } : {}),
  };
  return faults.length === 0
    ? // Nothing was found wrong, so nothing is missing.
      { status: 'valid', config: sound as BotConfig }
    : { status: 'faulty', faults, sound };
}

function faultOfAll(sentence: string): Fault {
  return { sentence, without: 'the bot: it does not start' };
}
