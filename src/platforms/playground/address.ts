import { textAt } from '../payload-field.ts';
import type { Destination, SentMessage } from '../../ports/destination.ts';
import type { Json } from '../../ports/json.ts';

export const PLAYGROUND = 'playground';
/** The one who sits before the page, where it is for one person; else everybody has a name of their own. */
export const PERSON = 'you';

/** Where something goes. */
export interface Address {
  /** The message that is answered. */
  readonly answers?: string;
  /** The message in whose thread it is to stand. */
  readonly below?: string;
  readonly isPrivate?: boolean;
  /** Who asked: alone sees it where it is private. */
  readonly person?: string;
}

export function destinationAt(address: Address): Destination {
  return { platform: PLAYGROUND, address: { ...address }, showsWaiting: false };
}

export function readAddress(address: Json): Address {
  const [answers, below] = [textAt(address, 'answers'), textAt(address, 'below')];
  const person = textAt(address, 'person');
  return {
    ...(answers === '' ? {} : { answers }),
    ...(below === '' ? {} : { below }),
    ...(person === '' ? {} : { person }),
    isPrivate: (address as Address).isPrivate === true,
  };
}

export function sentMessage(id: string): SentMessage {
  return { platform: PLAYGROUND, address: { id }, id };
}
