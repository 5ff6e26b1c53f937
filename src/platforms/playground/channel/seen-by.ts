import { PERSON } from '../address.ts';
import type { Message } from '../message.ts';
import type { Channel } from './open-channel.ts';

/** The channel as one person sees it: without what is for others alone. */
export function seenBy(channel: Channel, person: string): Pick<Channel, 'list' | 'find'> {
  return {
    list: () => channel.list().filter((message) => isSeenBy(message, person)),
    find(id) {
      const found = channel.find(id);
      return found !== undefined && isSeenBy(found, person) ? found : undefined;
    },
  };
}

/** Where the page is for one person there is nobody from whom anything is kept. */
export function isSeenBy(message: Message, person: string): boolean {
  return person === PERSON || message.isPrivate !== true || message.person === person;
}

/** What the page gets of a message. */
export type ShownMessage = Message & {
  /** Whether it was said by somebody else. */
  readonly isOthers?: true;
};

/** As it is shown to one person: nobody's name is told, and where there is one person nothing is private. */
export function shownTo({ person: whose, ...message }: Message, person: string): ShownMessage {
  const isOthers = message.by === 'person' && whose !== undefined && whose !== person;
  return {
    ...message,
    isPrivate: message.isPrivate === true && person !== PERSON,
    ...(isOthers && person !== PERSON ? { isOthers } : {}),
  };
}
