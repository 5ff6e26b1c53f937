import { textAt } from '../../payload-field.ts';
import type { SlackLine } from '../send/slack-line.ts';
import { unlessRefused } from './create-rights.ts';

/**
 * The IANA zone of a person's profile. @throws PlatformError where Slack does not answer
 * https://docs.slack.dev/reference/methods/users.info
 */
export async function lookUpTimezone(
  line: Pick<SlackLine, 'api' | 'log'>,
  user: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const options = { signal, isRepeatable: true };
  const answer = await unlessRefused(line, () => line.api.call('users.info', { user }, options));
  const zone = textAt(answer, 'user', 'tz');
  return zone === '' ? undefined : zone;
}
