import type { Invocation } from '../protocol/discord/people/invocation.ts';
import type { Said } from '../protocol/discord/people/write.ts';
import type { DiscordServer } from '../protocol/discord/start-discord-server.ts';
import type { SeenMessage } from '../protocol/discord/world/see-message.ts';
import type { Asked } from './asked.ts';

const TITLE = 'Eels return';
/** Of the story's second quote. */
const QUOTE = 'next year as well';

/** Everything that can be asked of the bot on Discord, all at once: about new pages, and about a short summary. */
export function askOnDiscord(
  server: DiscordServer,
  { page, summary }: { readonly page: (name: string) => string; readonly summary: SeenMessage },
): readonly Asked[] {
  const { anna, ben, channel, botUserId } = server;
  const say = (user: typeof anna, content: string, replyTo?: { readonly id: string }) =>
    server.say({ channel, user, content, ...(replyTo === undefined ? {} : { replyTo }) });
  const slash = (name: string, isPrivate: boolean): Invocation =>
    server.slash({
      command: 'summarize',
      options: { url: page(name), private: isPrivate },
      user: anna,
      channel,
    });
  const click = (label: string, user = anna): Invocation =>
    server.click({ message: summary, customId: customIdOf(summary, label), user });
  const talk = say(ben, `Have you seen ${page('menu')} yet?`);
  const menu = server.messageCommand({ name: 'Summarize', message: talk, user: ben });
  return [
    below(server, say(anna, `<@${botUserId}> ${page('mention')}`), {
      what: 'mention',
      holds: TITLE,
    }),
    below(server, say(ben, 'quotes', summary), { what: 'reply', holds: QUOTE }),
    opened(server, slash('command', false), { what: 'command', holds: TITLE }),
    opened(server, slash('private', true), { what: 'private command', holds: TITLE }),
    opened(server, menu, { what: 'menu of a message', holds: TITLE }),
    opened(server, click('All quotes', ben), { what: 'All quotes', holds: QUOTE }),
    changed(server, click('Longer'), summary),
  ];
}

export function customIdOf({ buttons }: SeenMessage, label: string): string {
  const found = buttons.find((button) => button.label === label)?.customId;
  if (found === undefined) throw new Error(`There is no button ${label}.`);
  return found;
}

/** Our messages in the channel, thinking or not. */
export function ours(server: DiscordServer): readonly SeenMessage[] {
  return server.messagesIn(server.channel).filter(({ authorId }) => authorId === server.botUserId);
}

const isSignOfLife = (message: SeenMessage): boolean =>
  message.isThinking || textOf(message).includes('Reading ');
const textOf = ({ content, embeds }: SeenMessage): string => JSON.stringify([content, embeds]);

function standing(messages: () => readonly SeenMessage[]): Pick<Asked, 'answers' | 'leftovers'> {
  return {
    answers: () => messages().filter((one) => !isSignOfLife(one)).map(textOf), // prettier-ignore
    leftovers: () => messages().filter(isSignOfLife).length,
  };
}

type Expected = Pick<Asked, 'what' | 'holds'>;

/** A mention that has something to read only since it was edited. */
export function edit(server: DiscordServer, page: string): Asked {
  const { anna: user, channel, botUserId } = server;
  const said = server.say({ channel, user, content: `<@${botUserId}>, look` });
  const edited = server.editMessage(said, `<@${botUserId}>, look at ${page}`);
  const one = below(server, edited, { what: 'edited mention', holds: TITLE });
  // Before it was edited there was nothing to do but help.
  const isHelp = (answer: string): boolean => answer.includes('/summarize');
  return { ...one, answers: () => one.answers().filter((answer) => !isHelp(answer)) };
}

/** Answered below a message. Nobody acknowledges messages: a promise is what was written down. */
function below(server: DiscordServer, { id, redeliver }: Said, expected: Expected): Asked {
  return {
    ...expected,
    again: redeliver,
    isPromised: (written) => written.has(`message:${id}`),
    ...standing(() => ours(server).filter(({ replyToId }) => replyToId === id)),
  };
}

/** Answered in place of "thinking". */
function opened(server: DiscordServer, asked: Invocation, expected: Expected): Asked {
  return {
    ...expected,
    again: asked.redeliver,
    isPromised: () => asked.acknowledgedAfterMs !== undefined,
    ...standing(() => ours(server).filter(({ interactionId }) => interactionId === asked.id)),
  };
}

/** Answered by a change of the message that was clicked: by one step, and nothing stands beside it. */
function changed(server: DiscordServer, clicked: Invocation, summary: SeenMessage): Asked {
  const labels = (): readonly string[] =>
    ours(server)
      .find(({ id }) => id === summary.id)
      ?.buttons.map(({ label }) => label) ?? [];
  const beside = () => ours(server).filter(({ interactionId }) => interactionId === clicked.id);
  return {
    what: 'Longer',
    holds: 'Longer',
    again: clicked.redeliver,
    isPromised: () => clicked.acknowledgedAfterMs !== undefined,
    answers: () => [
      ...(labels().includes('Shorter') ? [labels().join(' ')] : []),
      ...beside().map(textOf),
    ],
    leftovers: () => 0,
  };
}
