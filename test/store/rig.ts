import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import type { NewRequest, StoredAnswer, StoredArticle } from '../../src/ports/store.ts';
import { openStore, type OpenStore } from '../../src/store/open-store.ts';

/** A folder of its own, and what removes it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'nutgraf-store-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs with a store in a file that is gone afterwards. */
export async function withStore(
  run: (store: OpenStore, file: string) => Promise<void>,
): Promise<void> {
  const folder = temporaryFolder();
  const file = join(folder.path, 'nutgraf.sqlite');
  const store = openStore({ url: file, cwd: folder.path });
  try {
    await run(store, file);
  } finally {
    await store.close();
    folder.remove();
  }
}

export function someRequest(key: string, change: Partial<NewRequest['request']> = {}): NewRequest {
  const request = {
    kind: 'summarize',
    id: `event-${key}`,
    platform: 'memory',
    person: 'tilde',
    channel: 'quay',
    place: 'ostvik',
    replyTo: { platform: 'memory', address: { channel: 'quay' }, showsWaiting: false },
    isPrivate: false,
    sources: [{ kind: 'text', text: `What ${key} pasted about eels.` }],
    ...change,
  } as NewRequest['request'];
  return { key, request, atMs: 1000 };
}

export function someArticle(id: string, change: Partial<Article> = {}): StoredArticle {
  const article: Article = {
    title: `Eels of ${id}`,
    byline: [],
    language: 'en',
    paragraphs: [`The eels of ${id} are back.`, '“They came at night,” said Tilde Brask.'],
    subheads: [],
    notes: [],
    ...change,
  };
  return { id, article, quotes: [], readAtMs: 1000, untilMs: 100_000 };
}

export function someAnswer(key: string, change: Partial<StoredAnswer> = {}): StoredAnswer {
  return {
    key,
    platform: 'memory',
    person: 'tilde',
    channel: 'quay',
    place: 'ostvik',
    message: { platform: 'memory', address: { id: `m-${key}` }, id: `m-${key}` },
    articles: [{ id: 'a1', link: 'https://quay.example/eels' }],
    length: 'standard',
    atMs: 2000,
    untilMs: 100_000,
    ...change,
  };
}
