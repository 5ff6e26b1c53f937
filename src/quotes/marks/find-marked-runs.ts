import type { Article } from '../../article/article.ts';
import type { MarkedRun } from './marked-run.ts';

/** Every run of words between quotation marks, in the article's order. */
export function findMarkedRuns(
  article: Pick<Article, 'paragraphs' | 'language'>,
): readonly MarkedRun[] {
  return article.paragraphs.flatMap((text, paragraph) =>
    [...text.matchAll(/“([^“”]+)”/gu)].map((found): MarkedRun => {
      const start = found.index + 1;
      const end = start + (found[1] ?? '').length;
      return {
        span: { paragraph, start, end },
        outer: { paragraph, start: start - 1, end: end + 1 },
        marks: 'double',
        continues: false,
        kind: end - start > 30 ? 'speech' : 'fragment',
      };
    }),
  );
}
