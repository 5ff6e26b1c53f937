import { textAt } from '../../payload-field.ts';
import type { SlackLine } from '../send/slack-line.ts';
import { unlessRefused } from './create-rights.ts';

/**
 * The workspace of a channel that the bot sees. @throws PlatformError where Slack does not answer
 * https://docs.slack.dev/reference/methods/conversations.info
 */
export async function lookUpPlace(
  line: Pick<SlackLine, 'api' | 'log'>,
  channel: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const options = { signal, isRepeatable: true };
  const info = await unlessRefused(line, () =>
    line.api.call('conversations.info', { channel }, options),
  );
  if (info === undefined) return undefined;
  const team = textAt(await line.api.call('auth.test', {}, options), 'team_id');
  return team === '' ? undefined : team;
}
