import type { Kysely } from 'kysely';
import type { SentMessage } from '../ports/destination.ts';
import type { Request } from '../ports/request.ts';
import type { NewRequest, Outcome, StoredRequest, Usage, UsageQuery } from '../ports/store.ts';
import type { Tables } from './tables.ts';

type Database = Kysely<Tables>;

export async function insertRequest(
  database: Database,
  { key, request, atMs }: NewRequest,
  ended?: Outcome,
): Promise<'inserted' | 'known'> {
  const inserted = await database
    .insertInto('requests')
    .values({
      key,
      platform: request.platform,
      event_id: request.id,
      person: request.person,
      channel: request.channel,
      place: request.place,
      kind: request.kind,
      status: ended ?? 'open',
      is_sending: 0,
      message: null,
      body: ended === undefined ? JSON.stringify(request) : null,
      at_ms: atMs,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'event_id']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return inserted === undefined ? 'known' : 'inserted';
}

export async function findUnfinished(database: Database): Promise<readonly StoredRequest[]> {
  const rows = await database
    .selectFrom('requests')
    .selectAll()
    .where('status', '=', 'open')
    .orderBy('at_ms')
    .execute();
  return rows.flatMap(({ key, body, at_ms: atMs, is_sending: isSending, message }) =>
    body === null
      ? []
      : [
          {
            key,
            request: JSON.parse(body) as Request,
            atMs,
            isSending: isSending === 1,
            ...(message === null ? {} : { message: JSON.parse(message) as SentMessage }),
          },
        ],
  );
}

export async function startSending(database: Database, key: string): Promise<void> {
  await database.updateTable('requests').set({ is_sending: 1 }).where('key', '=', key).execute();
}

export async function setMessage(
  database: Database,
  key: string,
  message: SentMessage,
): Promise<void> {
  await database
    .updateTable('requests')
    .set({ message: JSON.stringify(message) })
    .where('key', '=', key)
    .execute();
}

export async function endRequest(database: Database, key: string, outcome: Outcome): Promise<void> {
  await database
    .updateTable('requests')
    .set({ status: outcome, body: null, message: null })
    .where('key', '=', key)
    .execute();
}

/** Nothing was read for these. */
const UNCOUNTED: readonly Outcome[] = ['refused', 'told'];

export async function countRequests(
  database: Database,
  { platform, person, place, sinceMs }: UsageQuery,
): Promise<Usage> {
  const countWhere = (column: 'person' | 'place', value: string) =>
    database
      .selectFrom('requests')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('at_ms').as('oldest')])
      .where('platform', '=', platform)
      .where(column, '=', value)
      .where('at_ms', '>=', sinceMs)
      .where('kind', '=', 'summarize')
      .where('status', 'not in', UNCOUNTED)
      .executeTakeFirstOrThrow();
  const [own, all] = [await countWhere('person', person), await countWhere('place', place)];
  return {
    byPerson: own.count,
    byPlace: all.count,
    ...(own.count === 0 ? {} : { oldestByPersonMs: own.oldest }),
    ...(all.count === 0 ? {} : { oldestByPlaceMs: all.oldest }),
  };
}
