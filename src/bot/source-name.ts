import type { ReadableSource } from './find-sources.ts';

/** What a source is called in a sentence: its site, its file, or nothing in particular. */
export function sourceName(source: ReadableSource): string {
  switch (source.kind) {
    case 'link':
      return URL.parse(source.url)?.hostname ?? source.url;
    case 'file':
      return source.file.name;
    case 'text':
      return 'your text';
  }
}
