import { isJson } from '../json.ts';

/** Slack says that there is a limit and not which; an opaque key needs nothing like this much. */
const maxMetadataChars = 4000;

/** The error for a message's metadata, or nothing: https://docs.slack.dev/messaging/message-metadata */
export function checkMetadata(metadata: unknown): string | undefined {
  if (metadata === undefined) return undefined;
  if (!isJson(metadata)) return 'invalid_metadata_format';
  const { event_type: type, event_payload: payload, ...rest } = metadata;
  if (typeof type !== 'string' || type === '' || !isJson(payload)) return 'invalid_metadata_format';
  if (Object.keys(rest).some((key) => key !== 'entities')) return 'invalid_metadata_schema';
  return JSON.stringify(payload).length > maxMetadataChars ? 'metadata_too_large' : undefined;
}
