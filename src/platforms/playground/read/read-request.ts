import type { Request, Source } from '../../../ports/request.ts';
import { destinationAt, PERSON, PLAYGROUND } from '../address.ts';
import type { Message, SaidMessage, SharedFile } from '../message.ts';
import { readTyped } from './read-typed.ts';

/** Who asks, where, and where the answer goes. `id` is the same when it is asked again. */
export function askedAs(id: string, { person, isPrivate = false, answers }: AskedFor) {
  return {
    id,
    platform: PLAYGROUND,
    person,
    channel: PLAYGROUND,
    place: PLAYGROUND,
    replyTo: destinationAt({ isPrivate, person, ...(answers === undefined ? {} : { answers }) }),
    isPrivate,
  };
}

export interface AskedFor {
  readonly person: string;
  readonly isPrivate?: boolean;
  readonly answers?: string;
}

const QUESTION = /[?？؟]\s*$/u;

/** What stands in the channel around a message. */
export interface Around {
  /** The message that it replies to. */
  readonly replied: Message | undefined;
  /** The latest answer about an article: what a person means who points at none. What was removed is meant by nobody. */
  readonly latest: Message | undefined;
}

/** The request of a message; `undefined` where it takes a form first, or is answered without the bot. */
export function readRequest(
  message: SaidMessage,
  { replied, latest }: Around,
): Request | undefined {
  const typed = readTyped(message.text);
  const files = message.files.map(fileSource);
  const { id, person = PERSON } = message;
  const asked = (isPrivate: boolean) => askedAs(id, { person, answers: id, isPrivate });
  switch (typed.kind) {
    case 'form':
    case 'said':
      return undefined;
    case 'house':
      return { ...asked(true), kind: typed.what, isModerator: true, emptiesChannel: true };
    case 'digest':
      return { ...asked(true), kind: 'digest', ask: typed.ask };
    case 'summarize': {
      const { kind, links, text, isPrivate, ...form } = typed;
      const given = [
        ...links.map((url): Source => ({ kind: 'link', url })),
        ...files,
        ...(text === '' ? [] : [{ kind: 'text', text } as const]),
      ];
      const sources = given.length === 0 ? repliedSource(replied) : given.slice(0, 3);
      return { ...asked(isPrivate), kind, sources, ...form };
    }
    case 'ask': {
      // Words beside a file say what it is, unless they ask something.
      if (files.length > 0) {
        const isQuestion = typed.ask.kind === 'question' && QUESTION.test(typed.ask.text);
        const question = isQuestion ? { question: typed.ask.text } : {};
        return { ...asked(false), kind: 'summarize', sources: files, ...question };
      }
      const meant = replied?.by === 'bot' ? replied : latest;
      if (meant === undefined && replied === undefined)
        return { ...asked(true), kind: 'help', isModerator: true };
      return {
        ...asked(false),
        kind: 'follow-up',
        about: { messageId: (meant ?? message).id },
        ask: typed.ask,
        from: { kind: 'reply', isAddressed: true, otherwise: repliedSource(replied) },
        isModerator: true,
      };
    }
  }
}

/** What a message holds to be read, best first. */
export function sourcesIn(message: Message): readonly Source[] {
  if (message.by === 'person') {
    const typed = readTyped(message.text);
    const links = typed.kind === 'summarize' ? typed.links : [];
    const text = typed.kind === 'summarize' ? typed.text : message.text;
    return [
      ...links.map((url): Source => ({ kind: 'link', url })),
      ...message.files.map(fileSource),
      ...(text === '' ? [] : [{ kind: 'text', text } as const]),
    ];
  }
  return message.post.sections.flatMap(({ title }) =>
    title?.url === undefined ? [] : [{ kind: 'link', url: title.url } as const],
  );
}

/** Whether a message is an answer about an article. */
export function isAboutArticle(message: Message): boolean {
  return (
    message.by === 'bot' && message.post.sections.some(({ articleId }) => articleId !== undefined)
  );
}

function repliedSource(replied: Message | undefined): readonly Source[] {
  return replied?.by === 'person' ? [{ kind: 'message', message: { id: replied.id } }] : [];
}

function fileSource({ id, name, sizeBytes }: SharedFile): Source {
  return { kind: 'file', file: { name, sizeBytes, address: { id } } };
}
