import { webApi } from '@slack/bolt';
import { PlatformError, type PlatformErrorCode } from '../../../ports/platform-error.ts';

const CODES: ReadonlyMap<string, PlatformErrorCode> = new Map(
  Object.entries({
    'refused-token': [
      'not_authed',
      'invalid_auth',
      'account_inactive',
      'token_revoked',
      'token_expired',
      'user_removed_from_team',
      'team_disabled',
      'not_allowed_token_type',
    ],
    gone: [
      'message_not_found',
      'channel_not_found',
      'thread_not_found',
      'is_archived',
      'cannot_reply_to_message',
      'user_not_found',
      'file_not_found',
      'file_deleted',
      'used_url',
      'expired_url',
      'no_service',
      'invalid_trigger_id',
      'expired_trigger_id',
      'exchanged_trigger_id',
    ],
    'not-allowed': [
      'not_in_channel',
      'missing_scope',
      'access_denied',
      'no_permission',
      'ekm_access_denied',
      'restricted_action',
      'restricted_action_read_only_channel',
      'restricted_action_thread_only_channel',
      'restricted_action_non_threadable_channel',
      'restricted_action_thread_locked',
      'team_access_not_granted',
      'cant_update_message',
      'cant_delete_message',
      'edit_window_closed',
      'user_not_in_channel',
      'messages_tab_disabled',
      'team_not_found',
      'org_login_required',
    ],
    unclear: [
      'internal_error',
      'fatal_error',
      'request_timeout',
      'service_unavailable',
      'team_added_to_org',
      'ratelimited',
      'rate_limited',
    ],
  } satisfies Partial<Record<PlatformErrorCode, readonly string[]>>).flatMap(([code, names]) =>
    names.map((name) => [name, code as PlatformErrorCode] as const),
  ),
);

/** What Slack said no to, with its own word for it. */
export class SlackRefusal extends PlatformError {
  readonly word: string;

  constructor(method: string, word: string, options?: ErrorOptions) {
    super(CODES.get(word) ?? 'bad-post', `${method}: ${word.slice(0, 200)}`, options);
    this.name = 'SlackRefusal';
    this.word = word;
  }
}

/** What a failed call of the Web API means for the bot. What Slack refuses without a known reason is a fault of ours. */
export function toPlatformError(method: string, error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof webApi.WebAPIPlatformError)
    return new SlackRefusal(method, error.data.error, { cause: error });
  if (error instanceof webApi.WebAPIHTTPError && isRefusal(error.statusCode))
    return new PlatformError('refused-token', `${method}: ${error.statusCode}`, { cause: error });
  return new PlatformError('unclear', `${method}: ${nameOf(error)}`, { cause: error });
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
