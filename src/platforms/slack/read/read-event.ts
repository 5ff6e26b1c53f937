import type { Scope } from '../../../ports/core.ts';
import type { Request } from '../../../ports/request.ts';
import { SLACK } from '../wire/slack-address.ts';
import { fieldAt, listAt, textAt } from '../../payload-field.ts';
import { readMessage } from './read-message.ts';

/** What an event means for us. */
export type EventMeaning =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'left'; readonly scope: Scope }
  | { readonly kind: 'nothing' };

const NOTHING: EventMeaning = { kind: 'nothing' };

/** Reads the callback of an event: https://docs.slack.dev/apis/events-api#callback-field */
export function readEvent(callback: unknown, botUserId: string): EventMeaning {
  const event = fieldAt(callback, 'event');
  const place = textAt(callback, 'team_id');
  const channel = textAt(event, 'channel');
  switch (textAt(event, 'type')) {
    case 'app_mention':
    case 'message': {
      const request = readMessage(event, { place, botUserId });
      return request === undefined ? NOTHING : { kind: 'request', request };
    }
    case 'app_uninstalled':
      return left({ kind: 'place', platform: SLACK, place });
    case 'tokens_revoked':
      return listAt(event, 'tokens', 'bot').length === 0
        ? NOTHING
        : left({ kind: 'place', platform: SLACK, place });
    case 'channel_left':
    case 'group_left':
    case 'channel_deleted':
    case 'group_deleted':
      return channel === '' ? NOTHING : left({ kind: 'channel', platform: SLACK, channel });
    default:
      return NOTHING;
  }
}

function left(scope: Scope): EventMeaning {
  return { kind: 'left', scope };
}
