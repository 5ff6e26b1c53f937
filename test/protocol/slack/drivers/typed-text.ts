import type { Json } from '../json.ts';

/** What stays as it is: marks in Slack's own form, and addresses, which become links. */
const pieces = /(<@[UW][A-Z0-9]+>|<#C[A-Z0-9]+(?:\|[^>]*)?>|<https?:[^>\s]+>|https?:\/\/[^\s<>]+)/u;

export interface TypedText {
  /** As it stands in `text`: escaped, links in angle brackets. */
  readonly text: string;
  /** The same as the block that Slack's own composer adds. */
  readonly blocks: readonly Json[];
}

/** What Slack makes of what a person types: https://docs.slack.dev/messaging/formatting-message-text */
export function readTyped(typed: string): TypedText {
  const parts = typed.split(pieces).filter((one) => one !== '');
  const text = parts.map(renderPart).join('');
  const elements = [{ type: 'rich_text_section', elements: parts.map(renderElement) }];
  return { text, blocks: [{ type: 'rich_text', block_id: 'typed', elements }] };
}

function renderPart(part: string): string {
  if (/^<[@#]/u.test(part)) return part;
  const [, address, label] = /^<(https?:[^|>]+)(?:\|([^>]*))?>$/u.exec(part) ?? [];
  if (address !== undefined) return label === undefined ? `<${address}>` : `<${address}|${label}>`;
  const escaped = escapeText(part);
  return /^https?:\/\//u.test(part) ? `<${escaped}>` : escaped;
}

function renderElement(part: string): Json {
  const user = /^<@(.+)>$/u.exec(part)?.[1];
  if (user !== undefined) return { type: 'user', user_id: user };
  const channel = /^<#([^|>]+)/u.exec(part)?.[1];
  if (channel !== undefined) return { type: 'channel', channel_id: channel };
  const [, address, label] = /^<?(https?:[^|>]+)(?:\|([^>]*))?>?$/u.exec(part) ?? [];
  if (address === undefined) return { type: 'text', text: part };
  return { type: 'link', url: address.replaceAll('&amp;', '&'), ...(label ? { text: label } : {}) };
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
