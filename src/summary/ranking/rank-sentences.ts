import type { Article } from '../../article/article.ts';
import { findStems } from '../../text/stems.ts';
import type { Sentence } from '../sentence.ts';

/**
 * For each sentence how much a bullet made of it is worth, higher is better: an estimate of its overlap with what
 * editors write (a gain in ROUGE, 0..1), comparable between the sentences of one article.
 */
export function rankSentences(article: Article, sentences: readonly Sentence[]): readonly number[] {
  const stems = sentences.map(({ text }) => findStems(text, article.language));
  const counts = new Map<string, number>();
  for (const stem of stems.flat()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const total = Math.max(1, stems.flat().length);
  return stems.map((own, at) => {
    const mass = [...new Set(own)].reduce((sum, stem) => sum + (counts.get(stem) ?? 0), 0) / total;
    return Math.min(1, 0.25 * Math.exp(-at / 6) + mass);
  });
}
