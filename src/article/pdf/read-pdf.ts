import { detectLanguage } from '../../text/language.ts';
import type { Article } from '../article.ts';
import { placeCuts } from '../place-cuts.ts';
import type { Reading } from '../reading.ts';
import { findLines, findRuns } from './find-lines.ts';
import { joinLines, type Paragraph } from './join-lines.ts';
import { findBodyFont } from './measure-lines.ts';
import { collectEvidence } from './join-words.ts';
import { type LoadedPages, loadPages } from './load-pages.ts';
import { orderPieces } from './order-pieces.ts';
import { cutParagraph, type PageCut } from './page-cut.ts';
import { findHeadLines, readHead } from './read-head.ts';
import { dropRunningLines } from './running-lines.ts';
import { dropFootnotes, findBodySize, isCaption } from './small-print.ts';
import type { Line, TextPage } from './text-page.ts';

export interface PdfOptions {
  /** Where the file was found. */
  readonly url?: string;
}

/** Fewer letters are a stamp on scanned pages and no text. */
const MIN_LETTERS = 40;
/** Below this share of letters the fonts do not tell which letters they draw. */
const MIN_LETTER_SHARE = 0.4;
/** So much text tells the language. */
const LANGUAGE_SAMPLE_CHARS = 20_000;

/** Reads a PDF file into its article. Never throws; what cannot be read is a `Problem`. */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Reading> {
  const loading = await loadPages(bytes);
  if (loading.status === 'failed') {
    return { status: 'failed', problem: { code: 'unreadable-pdf', because: loading.because } };
  }
  const { loaded } = loading;
  const found = findRuns(loaded.pages);
  const running = dropRunningLines(found.runs, heightsOf(loaded.pages));
  const lines = findLines(running.runs);
  if (!hasText(lines)) {
    return { status: 'failed', problem: { code: 'unreadable-pdf', because: 'no-text' } };
  }
  const bodySize = findBodySize(lines);
  const notes = dropFootnotes(lines, heightsOf(loaded.pages), bodySize);
  const language = detectLanguage(sampleOf(notes.lines));
  const joined = joinStory(notes.lines, bodySize, language);
  const cuts = [cutTurned(loaded.pages), found.cuts, running.cuts, notes.cuts, joined.cuts].flat();
  const { paragraphs } = joined;
  return assemble({ lines, paragraphs, loaded, bodySize, language, cuts, options });
}

/** Joins the lines, finds the captions among the paragraphs and joins again what they had parted. */
function joinStory(
  lines: readonly Line[],
  bodySize: number,
  language: string,
): { readonly paragraphs: readonly Paragraph[]; readonly cuts: readonly PageCut[] } {
  const evidence = collectEvidence(
    lines.map(({ text }) => text),
    language,
  );
  const alone = findHeadLines(lines);
  const joined = joinLines(lines, evidence, alone);
  const captions = joined.filter((paragraph) => isCaption(paragraph, bodySize));
  if (captions.length === 0) return { paragraphs: joined, cuts: [] };
  const dropped = new Set(captions.flatMap((caption) => caption.lines));
  const kept = lines.filter((line) => !dropped.has(line));
  return {
    paragraphs: joinLines(kept, evidence, alone),
    cuts: captions.map((caption) => cutParagraph(caption, 'caption')),
  };
}

/** Some of it is nowhere on the page: it is what the page begins with. */
function cutTurned(pages: readonly TextPage[]): readonly PageCut[] {
  return pages.flatMap(({ turned }, page) =>
    turned.map(({ text, x, y }) => ({
      text,
      rule: 'turned',
      spot: Number.isFinite(x + y) ? { page, x, y } : { page, y: -Infinity, edge: 'top' },
    })),
  );
}

interface Parts {
  /** All of the document's, in reading order. */
  readonly lines: readonly Line[];
  readonly paragraphs: readonly Paragraph[];
  readonly loaded: LoadedPages;
  readonly bodySize: number;
  readonly language: string;
  readonly cuts: readonly PageCut[];
  readonly options: PdfOptions;
}

function assemble({
  lines,
  paragraphs,
  loaded,
  bodySize,
  language,
  cuts,
  options,
}: Parts): Reading {
  const head = readHead(paragraphs, loaded, bodySize);
  const story = head.story;
  if (story.length === 0) {
    return { status: 'failed', problem: { code: 'not-an-article', kind: 'empty' } };
  }
  const article: Article = {
    ...(options.url === undefined ? {} : { url: options.url }),
    title: head.title,
    byline: head.byline,
    ...(head.publishedAt === undefined ? {} : { publishedAt: head.publishedAt }),
    language,
    paragraphs: story.map(({ text }) => text),
    subheads: findSubheads(story, bodySize),
    notes: loaded.truncated ? ['truncated'] : [],
  };
  const pieces = orderPieces(lines, story, [...cuts, ...head.cuts]);
  return { status: 'read', article, cuts: placeCuts(pieces) };
}

function heightsOf(pages: readonly TextPage[]): readonly number[] {
  return pages.map(({ height }) => height);
}

function hasText(lines: readonly Line[]): boolean {
  let [letters, chars] = [0, 0];
  for (const { text } of lines) {
    letters += text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
    chars += text.replaceAll(' ', '').length;
  }
  return letters >= MIN_LETTERS && letters >= MIN_LETTER_SHARE * chars;
}

function sampleOf(lines: readonly Line[]): string {
  const parts: string[] = [];
  let chars = 0;
  for (const { text } of lines) {
    if (chars > LANGUAGE_SAMPLE_CHARS) break;
    parts.push(text);
    chars += text.length;
  }
  return parts.join('\n');
}

const MAX_SUBHEAD_CHARS = 120;
const MAX_FIRST_SUBHEAD_CHARS = 40;
const MAX_SUBHEAD_LINES = 3;

/** Short, no sentence, larger than the body or in a font of its own, and with text below it. */
function findSubheads(story: readonly Paragraph[], bodySize: number): readonly number[] {
  const bodyFont = findBodyFont(story.flatMap(({ lines }) => lines));
  return story.flatMap((paragraph, index) => {
    const { text, lines, size } = paragraph;
    // What stands above all text and is longer is the standfirst.
    if (index === 0 && text.length > MAX_FIRST_SUBHEAD_CHARS) return [];
    if (index === story.length - 1 || lines.length > MAX_SUBHEAD_LINES) return [];
    if (text.length > MAX_SUBHEAD_CHARS || /[.,;:…。]$/u.test(text) || !/\p{L}/u.test(text))
      return [];
    const larger = size >= 1.08 * bodySize;
    const distinct =
      size >= 0.95 * bodySize && lines.every((line) => line.uniform && line.font !== bodyFont);
    return larger || distinct ? [index] : [];
  });
}
