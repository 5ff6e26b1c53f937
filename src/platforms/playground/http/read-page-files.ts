import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { takesGzip } from './takes-gzip.ts';

export type PageFiles = ReadonlyMap<string, PageFile>;

export interface PageFile {
  readonly mediaType: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  /** Another one where the file is another. */
  readonly tag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The page as it lies in this folder, by the paths at which it is asked for. */
export function readPageFiles(): PageFiles {
  const page = new URL('../page/', import.meta.url);
  const looks = new URL('../looks/', import.meta.url);
  return new Map([
    ...readdirSync(page).map((name) => [pathOf(name), readPageFile(new URL(name, page))] as const),
    ['/discord.css', readPageFile(new URL('discord/discord.css', looks))],
    ['/slack.css', readPageFile(new URL('slack/slack.css', looks))],
  ]);
}

/** Compressed where the other side can take it; nothing where it has it. */
export function sendPageFile(
  { mediaType, body, gzipped, tag }: PageFile,
  asked: Headers,
): Response {
  const isGzipped = takesGzip(asked);
  const etag = `W/"${tag}"`;
  const kept = { 'cache-control': 'no-cache', vary: 'accept-encoding', etag };
  if (asked.get('if-none-match')?.includes(`"${tag}"`) === true)
    return new Response(null, { status: 304, headers: kept });
  return new Response(isGzipped ? gzipped : body, {
    headers: {
      'content-type': mediaType,
      ...kept,
      ...(isGzipped ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}

function pathOf(name: string): string {
  return name === 'playground.html' ? '/' : `/${name}`;
}

function readPageFile(url: URL): PageFile {
  const ending = url.pathname.split('.').at(-1) ?? '';
  const body = new Uint8Array(readFileSync(url));
  const mediaType = TYPES[ending];
  if (mediaType === undefined) throw new Error(`${url.pathname} is no part of a page`);
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { mediaType, body, gzipped: new Uint8Array(gzipSync(body)), tag };
}
