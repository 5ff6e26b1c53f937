import { isJson, type Json } from '../json.ts';
import { SlackRefusal } from './method.ts';

/** Fields that a form carries as JSON, and what Slack says where they are none. */
const errorOfJson: Readonly<Record<string, string>> = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_attachments',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
};

/**
 * The arguments of a call, from a form or JSON: https://docs.slack.dev/apis/web-api/#basics
 * @throws SlackRefusal for bodies that are neither
 */
export function readArguments(contentType: string, body: string): Json {
  if (contentType.startsWith('application/json')) {
    const parsed = parseJson(body, 'invalid_json');
    if (!isJson(parsed)) throw new SlackRefusal('json_not_object');
    return parsed;
  }
  if (body === '') return {};
  if (!contentType.startsWith('application/x-www-form-urlencoded')) {
    throw new SlackRefusal(contentType === '' ? 'missing_post_type' : 'invalid_post_type');
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => {
      const error = errorOfJson[key];
      return [key, error === undefined ? value : parseJson(value, error)];
    }),
  );
}

function parseJson(text: string, error: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SlackRefusal(error, { detail: String(cause) });
  }
}
