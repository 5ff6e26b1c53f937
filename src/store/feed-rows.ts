import type { Kysely } from 'kysely';
import type { KeptFeed } from '../ports/feed-store.ts';
import type { Tables } from './tables.ts';

type Database = Kysely<Tables>;

export async function findFeed(database: Database, address: string): Promise<KeptFeed | undefined> {
  const row = await database
    .selectFrom('feeds')
    .select('body')
    .where('address', '=', address)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.body) as KeptFeed);
}

/** What is kept is as old as the last time that it was asked for. */
export async function putFeed(database: Database, kept: KeptFeed): Promise<void> {
  const body = JSON.stringify(kept);
  const used_at_ms = Math.max(kept.readAtMs ?? 0, kept.failing?.lastTriedAtMs ?? 0);
  await database
    .insertInto('feeds')
    .values({ address: kept.address, body, used_at_ms })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ body, used_at_ms }))
    .execute();
}

/** Deletes what is kept under addresses, and of sites what is kept of the feeds that they lead to. */
export async function forgetFeeds(database: Database, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const gone = await database
      .deleteFrom('feeds')
      .where('address', '=', address)
      .returning('body')
      .executeTakeFirst();
    const leadsTo = gone === undefined ? undefined : (JSON.parse(gone.body) as KeptFeed).leadsTo;
    if (leadsTo !== undefined)
      await database.deleteFrom('feeds').where('address', '=', leadsTo).execute();
  }
}
