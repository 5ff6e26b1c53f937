import type { APIEmbed, APIMessage } from 'discord.js';

/** Addresses as people type them; Discord hands over bare, masked and bracketed ones as they were typed. */
const ADDRESS = /https?:\/\/[^\s<>"|`\\]+/giu;
/** What stands behind an address and belongs to the sentence or to its marks. */
const TAIL = /[.,;:!?'’”»)\]*~]+$/u;

/** The addresses in a text, the first first, each once. */
export function findLinksInText(text: string): readonly string[] {
  const found = [...text.matchAll(ADDRESS)].map((match) => withoutTail(match[0]));
  return unique(found);
}

/** A closing bracket stays where the address opened it. */
function withoutTail(url: string): string {
  const cut = url.replace(TAIL, '');
  return url.startsWith(`${cut})`) && cut.includes('(') && !cut.includes(')') ? `${cut})` : cut;
}

/**
 * The addresses that a message points at: those in its text, else in what it forwards, else those of its embeds (a
 * feed's headlines, a summary's title).
 */
export function findLinks(message: APIMessage): readonly string[] {
  const inText = findLinksInText(message.content);
  if (inText.length > 0) return inText;
  const snapshots = (message.message_snapshots ?? []).map((snapshot) => snapshot.message);
  const forwarded = unique(snapshots.flatMap(({ content }) => findLinksInText(content)));
  if (forwarded.length > 0) return forwarded;
  const embeds = [...message.embeds, ...snapshots.flatMap((snapshot) => snapshot.embeds)];
  return unique(embeds.flatMap(linksOf));
}

function linksOf({ url, title, description }: APIEmbed): readonly string[] {
  if (url !== undefined && /^https?:\/\//iu.test(url)) return [url];
  return findLinksInText(`${title ?? ''} ${description ?? ''}`);
}

function unique(urls: readonly string[]): readonly string[] {
  return [...new Set(urls.filter((url) => URL.canParse(url)))];
}
