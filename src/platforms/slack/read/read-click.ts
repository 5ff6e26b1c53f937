import type { Ask, FollowUpRequest } from '../../../ports/request.ts';
import { SLACK, messageIdOf, writeAddress } from '../wire/slack-address.ts';
import { fieldAt, textAt } from '../../payload-field.ts';
import { RESPONSE_LIFE_MS, readResponding } from './read-responding.ts';

const ACTIONS = ['shorter', 'longer', 'quotes', 'sources', 'delete', 'confirm', 'discard'] as const;

/** The button that opens a form; it asks nothing that would be written down. */
export const CHANGE_ACTION = 'change';

/** The `action_id`s of our buttons. */
export const OUR_ACTIONS = new RegExp(`^(?:${ACTIONS.join('|')})$`, 'u');

/** Who wants another form of a digest that was shown, and which. */
export function readChange(payload: unknown, nowMs: number) {
  const { clicked } = readClicked(payload, nowMs);
  const { channel, user, key, responseUrl, responseUntilMs } = clicked;
  const place = placeOf(payload);
  const triggerId = textAt(payload, 'trigger_id');
  return { key, caller: { channel, user, place, triggerId, responseUrl, responseUntilMs } };
}

function placeOf(payload: unknown): string {
  return textAt(payload, 'team', 'id') || textAt(payload, 'user', 'team_id');
}

/**
 * A button below an answer: its `value` is the answer's key. `undefined` where it is none of ours.
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export function readClick(payload: unknown, nowMs: number): FollowUpRequest | undefined {
  const action = fieldAt(payload, 'actions', '0');
  const kind = ACTIONS.find((one) => one === textAt(action, 'action_id'));
  const key = textAt(action, 'value');
  if (kind === undefined || key === '') return undefined;
  const ask: Ask = { kind };
  const { clicked, messageId } = readClicked(payload, nowMs);
  const { channel, user, responseUrl, responseUntilMs, threadTs } = clicked;
  const thread = threadTs === undefined ? {} : { threadTs };
  return {
    kind: 'follow-up',
    id: `trigger:${textAt(payload, 'trigger_id')}`,
    platform: SLACK,
    person: user,
    channel,
    place: placeOf(payload),
    replyTo: readResponding({
      channel,
      user,
      responseUrl,
      responseUntilMs,
      isPrivate: true,
      ...thread,
    }),
    isPrivate: true,
    about: { key },
    ask,
    from: {
      kind: 'button',
      message: {
        platform: SLACK,
        address: writeAddress(clicked),
        ...(clicked.isEphemeral ? { untilMs: responseUntilMs } : { id: messageId }),
      },
    },
    isModerator: false,
  };
}

function readClicked(payload: unknown, nowMs: number) {
  const channel = textAt(payload, 'channel', 'id') || textAt(payload, 'container', 'channel_id');
  const ts = textAt(payload, 'container', 'message_ts') || textAt(payload, 'message', 'ts');
  const threadTs =
    textAt(payload, 'message', 'thread_ts') || textAt(payload, 'container', 'thread_ts');
  const clicked = {
    kind: 'clicked' as const,
    channel,
    ts,
    key: textAt(payload, 'actions', '0', 'value'),
    user: textAt(payload, 'user', 'id'),
    responseUrl: textAt(payload, 'response_url'),
    responseUntilMs: nowMs + RESPONSE_LIFE_MS,
    isEphemeral: fieldAt(payload, 'container', 'is_ephemeral') === true,
    isDirect: channel.startsWith('D'),
    ...(threadTs === '' ? {} : { threadTs }),
  };
  return { clicked, messageId: messageIdOf(channel, threadTs || ts) };
}
