import type { Kysely } from 'kysely';
import type { Cut } from '../article/article.ts';
import type { StoredArticle } from '../ports/store.ts';
import type { ArticleRow, Tables } from './tables.ts';

type Database = Kysely<Tables>;

/** All but the cuts, which hardly anybody asks for. */
const COLUMNS = [
  'articles.id',
  'articles.body',
  'articles.read_at_ms',
  'articles.until_ms',
] as const;

/** The same article found again is kept as long as the longer of the two. */
export async function putArticle(
  database: Database,
  { id, article, quotes, readAtMs, untilMs }: StoredArticle,
  cuts?: readonly Cut[],
): Promise<void> {
  const body = JSON.stringify({ article, quotes });
  const kept = { body, cuts: cuts === undefined ? null : JSON.stringify(cuts) };
  await database
    .insertInto('articles')
    .values({ id, ...kept, read_at_ms: readAtMs, until_ms: untilMs })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((builder) => ({
        ...kept,
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
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : parseRow(row);
}

/** What was cut from the page around an article; undefined where that was not kept. */
export async function findCuts(
  database: Database,
  id: string,
): Promise<readonly Cut[] | undefined> {
  const row = await database
    .selectFrom('articles')
    .select('cuts')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.cuts == null ? undefined : (JSON.parse(row.cuts) as readonly Cut[]);
}

export async function findArticleByLink(
  database: Database,
  link: string,
  sinceMs: number,
): Promise<StoredArticle | undefined> {
  const row = await database
    .selectFrom('links')
    .innerJoin('articles', 'articles.id', 'links.article_id')
    .select(COLUMNS)
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
}: Omit<ArticleRow, 'cuts'>): StoredArticle {
  const { article, quotes } = JSON.parse(body) as Pick<StoredArticle, 'article' | 'quotes'>;
  return { id, article, quotes, readAtMs, untilMs };
}
