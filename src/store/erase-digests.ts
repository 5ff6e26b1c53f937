import type { Kysely } from 'kysely';
import type { Scope } from '../ports/core.ts';
import type { DigestPlan } from '../ports/digest.ts';
import { forgetFeeds } from './feed-rows.ts';
import type { Tables } from './tables.ts';

/** Deletes the digests of a place or a channel with all that was written down of them. Resolves to how many they were. */
export async function eraseDigests(database: Kysely<Tables>, scope: Scope): Promise<number> {
  if (scope.kind === 'person') return 0;
  const column = scope.kind;
  const value = scope.kind === 'place' ? scope.place : scope.channel;
  return database.transaction().execute(async (transaction) => {
    const plans = await transaction
      .deleteFrom('digest_plans')
      .where('platform', '=', scope.platform)
      .where(column, '=', value)
      .returning(['id', 'body'])
      .execute();
    for (const { id, body } of plans) {
      await transaction.deleteFrom('digest_tellings').where('plan_id', '=', id).execute();
      // An address can be a subscriber's secret. Whoever else reads the feed gets it anew.
      await forgetFeeds(transaction, (JSON.parse(body) as Pick<DigestPlan, 'sources'>).sources);
    }
    const runs = await transaction
      .deleteFrom('digest_runs')
      .where('platform', '=', scope.platform)
      .where(column, '=', value)
      .returning('id')
      .execute();
    for (const { id } of runs)
      await transaction.deleteFrom('digest_deliveries').where('run_id', '=', id).execute();
    await transaction
      .deleteFrom('digest_posted')
      .where('platform', '=', scope.platform)
      .where(column, '=', value)
      .execute();
    if (scope.kind === 'place')
      await transaction
        .deleteFrom('digest_drafts')
        .where('platform', '=', scope.platform)
        .where('place', '=', value)
        .execute();
    return plans.length;
  });
}
