import { problemPost } from '../../post/problem-post.ts';
import type { Post } from '../../post/post.ts';
import type { Action } from '../../post/actions.ts';
import type { Accepted, Core } from '../../ports/core.ts';
import type { DigestFields, FieldFault, Form, FormAbout } from '../../ports/digest.ts';
import type { FollowUpRequest, Request, Source } from '../../ports/request.ts';
import { PERSON, PLAYGROUND, sentMessage } from './address.ts';
import { seenBy } from './channel/seen-by.ts';
import { emptyChannel } from './channel/empty-channel.ts';
import type { Channel } from './channel/open-channel.ts';
import type { SharedFiles } from './channel/open-shared-files.ts';
import type { BotMessage, Message, SaidMessage } from './message.ts';
import type { PlaygroundParts } from './playground-parts.ts';
import { askedAs, isAboutArticle, readRequest, sourcesIn } from './read/read-request.ts';
import { readTyped } from './read/read-typed.ts';

/** What a person does on the page, handed to the bot. Nothing rejects but for faults of ours. */
export interface Talk {
  /** `id` is the page's own name for it: what is sent again after a broken connection is one message. */
  say(said: Said, person: string): Promise<Reply>;
  press(pressed: Pressed, person: string): Promise<Reply>;
  /** The context menu: summarizes what a message holds. */
  summarize(
    about: { readonly id: string; readonly message: string },
    person: string,
  ): Promise<Reply>;
  submit(filled: Filled, person: string): Promise<Reply>;
  /** Asks again for what was said and not answered before the process ended. */
  resume(): Promise<void>;
}

export type Said = Pick<SaidMessage, 'id' | 'text' | 'files' | 'repliesTo'>;

export interface Pressed {
  readonly id: string;
  readonly message: string;
  readonly action: Action;
}

export interface Filled {
  readonly id: string;
  readonly about: FormAbout;
  readonly fields: DigestFields;
}

export type Reply =
  /** What follows comes through the channel. */
  | { readonly status: 'taken' }
  | { readonly status: 'form'; readonly form: Form }
  | { readonly status: 'faulty'; readonly faults: readonly FieldFault[] }
  /** The message, or the button, is not there any more. */
  | { readonly status: 'gone' };

/** A core that takes longer has lost its database. */
const ACCEPT_MS = 10_000;
const TAKEN: Reply = { status: 'taken' };

interface TalkParts extends Pick<PlaygroundParts, 'clock' | 'newKey' | 'log' | 'isClosing'> {
  readonly channel: Channel;
  readonly files: SharedFiles;
  readonly core: Core;
}

