import { PlatformError } from '../../../ports/platform-error.ts';
import { textAt } from '../../payload-field.ts';
import type { ReachedDestination, SlackDestination } from '../wire/slack-address.ts';
import type { SlackLine } from './slack-line.ts';

/**
 * A destination whose channel is known: a person's is asked for, and opened where there is none yet.
 * @throws PlatformError
 */
export async function reach(
  line: Pick<SlackLine, 'api'>,
  address: SlackDestination,
  signal: AbortSignal,
): Promise<ReachedDestination> {
  if (address.kind !== 'person') return address;
  const channel = await openDirect(line, address.user, signal);
  return { kind: 'channel', channel, sinceMs: address.sinceMs };
}

/**
 * The channel of the direct messages with a person. Opening it twice is opening it once.
 * https://docs.slack.dev/reference/methods/conversations.open
 * @throws PlatformError `not-allowed` without `im:write`
 */
export async function openDirect(
  { api }: Pick<SlackLine, 'api'>,
  user: string,
  signal: AbortSignal,
): Promise<string> {
  const options = { signal, isRepeatable: true };
  const channel = textAt(
    await api.call('conversations.open', { users: user }, options),
    'channel',
    'id',
  );
  if (channel === '') throw new PlatformError('unclear', 'conversations.open: no channel');
  return channel;
}
