import type { Invocation } from '../protocol/discord/people/invocation.ts';
import { startDiscordServer } from '../protocol/discord/start-discord-server.ts';
import type { SeenMessage } from '../protocol/discord/world/see-message.ts';
import { ours } from './ask-on-discord.ts';
import { findNumber, type Crowd, type NumberedPage, type Outcome } from './crowd.ts';
import { discordEnv } from './platform-env.ts';

interface Question extends NumberedPage {
  /** The message or the interaction that asked. */
  readonly id: string;
  /** Absent for messages, which nobody acknowledges. */
  readonly invocation?: Invocation;
}

/** So many people on Discord, who take turns. Every other page is asked for by a mention. */
export async function crowdOnDiscord(size: number): Promise<Crowd> {
  const server = await startDiscordServer();
  const { channel, guild, botUserId } = server;
  const people = Array.from({ length: size }, (_, at) => server.addUser({ name: `guest${at}` }));
  for (const user of people) server.addMember({ guild, user });
  const questions: Question[] = [];

  const ask = (page: NumberedPage): Question => {
    const at = questions.length;
    const user = people[Math.floor(at / 2) % size] ?? server.anna;
    if (at % 2 === 1) {
      const content = `<@${botUserId}> ${page.url}`;
      return { ...page, id: server.say({ channel, user, content }).id };
    }
    const options = { url: page.url };
    const invocation = server.slash({ command: 'summarize', options, user, channel });
    return { ...page, id: invocation.id, invocation };
  };

  return {
    env: discordEnv(server),
    ask: (page) => void questions.push(ask(page)),
    outcomes() {
      const below = Map.groupBy(ours(server), (one) => one.interactionId ?? one.replyToId);
      return questions.map(({ id, number }) => outcomeOf(below.get(id) ?? [], number));
    },
    acknowledgements: () =>
      questions.flatMap(({ invocation }) =>
        invocation === undefined ? [] : [invocation.acknowledgedAfterMs],
      ),
    async until(isSo, timeoutMs) {
      await server.until(isSo, { what: 'the crowd', deadlineMs: timeoutMs });
    },
    faults() {
      const asked = new Set(questions.map(({ id }) => id));
      const strays = ours(server).filter(
        (one) => isSignOfLife(one) || !asked.has(one.interactionId ?? one.replyToId ?? ''),
      );
      return [...server.violations, ...server.pings, ...strays].map((one) => JSON.stringify(one));
    },
    close: () => server.close(),
  };
}

function outcomeOf(messages: readonly SeenMessage[], number: number): Outcome {
  const answers = messages.filter((one) => !isSignOfLife(one));
  const [summaries = [], refusals = []] = [true, false].map((isOne) =>
    answers.filter(({ embeds }) => (findNumber(embeds[0]?.url ?? '') === number) === isOne),
  );
  return {
    summaries: summaries.length,
    refusals: refusals.map(({ content, embeds }) => JSON.stringify([content, embeds])),
  };
}

function isSignOfLife({ isThinking, content, embeds }: SeenMessage): boolean {
  return isThinking || `${content} ${embeds[0]?.description ?? ''}`.includes('Reading ');
}
