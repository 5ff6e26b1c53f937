import { people, places } from '../protocol/slack/slack-options.ts';
import type { SlackServer } from '../protocol/slack/start-slack-server.ts';
import type { Delivery } from '../protocol/slack/transport.ts';
import type { SlackMessage } from '../protocol/slack/world.ts';
import type { Asked } from './asked.ts';

const { ada, benno } = people;
const { news, harbour, adasMessages } = places;
const TITLE = 'Eels return';
/** Of the story's second quote. */
const QUOTE = 'next year as well';

/** A page for each way in which a page can be asked for. */
export type Pages = Readonly<
  Record<'mention' | 'direct' | 'command' | 'menu' | 'private' | 'outside', string>
>;

/** A short summary that stands in the channel, and the page that it is of. */
export interface Summary {
  readonly message: SlackMessage;
  readonly url: string;
}

/** Everything that can be asked of the bot on Slack, all at once: about new pages, and about a short summary. */
export function askOnSlack(
  slack: SlackServer,
  { pages, summary }: { readonly pages: Pages; readonly summary: Summary },
): readonly Asked[] {
  const { message, url } = summary;
  const slash = (
    name: keyof Pages,
    more: { readonly channel?: string; readonly how?: string } = {},
  ) =>
    slack.slash({
      command: '/summarize',
      text: [pages[name], more.how ?? ''].join(' ').trim(),
      user: ada,
      channel: more.channel ?? news,
    });
  const menu = async (): Promise<Delivery> => {
    const said = slack.say({ channel: news, user: benno, text: `Have you seen ${pages.menu}?` });
    const target = slack.world.messages.at(-1);
    if (target === undefined) throw new Error('Nothing was said.');
    const [used] = await Promise.all([
      slack.shortcut({ callback_id: 'summarize_message', message: target, user: benno }),
      said,
    ]);
    return used;
  };
  const click = (action: string, user: string) => slack.click({ message, action_id: action, user });
  const thread = message.thread_ts ?? message.ts;
  return [
    heard(
      slack,
      { channel: news, text: `<@${slack.botUserId}> ${pages.mention}` },
      { what: 'mention', holds: TITLE },
    ),
    heard(
      slack,
      { channel: adasMessages, text: pages.direct },
      { what: 'direct message', holds: TITLE },
    ),
    word(slack, thread),
    used(slack, slash('command'), { what: 'command', holds: pages.command }),
    used(slack, menu(), { what: 'menu of a message', holds: pages.menu }),
    unseen(slack, slash('private', { how: 'private' }), {
      what: 'private command',
      holds: pages.private,
    }),
    unseen(slack, slash('outside', { channel: harbour }), {
      what: 'command where it is no member',
      holds: pages.outside,
    }),
    unseen(slack, click('quotes', benno), { what: 'All quotes', holds: url }),
    changed(slack, click('longer', ada), message),
  ];
}

/** Our messages, for all or for one, wherever they stand. */
const ours = ({ world, botId }: SlackServer): readonly SlackMessage[] =>
  world.messages.filter((one) => one.bot_id === botId || one.viaResponseUrl === true);
const isSignOfLife = (message: SlackMessage): boolean => textOf(message).includes('Reading ');
const textOf = ({ blocks, text }: SlackMessage): string => JSON.stringify(blocks ?? text);

type Expected = Pick<Asked, 'what' | 'holds'>;

function standing(messages: () => readonly SlackMessage[]): Pick<Asked, 'answers' | 'leftovers'> {
  return {
    answers: () => messages().filter((one) => !isSignOfLife(one)).map(textOf), // prettier-ignore
    leftovers: () => messages().filter(isSignOfLife).length,
  };
}

/** Slack brings what is said until it is acknowledged, so that it is promised an answer whatever happens. */
function heard(
  slack: SlackServer,
  { channel, text }: { readonly channel: string; readonly text: string },
  expected: Expected,
): Asked {
  const saying = slack.say({ channel, user: ada, text });
  const ts = slack.world.messages.at(-1)?.ts;
  void saying;
  return {
    ...expected,
    isPromised: () => true,
    ...standing(() => ours(slack).filter((one) => one.channel === channel && one.thread_ts === ts)),
  };
}

/** One of the four words in the thread of a summary. */
function word(slack: SlackServer, thread: string): Asked {
  void slack.say({ channel: news, user: benno, text: 'quotes', thread_ts: thread });
  return {
    what: 'word in a thread',
    holds: QUOTE,
    isPromised: () => true,
    // The summary itself has fewer quotes and buttons.
    ...standing(() =>
      slack
        .thread(news, thread)
        .filter(
          (one) =>
            one.bot_id === slack.botId &&
            !textOf(one).includes('"longer"') &&
            !textOf(one).includes('"shorter"'),
        ),
    ),
  };
}

/** What is never brought a second time is promised an answer once it was acknowledged. */
function promiseOf(using: Promise<Delivery>): Pick<Asked, 'isPromised'> {
  let used: Delivery | undefined;
  void using.then((delivery) => {
    used = delivery;
  });
  return { isPromised: () => used?.ack?.state === 'acknowledged' };
}

/** Answered for all, with a link to the page. */
function used(slack: SlackServer, using: Promise<Delivery>, expected: Expected): Asked {
  const forAll = () => ours(slack).filter((one) => one.onlyFor === undefined && textOf(one).includes(expected.holds)); // prettier-ignore
  return { ...expected, ...promiseOf(using), ...standing(forAll) };
}

/** Answered where the bot cannot look: through a response URL. */
function unseen(slack: SlackServer, using: Promise<Delivery>, expected: Expected): Asked {
  const seen = () =>
    ours(slack).filter(
      (one) => one.viaResponseUrl === true && textOf(one).includes(expected.holds),
    );
  return { ...expected, ...promiseOf(using), ...standing(seen), isUnseen: true };
}

/** Answered by a change of the message that was clicked: by one step. */
function changed(
  slack: SlackServer,
  using: Promise<Delivery>,
  { channel, ts }: SlackMessage,
): Asked {
  const now = (): string => {
    const message = slack.world.messages.find((one) => one.channel === channel && one.ts === ts);
    return message === undefined ? '' : textOf(message);
  };
  return {
    what: 'Longer',
    holds: '"longer"',
    ...promiseOf(using),
    answers: () => (now().includes('"shorter"') ? [now()] : []),
    leftovers: () => 0,
  };
}