export function createTalk(parts: TalkParts): Talk {
  const { channel, core, clock, log, newKey } = parts;

  /** For the person alone, at the end of the channel. */
  const tell = (post: Post, { person, said }: Told): void => {
    const key = newKey();
    const message: BotMessage = {
      id: key,
      by: 'bot',
      atMs: clock.now(),
      post,
      key,
      revision: 1,
      isPrivate: true,
      person,
    };
    channel.put(message, ...(said === undefined ? [] : [{ ...said, isWaiting: false }]));
  };
  /** What was forgotten does not stand there either. */
  const tellInEmptyChannel = (post: Post, { person }: Told): void => {
    emptyChannel(parts);
    tell(post, { person });
  };
  const take = async (
    work: () => Promise<Accepted>,
    told: Told,
    onAnswer: (post: Post, told: Told) => void = tell,
  ): Promise<void> => {
    try {
      const accepted = await work();
      if (accepted.status === 'answered') onAnswer(accepted.post, told);
    } catch (error) {
      log.warn({ err: error }, 'the bot does not take a request');
      tell(problemPost({ code: 'queue-full' }), told);
    }
  };
  const accept = (request: Request, said?: SaidMessage): Promise<void> =>
    take(
      () => core.accept(request, AbortSignal.timeout(ACCEPT_MS)),
      { person: request.person, ...(said === undefined ? {} : { said }) },
      request.kind === 'forget' ? tellInEmptyChannel : tell,
    );
  const openForm = async (about: FormAbout, person: string): Promise<Reply> => {
    const who = { platform: PLAYGROUND, place: PLAYGROUND, channel: PLAYGROUND, person };
    const opened = await core.form({ ...who, about }, AbortSignal.timeout(ACCEPT_MS));
    if (opened.status === 'form') return opened;
    tell(opened.post, { person });
    return TAKEN;
  };
  const requestOf = (message: SaidMessage): Request | undefined => {
    const { repliesTo, person = PERSON } = message;
    const seen = seenBy(channel, person);
    return readRequest(message, {
      replied: repliesTo === undefined ? undefined : seen.find(repliesTo),
      latest: seen.list().findLast(isAboutArticle),
    });
  };

  return {
    async say(said, person) {
      if (channel.find(said.id) !== undefined) return TAKEN;
      const typed = readTyped(said.text);
      if (typed.kind === 'form') return openForm(typed.about, person);
      const by = { by: 'person', person } as const;
      const words: SaidMessage = { ...said, ...by, atMs: clock.now(), isWaiting: true };
      const request = requestOf(words);
      // Others need not see a question whose answer they do not see.
      const message = { ...words, isPrivate: request?.isPrivate ?? true };
      channel.put(message);
      if (typed.kind === 'said') tell(typed.post, { person, said: message });
      // What is kept is asked for again by the next start.
      if (request !== undefined && !parts.isClosing()) await accept(request, message);
      return TAKEN;
    },
    async press({ id, message, action }, person) {
      const pressed = seenBy(channel, person).find(message);
      if (pressed?.by !== 'bot' || !pressed.post.actions.includes(action))
        return { status: 'gone' };
      if (action === 'change') return openForm({ kind: 'redraft', key: pressed.key }, person);
      await accept(clickRequest(askedAs(id, { person, isPrivate: true }), pressed, action));
      return TAKEN;
    },
    async summarize({ id, message }, person) {
      const pointed = seenBy(channel, person).find(message);
      if (pointed === undefined) return { status: 'gone' };
      const sources = findSources(pointed, seenBy(channel, person)).slice(0, 3);
      await accept({ ...askedAs(id, { person }), kind: 'summarize', sources });
      return TAKEN;
    },
    async submit({ id, about, fields }, person) {
      const ask = { ...about, fields };
      const request = { ...askedAs(id, { person, isPrivate: true }), kind: 'digest', ask } as const;
      let faults: readonly FieldFault[] = [];
      await take(
        async () => {
          const taken = await core.submit(request, AbortSignal.timeout(ACCEPT_MS));
          if (taken.status !== 'faulty') return taken;
          faults = taken.faults;
          return { status: 'accepted' };
        },
        { person },
      );
      return faults.length > 0 ? { status: 'faulty', faults } : TAKEN;
    },
    async resume() {
      for (const message of channel.list()) {
        if (message.by !== 'person' || !message.isWaiting) continue;
        const typed = readTyped(message.text);
        const { person = PERSON } = message;
        if (typed.kind === 'said') tell(typed.post, { person, said: message });
        // The bot knows what it has taken before, and answers that by itself.
        const request = requestOf(message);
        if (request !== undefined) await accept(request, message);
      }
    },
  };
}

/** What a message holds to be read, or what it answers; else it is looked at, and said that there is nothing. */
function findSources(pointed: Message, { find }: Pick<Channel, 'find'>): readonly Source[] {
  const own = sourcesIn(pointed);
  if (own.length > 0) return own;
  const answers = pointed.by === 'bot' ? pointed.answers : undefined;
  const answered = answers === undefined ? undefined : find(answers);
  const given = answered === undefined ? [] : sourcesIn(answered);
  return given.length > 0 ? given : [{ kind: 'message', message: { id: pointed.id } }];
}

/** Who is told something alone. */
interface Told {
  readonly person: string;
  /** What was said and waits for it. */
  readonly said?: SaidMessage;
}

function clickRequest(
  asked: ReturnType<typeof askedAs>,
  { id: message, key }: BotMessage,
  action: Exclude<Action, 'change'>,
): FollowUpRequest {
  const changes = action === 'shorter' || action === 'longer' || action === 'delete';
  return {
    ...asked,
    kind: 'follow-up',
    // Where the clicked message changes nothing else need show that it will.
    replyTo: { ...asked.replyTo, showsWaiting: changes },
    about: { key },
    ask: { kind: action },
    from: { kind: 'button', message: sentMessage(message) },
    isModerator: true,
  };
}
