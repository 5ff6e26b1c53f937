import { identity } from '../protocol/slack/identity.ts';
import { places } from '../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../protocol/slack/start-slack-server.ts';
import type { SlackMessage } from '../protocol/slack/world.ts';
import { findNumber, type Crowd, type NumberedPage, type Outcome } from './crowd.ts';
import { slackEnv } from './platform-env.ts';

interface Question extends NumberedPage {
  readonly user: string;
}

/** So many people on Slack, who take turns. Every other page is asked for by a mention. */
export async function crowdOnSlack(size: number): Promise<Crowd> {
  const people = Array.from({ length: size }, (_, at) => `U${1000 + at}GUEST`);
  const users = people.map((id) => ({ id, name: id, realName: `Guest ${id}`, tz: 'Europe/Oslo' }));
  const members = [...people, identity.botUserId];
  const { news: channel } = places;
  const slack = await startSlackServer({
    users,
    channels: [{ id: channel, name: 'news', kind: 'public', members }],
  });
  const questions: Question[] = [];

  const ask = (page: NumberedPage): Question => {
    const at = questions.length;
    const user = people[Math.floor(at / 2) % size] ?? '';
    if (at % 2 === 0) void slack.slash({ command: '/summarize', text: page.url, user, channel });
    else void slack.say({ channel, user, text: `<@${slack.botUserId}> ${page.url}` });
    return { ...page, user };
  };

  return {
    env: slackEnv(slack),
    ask: (page) => void questions.push(ask(page)),
    outcomes: () => outcomesOf(slack, questions),
    acknowledgements: () =>
      slack.deliveries.map(({ ack }) => (ack?.state === 'acknowledged' ? ack.afterMs : undefined)),
    async until(isSo, timeoutMs) {
      await slack.until(isSo, timeoutMs);
    },
    faults() {
      const { violations, pings, leaks, unfurls } = slack;
      const late = slack.unacknowledged().map(({ payload }) => payload['event_id'] ?? payload);
      const refused = [...violations, ...pings, ...leaks, ...unfurls, ...late];
      return [...refused.map((one) => JSON.stringify(one)), ...strays(slack, questions)];
    },
    async close() {
      await slack.settled();
      await slack.close();
    },
  };
}

/** A message of ours, as far as it matters here. */
interface Spoken {
  readonly message: SlackMessage;
  readonly text: string;
  /** Of the page that it links to. */
  readonly number: number | undefined;
  readonly isSignOfLife: boolean;
}

/** Messages never change, others take their place: each is read once. */
const readBefore = new WeakMap<SlackMessage, Spoken>();

function read(message: SlackMessage): Spoken {
  const known = readBefore.get(message);
  if (known !== undefined) return known;
  const text = JSON.stringify(message.blocks ?? message.text);
  const isSignOfLife = text.includes('Reading ');
  const spoken = { message, text, number: findNumber(text), isSignOfLife };
  readBefore.set(message, spoken);
  return spoken;
}

function spokenBy({ world, botId }: SlackServer): readonly Spoken[] {
  return world.messages.filter((one) => one.bot_id === botId).map(read);
}

/**
 * A summary links to its page. Whoever is refused is told so alone, and the telling names no page: those of a person
 * belong to this person's requests that have no summary, one each, and what is over to the last of them.
 */
function outcomesOf(slack: SlackServer, questions: readonly Question[]): readonly Outcome[] {
  const spoken = spokenBy(slack).filter(({ isSignOfLife }) => !isSignOfLife);
  const ofPage = Map.groupBy(spoken, ({ number }) => number);
  const refusals = Map.groupBy(ofPage.get(undefined) ?? [], ({ message }) => message.onlyFor);
  const last = new Map(questions.map(({ user }, at) => [user, at]));
  return questions.map(({ number, user }, at) => {
    const summaries = ofPage.get(number)?.length ?? 0;
    const left = refusals.get(user) ?? [];
    const share = summaries === 0 ? 1 : 0;
    const own = left.splice(0, last.get(user) === at ? left.length : share);
    return { summaries, refusals: own.map(({ text }) => text) };
  });
}

/** Signs of life that everybody still sees, and what was said to nobody who asked. */
function strays(slack: SlackServer, questions: readonly Question[]): readonly string[] {
  const people = new Set(questions.map(({ user }) => user));
  return spokenBy(slack)
    .filter(({ message: { onlyFor }, isSignOfLife, number }) =>
      onlyFor === undefined ? isSignOfLife || number === undefined : !people.has(onlyFor),
    )
    .map(({ text }) => text);
}
