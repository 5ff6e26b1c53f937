import type { DigestAsk, FormAbout } from '../../../ports/digest.ts';
import type { Ask, HouseRequest } from '../../../ports/request.ts';
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
  const [, command = '', rest = ''] = /^\/([a-z]+)(?:\s+([^]*))?$/iu.exec(text) ?? [];
  switch (command.toLowerCase()) {
    case 'summarize':
      return readSummarize(rest);
    case 'nutgraf':
      return readHouse(rest);
    case 'digest':
      return readDigest(rest);
  }
  if (text === '') return readSummarize('');
  if (findLinks(text).length > 0 || text.length >= PAGE_CHARS) return readSummarize(text);
  return readAsk(text);
}

function readSummarize(rest: string): Typed {
  const { text, ...wishes } = takeWishes(rest);
  const isPage = text.replace(LINK, '').length >= PAGE_CHARS;
  const links = isPage ? [] : findLinks(text);
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

function findLinks(text: string): readonly string[] {
  const links = [...text.matchAll(LINK)].map(([link]) => link.replace(TAIL, ''));
  return [...new Set(links.filter((link) => URL.canParse(link)))].slice(0, MAX_LINKS);
}

function readHouse(rest: string): Typed {
  const word = rest.trim().toLowerCase();
  return { kind: 'house', what: word === 'status' || word === 'forget' ? word : 'help' };
}

/** What it does not know lists the digests. */
function readDigest(rest: string): Typed {
  const [, word = '', name = ''] = /^(\S+)(?:\s+([^]*))?$/u.exec(rest.trim()) ?? [];
  const verb = word.toLowerCase();
  const kind = ABOUT_ONE.find((one) => one === verb);
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
