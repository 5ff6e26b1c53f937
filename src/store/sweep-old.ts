import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A platform delivers nothing again after so long, limits look back no farther, and nobody waits for an answer. */
const REQUESTS_KEPT_MS = 8 * 24 * 60 * 60 * 1000;
/** An article that nobody was answered with, such as the text of a request that was erased, goes after so long. */
const UNUSED_KEPT_MS = 60 * 60 * 1000;
/** The history of digests, and what was posted: the same story does not come again later. */
const RUNS_KEPT_MS = 90 * 24 * 60 * 60 * 1000;
const POSTED_KEPT_MS = 45 * 24 * 60 * 60 * 1000;
/** A feed that nobody wanted for so long is in no digest any more. */
const FEEDS_KEPT_MS = 60 * 24 * 60 * 60 * 1000;
/** So many rows at a time, so that nobody waits for the rest. */
const BATCH = 200;

/** Deletes what is kept no longer, a few rows at a time. */
export async function sweepOld(database: Kysely<Tables>, nowMs: number): Promise<void> {
  const unused = nowMs - UNUSED_KEPT_MS;
  const old = nowMs - REQUESTS_KEPT_MS;
  const statements = [
    sql`delete from answers where key in
      (select key from answers where until_ms < ${nowMs} limit ${BATCH})`,
    sql`delete from answer_articles where answer_key in
      (select answer_key from answer_articles
       where not exists (select 1 from answers where answers.key = answer_articles.answer_key)
       limit ${BATCH})`,
    sql`delete from articles where id in
      (select id from articles where until_ms < ${nowMs} limit ${BATCH})`,
    sql`delete from articles where id in
      (select id from articles where read_at_ms < ${unused}
       and not exists (select 1 from answer_articles where article_id = articles.id)
       and not exists (select 1 from links where article_id = articles.id) limit ${BATCH})`,
    sql`delete from links where link in
      (select link from links
       where not exists (select 1 from articles where articles.id = links.article_id)
       limit ${BATCH})`,
    sql`delete from requests where key in
      (select key from requests where at_ms < ${old} limit ${BATCH})`,
    sql`delete from digest_drafts where key in
      (select key from digest_drafts where until_ms < ${nowMs} limit ${BATCH})`,
    sql`delete from digest_runs where id in
      (select id from digest_runs where ended_at_ms < ${nowMs - RUNS_KEPT_MS} limit ${BATCH})`,
    sql`delete from digest_posted where run_id in
      (select run_id from digest_posted where at_ms < ${nowMs - POSTED_KEPT_MS} limit ${BATCH})`,
    sql`delete from feeds where address in
      (select address from feeds where used_at_ms < ${nowMs - FEEDS_KEPT_MS} limit ${BATCH})`,
  ];
  for (const statement of statements) {
    let deleted = BATCH;
    while (deleted >= BATCH) {
      const { numAffectedRows = 0n } = await statement.execute(database);
      deleted = Number(numAffectedRows);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
