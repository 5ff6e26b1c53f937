import type { Hub } from '../hub.ts';
import { identity } from '../identity.ts';
import { textOf, type Json } from '../json.ts';
import { checkBlocks, type Refusal } from './check-blocks.ts';
import { checkMetadata } from './check-metadata.ts';
import { findPings } from './find-pings.ts';

/** `chat.postMessage` cuts longer text off, `chat.update` refuses it. */
export const maxPostChars = 40_000;
const maxUpdateChars = 4000;

const argumentsOf: Readonly<Record<string, string>> = {
  'chat.postMessage':
    'channel text blocks attachments thread_ts reply_broadcast unfurl_links unfurl_media metadata mrkdwn parse link_names',
  'chat.update': 'channel ts text blocks attachments metadata parse link_names',
  'chat.postEphemeral': 'channel user text blocks attachments thread_ts parse link_names',
  response_url:
    'text blocks attachments response_type replace_original delete_original thread_ts unfurl_links unfurl_media metadata mrkdwn parse link_names',
  ack: 'text blocks attachments response_type unfurl_links unfurl_media mrkdwn parse link_names',
};

/**
 * Measures what the app wants to show people: notes pings, previews and broken limits, and says what Slack refuses.
 * `where` is a method of the chat family, `response_url` or `ack`.
 */
export function reviewPost(hub: Hub, where: string, body: Json): Refusal | undefined {
  const { records } = hub;
  const note = (what: string) => records.violations.push({ where, what });
  for (const whom of findPings(body)) records.pings.push({ where, whom });
  const flat = JSON.stringify(body);
  for (const secret of [identity.botToken, identity.appToken, identity.signingSecret]) {
    if (flat.includes(secret)) note('a secret stands in what people read');
  }
  const known = new Set([...(argumentsOf[where] ?? '').split(' '), 'token', 'team_id']);
  for (const key of Object.keys(body)) if (!known.has(key)) note(`unknown argument: ${key}`);
  notePreviews(hub, where, body);
  const refusal = findRefusal(where, body);
  if (refusal) note([refusal.error, ...refusal.messages].join(' '));
  const text = textOf(body, 'text');
  if (!refusal && text === '') note('blocks without text: nothing for notifications to read');
  if (text.length > maxPostChars) note(`text of ${text.length} characters is cut off`);
  return refusal;
}

function notePreviews(hub: Hub, where: string, body: Json): void {
  if (where === 'chat.update' || where === 'chat.postEphemeral') return;
  if (!/https?:/u.test(JSON.stringify([body['text'], body['blocks']]))) return;
  const isOff = (name: string) => String(body[name]) === 'false';
  if (isOff('unfurl_links') && isOff('unfurl_media')) return;
  hub.records.unfurls.push({ where, what: 'links with previews on' });
}

function findRefusal(where: string, body: Json): Refusal | undefined {
  const { blocks, attachments, metadata } = body;
  const text = textOf(body, 'text');
  const isEmpty = (value: unknown) =>
    value === undefined || (Array.isArray(value) && value.length === 0);
  if (text === '' && isEmpty(blocks) && isEmpty(attachments)) {
    return { error: 'no_text', messages: [] };
  }
  if (where === 'chat.update' && text.length > maxUpdateChars) {
    return { error: 'msg_too_long', messages: [] };
  }
  const faulty = checkMetadata(metadata);
  if (faulty !== undefined) return { error: faulty, messages: [] };
  return blocks === undefined ? undefined : checkBlocks(blocks, 'message');
}
