import type { Summarized } from '../engine/summarized.ts';
import type { BotProblem } from '../post/bot-problem.ts';
import type { ChatPlatform } from '../ports/chat-platform.ts';
import type { StoredArticle } from '../ports/store.ts';
import type { Summary } from '../summary/summary.ts';
import type { SummaryForm } from '../engine/task.ts';
import { articleId } from './article-id.ts';
import type { BotParts } from './bot-parts.ts';
import { findBlockedSite } from './find-blocked-site.ts';
import type { ReadableSource } from './find-sources.ts';

/** What reading works with. */
export interface ReadingParts extends Pick<BotParts, 'desk' | 'clock' | 'settings'> {
  readonly store: Pick<BotParts['store'], 'findArticleByLink' | 'putArticle' | 'putLink'>;
}

export type ReadArticle =
  | {
      readonly status: 'read';
      readonly kept: StoredArticle;
      readonly summary: Summary;
      /** Where it can be read again. */
      readonly link?: string;
    }
  | { readonly status: 'failed'; readonly problem: BotProblem };

/** Whose source it is and what is to become of it. */
export interface Reading {
  readonly platform: Pick<ChatPlatform, 'download'>;
  readonly form: SummaryForm;
  readonly signal: AbortSignal;
}

/** Reads a source, or takes what was read of it a short while ago, and summarizes it. */
export async function readSource(
  parts: ReadingParts,
  source: ReadableSource,
  reading: Reading,
): Promise<ReadArticle> {
  switch (source.kind) {
    case 'link':
      return readLink(parts, source.url, reading);
    case 'text':
      return keep(parts, await workOn(parts, { body: source.text }, reading));
    case 'file': {
      const downloaded = await reading.platform.download(source.file, reading.signal);
      if (downloaded.status === 'failed') return downloaded;
      const { body, mediaType = source.file.mediaType } = downloaded;
      const raw = {
        body,
        fileName: source.file.name,
        ...(mediaType === undefined ? {} : { mediaType }),
      };
      return keep(parts, await workOn(parts, raw, reading));
    }
  }
}

async function readLink(parts: ReadingParts, url: string, reading: Reading): Promise<ReadArticle> {
  const { store, desk, clock, settings } = parts;
  const host = findBlockedSite(url, settings.blockedSites);
  if (host !== undefined) return { status: 'failed', problem: { code: 'blocked-site', host } };
  const link = withoutFragment(url);
  const fresh = await store.findArticleByLink(link, clock.now() - settings.freshMs);
  if (fresh !== undefined) return withLink(await summarizeKept(parts, fresh, reading), link);
  const wanted = { what: 'summary', ...reading.form } as const;
  const read = await keep(parts, await desk.workOnLink(link, wanted, reading.signal), link);
  if (read.status === 'read') await store.putLink(link, read.kept.id, clock.now());
  return withLink(read, link);
}

/** The summary of an article that is kept. */
export async function summarizeKept(
  { desk }: Pick<ReadingParts, 'desk'>,
  kept: StoredArticle,
  { form, signal }: Pick<Reading, 'form' | 'signal'>,
): Promise<ReadArticle> {
  const result = await desk.summarizeKept(kept, form, signal);
  if (result.status === 'failed') return result;
  if (result.summary === undefined) return { status: 'failed', problem: { code: 'fault' } };
  return { status: 'read', kept, summary: result.summary };
}

function workOn(
  { desk }: Pick<ReadingParts, 'desk'>,
  raw: Parameters<typeof desk.workOnRaw>[0],
  { form, signal }: Reading,
): Promise<Summarized> {
  return desk.workOnRaw(raw, { what: 'summary', ...form }, signal);
}

async function keep(
  { store, clock, settings }: ReadingParts,
  result: Summarized,
  link?: string,
): Promise<ReadArticle> {
  if (result.status === 'failed') return result;
  const { article, quotes = [], summary } = result;
  if (summary === undefined) return { status: 'failed', problem: { code: 'fault' } };
  const readAtMs = clock.now();
  const keepMs = link === undefined ? settings.keep.textsMs : settings.keep.articlesMs;
  const kept = { id: articleId(article), article, quotes, readAtMs, untilMs: readAtMs + keepMs };
  await store.putArticle(kept, result.cuts);
  return { status: 'read', kept, summary };
}

/** The same article may stand at several addresses: what is shown is the one that was asked for. */
export function withLink(read: ReadArticle, link: string): ReadArticle {
  if (read.status === 'failed') return read;
  const { kept } = read;
  return { ...read, link, kept: { ...kept, article: { ...kept.article, url: link } } };
}

/** Where on the page somebody was makes no other page. */
function withoutFragment(url: string): string {
  const parsed = URL.parse(url.trim());
  if (parsed === null) return url;
  parsed.hash = '';
  return parsed.href;
}
