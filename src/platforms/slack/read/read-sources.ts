import type { Source } from '../../../ports/request.ts';
import { fieldAt } from '../../payload-field.ts';
import { findLinks } from './find-links.ts';
import { readFiles } from './read-file.ts';
import { readMessageText } from './read-message-text.ts';

/** How many things are read at a time: the port's. */
export const MAX_SOURCES = 3;
/** A text without a link is worth reading from here on; what is shorter is talk. */
const LONG_CHARS = 400;
/** With links in it so much is a pasted page and no remark about its links. */
const PAGE_CHARS = 1500;

/** What a message holds to read, at most three, best first: a pasted page, its links, its files, its long text. */
export function readSources(message: unknown, without: string): readonly Source[] {
  const text = readMessageText(message, without);
  const proseChars = text.replace(/https?:\/\/\S+/giu, '').trim().length;
  const asText: Source = { kind: 'text', text };
  if (proseChars >= PAGE_CHARS) return [asText];
  const links = findLinks(message).slice(0, MAX_SOURCES);
  if (links.length > 0) return links.map((url) => ({ kind: 'link', url }));
  const files = readFiles(fieldAt(message, 'files')).slice(0, MAX_SOURCES);
  if (files.length > 0) return files.map((file) => ({ kind: 'file', file }));
  return proseChars >= LONG_CHARS ? [asText] : [];
}
