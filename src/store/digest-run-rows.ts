import type { Kysely, Transaction } from 'kysely';
import type { DigestPlan } from '../ports/digest.ts';
import type {
  Among,
  Claim,
  DigestRun,
  HeldRun,
  Holding,
  NewRun,
  RunEnd,
  RunKind,
  RunReport,
  RunStatus,
} from '../ports/digest-store.ts';
import type { DigestRunRow, Tables } from './tables.ts';

type Database = Kysely<Tables>;

const UNFINISHED = ['open', 'picked'];

export async function claim(database: Database, claims: readonly Claim[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const one of claims) await claimOne(transaction, one);
  });
}

async function claimOne(
  transaction: Transaction<Tables>,
  { plan, dueSlotMs, nextSlotMs, run, missed }: Claim,
): Promise<void> {
  const mine = await transaction
    .updateTable('digest_plans')
    .set({ next_slot_ms: nextSlotMs ?? null })
    .where('id', '=', plan.id)
    .where('revision', '=', plan.revision)
    .where('next_slot_ms', '=', dueSlotMs)
    .returning('id')
    .executeTakeFirst();
  if (mine === undefined) return;
  const rows = [
    ...missed.map((one) => ({ ...rowOf({ ...one, plan, kind: 'due' }), ...MISSED(one.slotMs) })),
    ...(run === undefined ? [] : [rowOf({ ...run, plan, kind: 'due' })]),
  ];
  for (const row of rows)
    await transaction
      .insertInto('digest_runs')
      .values(row)
      .onConflict((conflict) => conflict.columns(['plan_id', 'slot_ms', 'kind']).doNothing())
      .execute();
}

const MISSED = (slotMs: number) => ({ status: 'missed', ended_at_ms: slotMs });

export async function insertRun(database: Database, run: NewRun): Promise<'inserted' | 'known'> {
  const inserted = await database
    .insertInto('digest_runs')
    .values(rowOf(run))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted === undefined ? 'known' : 'inserted';
}

function rowOf({ id, plan, slotMs, kind, askedBy }: NewRun): DigestRunRow {
  const { id: planId, platform, place, channel } = plan;
  return {
    id,
    plan_id: planId,
    platform,
    place,
    channel,
    slot_ms: slotMs,
    kind,
    status: 'open',
    plan: JSON.stringify(plan),
    holder: null,
    held_until_ms: 0,
    report: null,
    ended_at_ms: null,
    asked_by: askedBy ?? null,
  };
}

export async function takeRuns(
  database: Database,
  { holder, nowMs, untilMs }: Holding,
  { platforms, limit }: Among,
): Promise<readonly HeldRun[]> {
  const rows = await database
    .updateTable('digest_runs')
    .set({ holder, held_until_ms: untilMs })
    .where('id', 'in', (query) =>
      query
        .selectFrom('digest_runs')
        .select('id')
        .where('status', 'in', UNFINISHED)
        .where('held_until_ms', '<', nowMs)
        .where('platform', 'in', platforms)
        .orderBy('slot_ms')
        .limit(limit),
    )
    .returningAll()
    .execute();
  return rows
    .toSorted((one, other) => one.slot_ms - other.slot_ms)
    .map((row) => ({ ...newRunOf(row), isPicked: row.status === 'picked' }));
}

export async function holdLonger(
  database: Database,
  { holder, untilMs }: Holding,
): Promise<readonly string[]> {
  const rows = await database
    .updateTable('digest_runs')
    .set({ held_until_ms: untilMs })
    .where('holder', '=', holder)
    .where('status', 'in', UNFINISHED)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function letGo(database: Database, holder: string): Promise<void> {
  await database
    .updateTable('digest_runs')
    .set({ holder: null, held_until_ms: 0 })
    .where('holder', '=', holder)
    .where('status', 'in', UNFINISHED)
    .execute();
}

/** What was to be delivered is kept no longer than until it is. */
export async function endRun(
  database: Database,
  holder: string,
  { runId, outcome, atMs, report }: RunEnd & { readonly runId: string },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const ended = await transaction
      .updateTable('digest_runs')
      .set({
        status: outcome,
        ended_at_ms: atMs,
        holder: null,
        held_until_ms: 0,
        asked_by: null,
        ...(report === undefined ? {} : { report: JSON.stringify(report) }),
      })
      .where('id', '=', runId)
      .where('holder', '=', holder)
      .returning('id')
      .executeTakeFirst();
    if (ended === undefined) return;
    await transaction.deleteFrom('digest_deliveries').where('run_id', '=', runId).execute();
  });
}

export async function postponeRun(
  database: Database,
  runId: string,
  untilMs: number,
): Promise<void> {
  await database
    .updateTable('digest_runs')
    .set({ holder: null, held_until_ms: untilMs })
    .where('id', '=', runId)
    .where('status', 'in', UNFINISHED)
    .execute();
}

export async function listRuns(
  database: Database,
  planId: string,
  limit: number,
): Promise<readonly DigestRun[]> {
  const rows = await database
    .selectFrom('digest_runs')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('slot_ms', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...newRunOf(row),
    status: row.status as RunStatus,
    ...(row.report === null ? {} : { report: JSON.parse(row.report) as RunReport }),
  }));
}

function newRunOf({ id, plan, slot_ms: slotMs, kind, asked_by: askedBy }: DigestRunRow): NewRun {
  return {
    id,
    plan: JSON.parse(plan) as DigestPlan,
    slotMs,
    kind: kind as RunKind,
    ...(askedBy === null ? {} : { askedBy }),
  };
}
