import type { Outgoing } from '../../../ports/chat-platform.ts';
import type { SentMessage } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { parseSent, type ClickedAddress, type PostedAddress } from '../wire/slack-address.ts';
import { deleteMessage, layDown } from './lay-down.ts';
import { partsOf } from './parts-of.ts';
import { isOutside } from './send-post.ts';
import { PASSING, sentOf } from './sent-of.ts';
import type { SlackLine } from './slack-line.ts';
import { speakThroughUrl } from './speak-through-url.ts';
import { whisper } from './whisper.ts';

export interface Replacing {
  readonly message: SentMessage;
  readonly outgoing: Outgoing;
}

/**
 * Puts a post in the place of a message of ours; resolves to where it stands then.
 * @throws PlatformError `gone` where the message is no longer there or could never be changed
 */
export async function replacePost(
  line: SlackLine,
  { message, outgoing }: Replacing,
  signal: AbortSignal,
): Promise<SentMessage> {
  const address = parseSent(message);
  switch (address.kind) {
    case 'posted':
      return replacePosted(line, { address, outgoing }, signal);
    case 'clicked':
      return (await replaceClicked(line, { address, outgoing }, signal)) ?? message;
    case 'passing':
      throw new PlatformError('gone', 'what was said through a response URL cannot be changed');
  }
}

async function replacePosted(
  line: SlackLine,
  { address, outgoing }: { readonly address: PostedAddress; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentMessage> {
  const { channel, user, threadTs, isDirect, wasThere } = address;
  const place = { channel, ...(threadTs === undefined ? {} : { threadTs }) };
  const existing = await partsOf(line, { ...place, known: address.ts, key: outgoing.key }, signal);
  if (outgoing.audience === 'person' && !isDirect && user !== '') {
    const thread = wasThere && threadTs !== undefined ? { threadTs } : {};
    if (await whisper(line, { channel, user, outgoing, ...thread }, signal)) {
      for (const ts of existing) await deleteMessage(line, { channel, ts }, signal);
      return PASSING;
    }
  }
  const ts = await layDown(line, { place: { ...place, existing }, outgoing }, signal);
  return sentOf(address, ts);
}

/** `undefined` where the message is found as before: by its click. */
async function replaceClicked(
  line: SlackLine,
  { address, outgoing }: { readonly address: ClickedAddress; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentMessage | undefined> {
  if (outgoing.audience === 'person' && !address.isEphemeral) {
    await speakThroughUrl(line, { ...address, outgoing, how: 'beside' }, signal);
    return undefined;
  }
  // What only the person sees is theirs alone to be replaced, whoever the post is for.
  if (!address.isEphemeral) {
    try {
      const { channel, threadTs } = address;
      const place = { channel, ...(threadTs === undefined ? {} : { threadTs }) };
      const known = { ...place, known: [address.ts], key: outgoing.key };
      const existing = await partsOf(line, known, signal);
      const ts = await layDown(line, { place: { ...place, existing }, outgoing }, signal);
      return sentOf({ ...address, wasThere: threadTs !== undefined }, ts);
    } catch (error) {
      if (!isOutside(error)) throw error;
      line.log.debug({ channel: address.channel }, 'no member there: changing through the click');
    }
  }
  await speakThroughUrl(line, { ...address, outgoing, how: 'over' }, signal);
  return undefined;
}
