import type { APIMessage } from 'discord.js';
import type { Source } from '../../../ports/request.ts';
import { findLinks } from './find-links.ts';
import { isMedia, readFile } from './read-file.ts';

/** How many things are read at a time: the port's. */
export const MAX_SOURCES = 3;
/** A text without a link is worth reading from here on; what is shorter is talk. */
const LONG_CHARS = 200;
/** With links in it so much is a pasted page and no remark about its links. */
const PAGE_CHARS = 1500;

/**
 * What a message holds to read, at most three, best first: a pasted page, its links, its files, its long text, and only
 * where there is nothing else its pictures. `words` is its text without the mention of the bot.
 */
export function readSources(message: APIMessage, words: string): readonly Source[] {
  const text = words.trim() === '' ? forwardedText(message) : words.trim();
  const proseChars = text.replace(/https?:\/\/\S+/giu, '').trim().length;
  const asText: Source = { kind: 'text', text };
  if (proseChars >= PAGE_CHARS) return [asText];
  const links = findLinks(message).slice(0, MAX_SOURCES);
  if (links.length > 0) return links.map((url) => ({ kind: 'link', url }));
  const attachments = [
    ...message.attachments,
    ...(message.message_snapshots ?? []).flatMap((snapshot) => snapshot.message.attachments),
  ];
  const files = attachments.map(readFile);
  const texts = files.filter((file) => !isMedia(file));
  if (texts.length > 0) return texts.slice(0, MAX_SOURCES).map((file) => ({ kind: 'file', file }));
  if (proseChars >= LONG_CHARS) return [asText];
  return files.slice(0, 1).map((file) => ({ kind: 'file', file }));
}

function forwardedText({ message_snapshots = [] }: APIMessage): string {
  return message_snapshots
    .map((snapshot) => snapshot.message.content)
    .join('\n')
    .trim();
}
