import type { Kysely } from 'kysely';
import type { Destination, SentMessage } from '../ports/destination.ts';
import type {
  DeliveredAbout,
  DeliveryEnd,
  DeliveryStatus,
  DigestDelivery,
  Holding,
  Picked,
  PostedWhere,
} from '../ports/digest-store.ts';
import type { Json } from '../ports/json.ts';
import type { DigestDeliveryRow, Tables } from './tables.ts';

type Database = Kysely<Tables>;

export function putPicked(
  database: Database,
  holder: string,
  { runId, deliveries, fingerprints, report, atMs }: Picked,
): Promise<'put' | 'lost'> {
  return database.transaction().execute(async (transaction) => {
    const run = await transaction
      .updateTable('digest_runs')
      .set({ status: 'picked', report: JSON.stringify(report) })
      .where('id', '=', runId)
      .where('holder', '=', holder)
      .where('status', '=', 'open')
      .returning(['platform', 'place', 'channel'])
      .executeTakeFirst();
    if (run === undefined) return 'lost';
    for (const { key, position, post, to, about } of deliveries)
      await transaction
        .insertInto('digest_deliveries')
        .values({
          key,
          run_id: runId,
          position,
          status: 'planned',
          post: JSON.stringify(post),
          destination: to === undefined ? null : JSON.stringify(to),
          about: JSON.stringify(about),
          message: null,
        })
        .execute();
    for (const [position, fingerprint] of fingerprints.entries())
      await transaction
        .insertInto('digest_posted')
        .values({ ...run, run_id: runId, position, body: JSON.stringify(fingerprint), at_ms: atMs })
        .execute();
    return 'put';
  });
}

export async function listDeliveries(
  database: Database,
  runId: string,
): Promise<readonly DigestDelivery[]> {
  const rows = await database
    .selectFrom('digest_deliveries')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute();
  return rows.map(deliveryOf);
}

function deliveryOf(row: DigestDeliveryRow): DigestDelivery {
  return {
    key: row.key,
    position: row.position,
    post: JSON.parse(row.post) as DigestDelivery['post'],
    ...(row.destination === null ? {} : { to: JSON.parse(row.destination) as Destination }),
    about: JSON.parse(row.about) as DeliveredAbout,
    status: row.status as DeliveryStatus,
    ...(row.message === null ? {} : { message: JSON.parse(row.message) as SentMessage }),
  };
}

export async function startDelivery(
  database: Database,
  key: string,
  { holder, nowMs }: Holding,
): Promise<boolean> {
  const started = await database
    .updateTable('digest_deliveries')
    .set({ status: 'sending' })
    .where('key', '=', key)
    .where('status', 'in', ['planned', 'sending'])
    .where((where) =>
      where.exists(
        where
          .selectFrom('digest_runs')
          .select('id')
          .whereRef('digest_runs.id', '=', 'digest_deliveries.run_id')
          .where('holder', '=', holder)
          .where('held_until_ms', '>', nowMs),
      ),
    )
    .returning('key')
    .executeTakeFirst();
  return started !== undefined;
}

export async function endDelivery(
  database: Database,
  key: string,
  end: DeliveryEnd,
): Promise<void> {
  const message = end.status === 'sent' ? JSON.stringify(end.message) : null;
  await database
    .updateTable('digest_deliveries')
    .set({ status: end.status, message })
    .where('key', '=', key)
    .execute();
}

export async function listPosted(
  database: Database,
  { platform, channel, sinceMs, limit }: PostedWhere,
): Promise<readonly Json[]> {
  const rows = await database
    .selectFrom('digest_posted')
    .select('body')
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('at_ms', '>=', sinceMs)
    .orderBy('at_ms', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Json);
}
