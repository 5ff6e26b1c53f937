import { isJson, type Json } from '../json.ts';

/** What Slack turns into a notification: https://docs.slack.dev/messaging/formatting-message-text */
const marks =
  /<!(?:channel|here|everyone)(?:\|[^>]*)?>|<!subteam\^[^>]*>|<@[UW][A-Z0-9]+(?:\|[^>]*)?>/gu;
/** What Slack finds in bare words where a post asks it to. */
const bareMarks = /(?<![\w<])@(?:channel|here|everyone|[a-z][\w.-]*)/gu;

/** Who would be notified by a post's text and blocks. */
export function findPings(body: Json): readonly string[] {
  const asksForNames =
    body['parse'] === 'full' ||
    String(body['link_names']) === 'true' ||
    String(body['link_names']) === '1';
  const texts = [
    ...(typeof body['text'] === 'string' ? [body['text']] : []),
    ...textsIn(body['blocks']),
    ...textsIn(body['attachments']),
  ];
  return [
    ...texts.flatMap((text) => text.match(marks) ?? []),
    ...(asksForNames ? texts.flatMap((text) => text.match(bareMarks) ?? []) : []),
    ...richMentions(body['blocks']),
  ];
}

/** The texts in which Slack reads marks: everything but `plain_text` objects, ids and values. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isJson(value) || value['type'] === 'plain_text' || value['type'] === 'rich_text') return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (typeof one !== 'string') return textsIn(one);
    return ['text', 'pretext', 'fallback', 'title', 'footer'].includes(key) ? [one] : [];
  });
}

function richMentions(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(richMentions);
  if (!isJson(value)) return [];
  const type = value['type'];
  if (type === 'broadcast') return [`<!${String(value['range'])}>`];
  if (type === 'user' && 'user_id' in value) return [`<@${String(value['user_id'])}>`];
  if (type === 'usergroup') return [`<!subteam^${String(value['usergroup_id'])}>`];
  return Object.values(value).flatMap(richMentions);
}
