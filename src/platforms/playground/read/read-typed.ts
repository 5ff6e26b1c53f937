import type { DigestAsk, FormAbout } from '../../../ports/digest.ts';
import type { Ask, HouseRequest } from '../../../ports/request.ts';
import { digestHelpPost, unknownDigestWordPost } from '../../../post/digest/digest-help-post.ts';
import { DIGEST_WORDS } from '../../../post/digest/digest-words.ts';
import type { Post } from '../../../post/post.ts';
import { unknownCommandPost } from '../../../post/unknown-command-post.ts';
import type { Length } from '../../../summary/summary.ts';

/** What somebody typed, as it is understood. */
export type Typed =
  | {
      readonly kind: 'summarize';
      readonly links: readonly string[];
      /** A text to summarize, where there is no link; empty where there is none. */
      readonly text: string;
      readonly length?: Length;
      readonly maxQuotes?: number;
      readonly isPrivate: boolean;
    }
  | { readonly kind: 'house'; readonly what: HouseRequest['kind'] }
  | { readonly kind: 'digest'; readonly ask: DigestAsk }
  /** A digest is to be made or changed, which takes a form. */
  | { readonly kind: 'form'; readonly about: FormAbout }
  /** A command that there is not: said at once. */
  | { readonly kind: 'said'; readonly post: Post }
  /** Words about a summary. */
  | { readonly kind: 'ask'; readonly ask: Ask };

const LENGTHS: ReadonlyMap<string, Length> = new Map([
  ['short', 'brief'],
  ['brief', 'brief'],
  ['standard', 'standard'],
  ['long', 'detailed'],
  ['detailed', 'detailed'],
]);
const ASKS = ['shorter', 'longer', 'quotes', 'sources', 'delete'] as const;
const ABOUT_ONE = ['show', 'pause', 'resume', 'run', 'preview', 'remove'] as const;
const MENTION = /(^|\s)@nutgraf\b[,:]?/iu;
const LINK = /https?:\/\/[^\s<>"]+/giu;
/** Addresses of other kinds: they are tried, and then it is said what is wrong with them. */
const OTHER_LINK = /(?<![a-z\d+.-])[a-z][a-z\d+.-]{0,20}:\/\/[^\s<>"]+/giu;
/** `example.com/story`: how people write addresses from memory. */
const BARE_HOST = /^(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$/iu;
/** Of what is said without a command: a name alone may be a word with a full stop in it. */
const BARE_LINK = /^www\.|^[^/?#]+[/?#]/iu;
/** What stands behind an address and belongs to the sentence. */
const TAIL = /[.,;:!?'’”»)\]]+$/u;
/** So much around links is a text with links in it. */
const PAGE_CHARS = 1500;
const MAX_LINKS = 3;

/**
 * Reads what somebody typed: a command, links to summarize, or words about the latest summary. The channel is between
 * one person and the bot, so a mention says nothing that would not be understood without it.
 */
export function readTyped(typed: string): Typed {
  const text = typed.replace(MENTION, ' ').trim();
  const [, command = '', rest = ''] = /^\/(\S*)(?:\s+([^]*))?$/iu.exec(text) ?? [];
  switch (command.toLowerCase()) {
    case 'summarize':
      return readSummarize(rest);
    case 'nutgraf':
      return readHouse(rest);
    case 'digest':
      return readDigest(rest);
  }
  if (text === '') return readSummarize('');
  if (text.startsWith('/') && text.length < PAGE_CHARS)
    return { kind: 'said', post: unknownCommandPost(`/${command}`) };
  if (findLinks(text).length > 0 || isBareLink(text) || text.length >= PAGE_CHARS)
    return readSummarize(text);
  return readAsk(text);
}

function readSummarize(rest: string): Typed {
  const { text, ...wishes } = takeWishes(rest);
  const isPage = text.replace(LINK, '').length >= PAGE_CHARS;
  const links = isPage ? [] : findLinks(text);
  if (links.length === 0 && BARE_HOST.test(text)) links.push(`https://${text}`);
  return { kind: 'summarize', links, text: links.length > 0 ? '' : text, ...wishes };
}

interface Wishes {
  readonly text: string;
  readonly length?: Length;
  readonly maxQuotes?: number;
  readonly isPrivate: boolean;
}

const QUOTES_AT_END = /(?:^|\s)quotes[ :=](\d{1,2})$/iu;
const WORD_AT_END = /(?:^|\s)(\S{1,20})$/u;

/** `https://… short quotes 3 private`: wishes stand behind what is to be read. */
function takeWishes(rest: string): Wishes {
  let wishes: Wishes = { text: rest.trim(), isPrivate: false };
  for (;;) {
    const next = takeWish(wishes);
    if (next === undefined) return wishes;
    wishes = next;
  }
}

function takeWish({ text, ...wishes }: Wishes): Wishes | undefined {
  const quotes = QUOTES_AT_END.exec(text);
  if (quotes !== null)
    return { ...wishes, text: text.slice(0, quotes.index).trim(), maxQuotes: Number(quotes[1]) };
  const last = WORD_AT_END.exec(text);
  if (last === null) return undefined;
  const before = text.slice(0, last.index).trim();
  const word = (last[1] ?? '').toLowerCase();
  const length = LENGTHS.get(word);
  if (length !== undefined) return { ...wishes, text: before, length };
  return word === 'private' ? { ...wishes, text: before, isPrivate: true } : undefined;
}

/** An address alone, with what is wished of it behind it. */
function isBareLink(typed: string): boolean {
  const { text } = takeWishes(typed);
  return BARE_HOST.test(text) && BARE_LINK.test(text);
}

function findLinks(text: string): string[] {
  const found = [...text.matchAll(LINK)];
  const all = found.length > 0 ? found : [...text.matchAll(OTHER_LINK)];
  const links = all.map(([link]) => link.replace(TAIL, ''));
  return [...new Set(links.filter((link) => URL.canParse(link)))].slice(0, MAX_LINKS);
}

function readHouse(rest: string): Typed {
  const word = rest.trim().toLowerCase();
  return { kind: 'house', what: word === 'status' || word === 'forget' ? word : 'help' };
}

/** Where it is not said which one is meant all are listed. */
function readDigest(rest: string): Typed {
  const [, word = '', name = ''] = /^(\S+)(?:\s+([^]*))?$/u.exec(rest.trim()) ?? [];
  const verb = word.toLowerCase();
  const kind = ABOUT_ONE.find((one) => one === verb);
  if (verb === 'help') return { kind: 'said', post: digestHelpPost() };
  if (verb !== '' && !DIGEST_WORDS.some((known) => known.word === verb))
    return { kind: 'said', post: unknownDigestWordPost(word) };
  if (verb === 'create') return { kind: 'form', about: { kind: 'create' } };
  if (name.trim() === '') return { kind: 'digest', ask: { kind: 'list' } };
  if (verb === 'edit') return { kind: 'form', about: { kind: 'edit', name: name.trim() } };
  if (kind === undefined) return { kind: 'digest', ask: { kind: 'list' } };
  return { kind: 'digest', ask: { kind, name: name.trim() } };
}

function readAsk(text: string): Typed {
  const word = ASKS.find((one) => one === text.toLowerCase());
  if (word !== undefined) return { kind: 'ask', ask: { kind: word } };
  if (text.toLowerCase() === 'help') return { kind: 'house', what: 'help' };
  return { kind: 'ask', ask: { kind: 'question', text } };
}
