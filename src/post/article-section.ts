import type { Article } from '../article/article.ts';
import { aboutLine, sourceLine } from './about-line.ts';
import { noteSentence } from './note-sentence.ts';
import type { Part, Section, Title } from './post.ts';

/** A section about an article: its headline, the line about it, what is told of it, what to know of it. `id`: as it is kept. */
export function articleSection(article: Article, parts: readonly Part[], id?: string): Section {
  // Where nothing of it is shown nobody need know how long it takes to read: it may be a table, or a list of names.
  const isEmpty = parts.every(({ kind }) => kind === 'text');
  const about = isEmpty ? sourceLine(article) : aboutLine(article);
  return {
    title: titleOf(article),
    ...(about === '' ? {} : { about }),
    parts,
    notes: article.notes.map(noteSentence),
    ...(id === undefined ? {} : { articleId: id }),
  };
}

/** The link is the one that was asked for: what a page gives as its own address may lead anywhere. */
function titleOf({ title, url }: Article): Title {
  const address = url === undefined ? null : URL.parse(url);
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  const text = title.trim() === '' ? (address?.hostname ?? 'The text you gave me') : title;
  return isWeb ? { text, url: address.href } : { text };
}
