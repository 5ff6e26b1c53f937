import type { Source } from '../../../ports/request.ts';
import { findLinksInText } from './find-links.ts';
import { MAX_SOURCES } from './read-sources.ts';
import { unescapeMrkdwn } from './unescape-mrkdwn.ts';

/** `example.com/story`: how people write addresses from memory. */
const BARE_HOST = /^(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$/iu;
/** So much around links is a pasted text with links in it. */
const PAGE_CHARS = 1500;

/** What was typed behind a command or into a form: links, else the text itself; nothing where it is empty. */
export function readTypedSources(typed: string): readonly Source[] {
  const text = typed.trim();
  if (text === '') return [];
  const links = findLinksInText(text).slice(0, MAX_SOURCES);
  const isPage = text.replace(/https?:\/\/\S+/giu, '').length >= PAGE_CHARS;
  if (links.length > 0 && !isPage) return links.map((url) => ({ kind: 'link', url }));
  if (BARE_HOST.test(text)) return [{ kind: 'link', url: `https://${text}` }];
  return [{ kind: 'text', text: unescapeMrkdwn(text, '') }];
}
