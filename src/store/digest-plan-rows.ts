import type { Kysely } from 'kysely';
import type { DigestPlan } from '../ports/digest.ts';
import type { Among, DigestDraft, KeptPlan, PlanName, PlansWhere } from '../ports/digest-store.ts';
import type { DigestPlanRow, Tables } from './tables.ts';

type Database = Kysely<Tables>;

export function putPlan(
  database: Database,
  plan: DigestPlan,
  nextSlotMs: number | undefined,
): Promise<'put' | 'taken' | 'outdated'> {
  return database.transaction().execute(async (transaction) => {
    const row = rowOf(plan, nextSlotMs);
    const namesake = await transaction
      .selectFrom('digest_plans')
      .select('id')
      .where('platform', '=', plan.platform)
      .where('place', '=', plan.place)
      .where('name_key', '=', row.name_key)
      .where('id', '!=', plan.id)
      .executeTakeFirst();
    if (namesake !== undefined) return 'taken';
    const before = await transaction
      .selectFrom('digest_plans')
      .select('revision')
      .where('id', '=', plan.id)
      .executeTakeFirst();
    if ((before?.revision ?? 0) !== plan.revision - 1) return 'outdated';
    const { id, ...changed } = row;
    await transaction
      .insertInto('digest_plans')
      .values({ id, ...changed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
      .execute();
    return 'put';
  });
}

export async function findPlan(
  database: Database,
  { platform, place, name }: PlanName,
): Promise<KeptPlan | undefined> {
  const row = await database
    .selectFrom('digest_plans')
    .selectAll()
    .where('platform', '=', platform)
    .where('place', '=', place)
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row === undefined ? undefined : planOf(row);
}

export async function findPlanById(database: Database, id: string): Promise<KeptPlan | undefined> {
  const row = await database
    .selectFrom('digest_plans')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : planOf(row);
}

export async function listPlans(
  database: Database,
  { platform, place, origin }: PlansWhere,
): Promise<readonly KeptPlan[]> {
  let query = database.selectFrom('digest_plans').selectAll();
  if (platform !== undefined) query = query.where('platform', '=', platform);
  if (place !== undefined) query = query.where('place', '=', place);
  if (origin !== undefined) query = query.where('origin', '=', origin);
  return (await query.orderBy('name_key').execute()).map(planOf);
}

/** What is being posted goes on; what was only due does not. */
export async function removePlan(database: Database, id: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('digest_plans').where('id', '=', id).execute();
    await transaction.deleteFrom('digest_tellings').where('plan_id', '=', id).execute();
    await transaction
      .deleteFrom('digest_runs')
      .where('plan_id', '=', id)
      .where('status', '=', 'open')
      .execute();
  });
}

export async function findDue(
  database: Database,
  nowMs: number,
  { platforms, limit }: Among,
): Promise<readonly KeptPlan[]> {
  const rows = await database
    .selectFrom('digest_plans')
    .selectAll()
    .where('next_slot_ms', '<=', nowMs)
    .where('platform', 'in', platforms)
    .orderBy('next_slot_ms')
    .limit(limit)
    .execute();
  return rows.map(planOf);
}

export async function putDraft(
  database: Database,
  { key, intent, plan, person, untilMs }: DigestDraft,
): Promise<void> {
  const changed = { intent, body: JSON.stringify(plan), person, until_ms: untilMs };
  const { platform, place } = plan;
  await database
    .insertInto('digest_drafts')
    .values({ key, platform, place, ...changed })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(changed))
    .execute();
}

export async function findDraft(database: Database, key: string): Promise<DigestDraft | undefined> {
  const row = await database
    .selectFrom('digest_drafts')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? undefined : draftOf(row);
}

export async function takeDraft(database: Database, key: string): Promise<DigestDraft | undefined> {
  const row = await database
    .deleteFrom('digest_drafts')
    .where('key', '=', key)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : draftOf(row);
}

function draftOf(row: Tables['digest_drafts']): DigestDraft {
  return {
    key: row.key,
    intent: row.intent === 'remove' ? 'remove' : 'put',
    plan: JSON.parse(row.body) as DigestPlan,
    person: row.person,
    untilMs: row.until_ms,
  };
}

function rowOf(plan: DigestPlan, nextSlotMs: number | undefined): DigestPlanRow {
  const { id, platform, place, channel, origin, name, revision } = plan;
  return {
    id,
    platform,
    place,
    channel,
    origin: origin.kind,
    name_key: nameKey(name),
    revision,
    body: JSON.stringify(plan),
    next_slot_ms: nextSlotMs ?? null,
  };
}

function planOf({ body, next_slot_ms: nextSlotMs }: DigestPlanRow): KeptPlan {
  const plan = JSON.parse(body) as DigestPlan;
  return nextSlotMs === null ? { plan } : { plan, nextSlotMs };
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
