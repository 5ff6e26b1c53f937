import type { BotProblem } from '../post/bot-problem.ts';
import type { FoundIn } from '../post/passages-post.ts';
import type { StoredArticle } from '../ports/store.ts';
import type { BotParts } from './bot-parts.ts';

export type FoundPlaces =
  /** In the articles that could be looked through; where they do not say it there are no places. */
  | { readonly status: 'found'; readonly found: readonly FoundIn[] }
  | { readonly status: 'failed'; readonly problem: BotProblem };

/** Where articles say what is asked. */
export async function findPlaces(
  { desk }: Pick<BotParts, 'desk'>,
  { kept, question }: { readonly kept: readonly StoredArticle[]; readonly question: string },
  { signal }: { readonly signal: AbortSignal },
): Promise<FoundPlaces> {
  const results = await Promise.all(
    kept.map(({ article }) => desk.findPlaces(article, question, signal)),
  );
  const found = results.flatMap((one, at) => {
    const looked = kept[at];
    return one.status === 'done' && looked !== undefined
      ? [{ id: looked.id, article: looked.article, places: one.places }]
      : [];
  });
  if (found.length > 0) return { status: 'found', found };
  const [first] = results;
  const problem = first?.status === 'failed' ? first.problem : ({ code: 'fault' } as const);
  return { status: 'failed', problem };
}
