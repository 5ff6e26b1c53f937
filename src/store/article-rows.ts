import type { Kysely } from 'kysely';
import type { StoredArticle } from '../ports/store.ts';
import type { ArticleRow, Tables } from './tables.ts';

type Database = Kysely<Tables>;

/** The same article found again is kept as long as the longer of the two. */
export async function putArticle(
  database: Database,
  { id, article, quotes, readAtMs, untilMs }: StoredArticle,
): Promise<void> {
  const body = JSON.stringify({ article, quotes });
  await database
    .insertInto('articles')
    .values({ id, body, read_at_ms: readAtMs, until_ms: untilMs })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((builder) => ({
        body,
        read_at_ms: readAtMs,
        until_ms: builder.fn('max', ['articles.until_ms', builder.val(untilMs)]),
      })),
    )
    .execute();
}

export async function findArticle(
  database: Database,
  id: string,
): Promise<StoredArticle | undefined> {
  const row = await database
    .selectFrom('articles')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : parseRow(row);
}

export async function findArticleByLink(
  database: Database,
  link: string,
  sinceMs: number,
): Promise<StoredArticle | undefined> {
  const row = await database
    .selectFrom('links')
    .innerJoin('articles', 'articles.id', 'links.article_id')
    .selectAll('articles')
    .where('links.link', '=', link)
    .where('links.at_ms', '>=', sinceMs)
    .executeTakeFirst();
  return row === undefined ? undefined : parseRow(row);
}

export async function putLink(
  database: Database,
  { link, articleId, nowMs }: { link: string; articleId: string; nowMs: number },
): Promise<void> {
  const found = { article_id: articleId, at_ms: nowMs };
  await database
    .insertInto('links')
    .values({ link, ...found })
    .onConflict((conflict) => conflict.column('link').doUpdateSet(found))
    .execute();
}

function parseRow({
  id,
  body,
  read_at_ms: readAtMs,
  until_ms: untilMs,
}: ArticleRow): StoredArticle {
  const { article, quotes } = JSON.parse(body) as Pick<StoredArticle, 'article' | 'quotes'>;
  return { id, article, quotes, readAtMs, untilMs };
}
