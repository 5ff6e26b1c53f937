import type { SummarizeRequest } from '../../../ports/request.ts';
import { SLACK } from '../wire/slack-address.ts';
import { fieldAt, textAt } from '../../payload-field.ts';
import { RESPONSE_LIFE_MS, readResponding } from './read-responding.ts';
import { readSources } from './read-sources.ts';

export interface Reading {
  readonly nowMs: number;
  /** The bot's own user id, whose mentions are no words. */
  readonly botUserId: string;
}

/**
 * "Summarize" chosen from a message's menu, which hands over the whole message; answered in its thread.
 * https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export function readShortcut(payload: unknown, { nowMs, botUserId }: Reading): SummarizeRequest {
  const channel = textAt(payload, 'channel', 'id');
  const user = textAt(payload, 'user', 'id');
  const message = fieldAt(payload, 'message');
  const ts = textAt(message, 'ts') || textAt(payload, 'message_ts');
  return {
    kind: 'summarize',
    id: `trigger:${textAt(payload, 'trigger_id')}`,
    platform: SLACK,
    person: user,
    channel,
    place: textAt(payload, 'team', 'id') || textAt(payload, 'user', 'team_id'),
    replyTo: readResponding({
      channel,
      user,
      responseUrl: textAt(payload, 'response_url'),
      responseUntilMs: nowMs + RESPONSE_LIFE_MS,
      isPrivate: false,
      threadTs: textAt(message, 'thread_ts') || ts,
    }),
    isPrivate: false,
    sources: readSources(message, botUserId),
  };
}
