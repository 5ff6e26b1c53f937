import type { Destination, SentMessage } from '../../../ports/destination.ts';
import { SLACK, parseSent, writeAddress, type SlackDestination } from './slack-address.ts';

/** Where a post of the bot's own goes in a channel: https://docs.slack.dev/reference/methods/chat.postMessage */
export function toChannel(channel: string, sinceMs: number): Destination {
  return destinationOf({ kind: 'channel', channel, sinceMs });
}

/** The thread below a message of ours, or the one that it stands in. @throws TypeError where it has no name */
export function toThread(below: SentMessage): Destination {
  const sent = parseSent(below);
  if (sent.kind === 'passing') throw new TypeError('a message without a name has no thread');
  const ts = sent.kind === 'posted' ? (sent.ts[0] ?? '') : sent.ts;
  return destinationOf({
    kind: 'thread',
    channel: sent.channel,
    threadTs: sent.threadTs ?? ts,
    user: '',
    wasThere: true,
    isDirect: sent.isDirect,
  });
}

/** The direct messages with a person. */
export function toPerson(user: string, sinceMs: number): Destination {
  return destinationOf({ kind: 'person', user, sinceMs });
}

function destinationOf(address: SlackDestination): Destination {
  return { platform: SLACK, address: writeAddress(address), showsWaiting: false };
}
