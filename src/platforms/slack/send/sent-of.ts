import type { SentMessage } from '../../../ports/destination.ts';
import {
  SLACK,
  messageIdOf,
  writeAddress,
  type PostedAddress,
  type ReachedDestination,
} from '../wire/slack-address.ts';

/** What was said and cannot be changed. */
export const PASSING: SentMessage = {
  platform: SLACK,
  address: writeAddress({ kind: 'passing' }),
  // It never could: whoever asks whether it still can is told no.
  untilMs: 0,
};

/** Where our messages stand, and for whom. */
export type Standing = Omit<PostedAddress, 'kind' | 'ts'>;

/** Our messages at a place, as they are found again. */
export function sentOf(standing: Standing, ts: readonly string[]): SentMessage {
  const { channel, user, threadTs, isDirect, wasThere } = standing;
  const thread = threadTs === undefined ? {} : { threadTs };
  return {
    platform: SLACK,
    address: writeAddress({ kind: 'posted', channel, ts, user, isDirect, wasThere, ...thread }),
    id: messageIdOf(channel, threadTs ?? ts[0] ?? ''),
  };
}

/** Where what is sent to a destination stands. */
export function standingAt(address: ReachedDestination): Standing {
  const { channel, threadTs } = address;
  const user = address.kind === 'channel' ? '' : address.user;
  const thread = threadTs === undefined ? {} : { threadTs };
  if (address.kind === 'thread')
    return { channel, user, ...thread, isDirect: address.isDirect, wasThere: address.wasThere };
  return { channel, user, ...thread, isDirect: channel.startsWith('D'), wasThere: false };
}
