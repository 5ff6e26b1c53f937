import type { Article, Cut } from '../article.ts';
import { boundedCuts } from '../bounded-cuts.ts';
import { placeCuts } from '../place-cuts.ts';
import { cleanHeadline } from './clean-headline.ts';
import { chooseLines, chooseSentences } from './choose-lines.ts';
import { ruleOfCuts } from './cut-rule.ts';
import { splitGlued } from './glued-text.ts';
import type { FoundStory, StoryHints } from './found-story.ts';
import { findHeadline } from './headline.ts';
import { readPageLines, type PageLine } from './page-line.ts';
import { isPlainText, readPlainText } from './plain-text.ts';
import { findAuthors, findPublished } from './story-facts.ts';
import { joinWrappedLines, readMail, splitLines, type MailHead } from './text-lines.ts';
import { readDate } from '../head/date-line.ts';
import type { Reading } from '../reading.ts';
import { detectLanguage } from '../../text/language.ts';

export interface TextOptions {
  /** Where the text is from, if that is known; its last part helps to find the headline. */
  readonly url?: string;
  readonly title?: string;
  /** Takes the text as it is, a paragraph a line: nothing is looked for and nothing cut. */
  readonly asIs?: boolean;
}

/** Our limit; in UTF-16 units, which is what a text has when it gets here. */
const MAX_CHARS = 5 * 1024 * 1024;
/** No story is longer than this; what comes after it is left out. */
const MAX_STORY_CHARS = 1_000_000;
/** A story has more words than this. */
const MIN_WORDS = 25;

/**
 * Reads an article from text that somebody pasted: a clean article, a mail, or a whole page with its menus,
 * captions, teasers and comments, even one that lost its line breaks.
 */
export function readText(text: string, options: TextOptions = {}): Reading {
  if (text.length > MAX_CHARS)
    return { status: 'failed', problem: { code: 'too-large', limitBytes: MAX_CHARS } };
  if (options.asIs === true) return readAsIs(splitLines(text), options);
  const lines = splitLines(text.slice(0, MAX_STORY_CHARS));
  const isTruncated = text.length > MAX_STORY_CHARS;
  const mail = readMail(lines);
  const whole = splitGlued(joinWrappedLines(mail.lines));
  const pageLines = readPageLines(whole);
  const hints = {
    ...(options.url === undefined ? {} : { url: options.url }),
    ...titleHint(options, mail.head),
  };
  const found = isPlainText(pageLines)
    ? readPlainText(pageLines, hints)
    : readPage(pageLines, hints);
  if (!pageLines.some((line) => found.kept.has(line) && line.words >= 4)) return nothing;
  return toReading(found, { options, head: mail.head, lines: pageLines, isTruncated });
}

const nothing: Reading = { status: 'failed', problem: { code: 'not-an-article', kind: 'empty' } };

function titleHint(options: TextOptions, head: MailHead): { readonly title?: string } {
  const title = options.title ?? head.subject;
  return title === undefined ? {} : { title };
}

function readPage(lines: readonly PageLine[], hints: StoryHints): FoundStory {
  const headlineAt = findHeadline(lines, hints);
  const first = chooseLines(lines, headlineAt);
  const plain = chooseSentences(lines, headlineAt);
  // A headline that leaves no story below it was none; a page too small to weigh may still hold a few sentences.
  const tries = [
    { titleAt: headlineAt, chosen: first },
    { titleAt: headlineAt, chosen: plain },
    { titleAt: -1, chosen: chooseLines(lines, -1) },
  ];
  const found = tries.find(({ chosen }) => wordsOf(lines, chosen) >= MIN_WORDS);
  const { titleAt, chosen } = found ?? { titleAt: headlineAt, chosen: plain };
  const seen = new Set<string>();
  const kept = new Set<PageLine>();
  for (const [at, line] of lines.entries()) {
    if (chosen[at] !== true || at === titleAt || (line.words > 7 && seen.has(line.text))) continue;
    seen.add(line.text);
    kept.add(line);
  }
  return withoutAuthorNote(lines, { titleAt, kept, isPage: true });
}

/** What stands last and begins with an author's name is about the author. */
function withoutAuthorNote(lines: readonly PageLine[], found: FoundStory): FoundStory {
  const last = lines.findLast((line) => found.kept.has(line));
  if (last === undefined || found.kept.size < 3) return found;
  const names = findAuthors(lines, found).filter((name) => name.includes(' '));
  if (!names.some((name) => last.text.startsWith(`${name} `))) return found;
  return { ...found, kept: new Set([...found.kept].filter((line) => line !== last)) };
}

function wordsOf(lines: readonly PageLine[], chosen: readonly boolean[]): number {
  return lines.reduce((sum, line, at) => sum + (chosen[at] === true ? line.words : 0), 0);
}

interface ReadingParts {
  readonly options: TextOptions;
  readonly head: MailHead;
  readonly lines: readonly PageLine[];
  readonly isTruncated: boolean;
}

function toReading(
  found: FoundStory,
  { options, head, lines, isTruncated }: ReadingParts,
): Reading {
  const kept = lines.filter((line) => found.kept.has(line));
  const paragraphs = kept.map((line) => line.text);
  const titleLine = lines[found.titleAt]?.text;
  const title =
    options.title ?? head.subject ?? (titleLine === undefined ? '' : cleanHeadline(titleLine));
  const language = detectLanguage(paragraphs.join('\n'));
  const published =
    (head.date === undefined ? undefined : readDate(head.date)) ?? findPublished(lines, found);
  const article: Article = {
    ...(options.url === undefined ? {} : { url: options.url }),
    title,
    byline: findAuthors(lines, found),
    ...(published === undefined ? {} : { publishedAt: published }),
    language,
    paragraphs,
    subheads: findSubheads(kept),
    notes: [
      ...(found.isPage ? (['pasted'] as const) : []),
      ...(isTruncated ? (['truncated'] as const) : []),
    ],
  };
  return { status: 'read', article, cuts: findCuts(found, head, lines) };
}

function findCuts(found: FoundStory, head: MailHead, lines: readonly PageLine[]): readonly Cut[] {
  const ruleAt = ruleOfCuts(lines, found);
  const mail = (text: string) => ({ text, rule: 'mail' });
  const pieces = lines.flatMap((line, at) => {
    if (at === found.titleAt) return [];
    return [{ text: line.text, rule: found.kept.has(line) ? undefined : ruleAt(at) }];
  });
  return boundedCuts(placeCuts([...head.lines.map(mail), ...pieces, ...head.signature.map(mail)]));
}

/** Short lines without an end, above a paragraph. */
function findSubheads(kept: readonly PageLine[]): readonly number[] {
  return kept.flatMap((line, at) => {
    const next = kept[at + 1];
    const isSubhead =
      line.words <= 12 &&
      !line.closed &&
      next?.closed === true &&
      !/^(?:[-–—•*·▪◦]|\d{1,2}[.)])\s/u.test(line.text);
    return isSubhead ? [at] : [];
  });
}

function readAsIs(lines: readonly string[], options: TextOptions): Reading {
  const paragraphs = lines.filter((line) => line !== '');
  if (paragraphs.length === 0) return nothing;
  const article: Article = {
    ...(options.url === undefined ? {} : { url: options.url }),
    title: options.title ?? '',
    byline: [],
    language: detectLanguage(paragraphs.join('\n')),
    paragraphs,
    subheads: [],
    notes: [],
  };
  return { status: 'read', article, cuts: [] };
}
