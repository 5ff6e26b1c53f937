import type { Kysely } from 'kysely';
import type { StartedTelling, Telling } from '../ports/digest-store.ts';
import type { Tables } from './tables.ts';

type Database = Kysely<Tables>;

export async function startTelling(
  database: Database,
  { planId, what, key, nowMs }: Telling,
): Promise<StartedTelling> {
  const inserted = await database
    .insertInto('digest_tellings')
    .values({ plan_id: planId, what, key, is_told: 0, at_ms: nowMs })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted !== undefined) return { status: 'new', key, sinceMs: nowMs };
  const known = await database
    .selectFrom('digest_tellings')
    .select(['key', 'is_told', 'at_ms'])
    .where('plan_id', '=', planId)
    .where('what', '=', what)
    .executeTakeFirstOrThrow();
  return {
    status: known.is_told === 1 ? 'told' : 'begun',
    key: known.key,
    sinceMs: known.at_ms,
  };
}

export async function endTelling(database: Database, planId: string, what: string): Promise<void> {
  await database
    .updateTable('digest_tellings')
    .set({ is_told: 1 })
    .where('plan_id', '=', planId)
    .where('what', '=', what)
    .execute();
}

export async function forgetTelling(
  database: Database,
  planId: string,
  what: string,
): Promise<void> {
  await database
    .deleteFrom('digest_tellings')
    .where('plan_id', '=', planId)
    .where('what', '=', what)
    .execute();
}
