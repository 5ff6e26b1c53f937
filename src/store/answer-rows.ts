import type { Kysely } from 'kysely';
import type { SentMessage } from '../ports/destination.ts';
import type { AnswerChange, AnsweredArticle, Outcome, StoredAnswer } from '../ports/store.ts';
import type { Length } from '../summary/summary.ts';
import { removeUnneeded } from './erase-scope.ts';
import { endRequest } from './request-rows.ts';
import type { AnswerRow, Tables } from './tables.ts';

type Database = Kysely<Tables>;

/** Writes an answer, or changes it; nothing where its request was erased meanwhile. */
export async function putAnswer(database: Database, answer: StoredAnswer): Promise<void> {
  await database.transaction().execute((transaction) => writeAnswer(transaction, answer));
}

/** Ends a request and does to an answer what it asked for: both, or neither. */
export async function endWithChange(
  database: Database,
  { key, outcome }: { readonly key: string; readonly outcome: Outcome },
  change: AnswerChange,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    if (change.kind === 'remove') await removeAnswer(transaction, change.key);
    // A change of another answer brings none back that was deleted meanwhile.
    else if (change.answer.key === key || (await findAnswer(transaction, change.answer.key)))
      await writeAnswer(transaction, change.answer);
    await endRequest(transaction, key, outcome);
  });
}

async function writeAnswer(transaction: Database, answer: StoredAnswer): Promise<void> {
  const { key } = answer;
  const isKnown = await transaction
    .selectFrom('answers')
    .select('key')
    .where('key', '=', key)
    .unionAll(transaction.selectFrom('requests').select('key').where('key', '=', key))
    // What a digest posts is asked for by nobody.
    .unionAll(transaction.selectFrom('digest_deliveries').select('key').where('key', '=', key))
    .executeTakeFirst();
  if (isKnown === undefined) {
    // Erased meanwhile: what was read for it goes too.
    for (const { id } of answer.articles) await removeUnneeded(transaction, id);
    return;
  }
  const row = renderRow(answer);
  await transaction
    .insertInto('answers')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
  await transaction.deleteFrom('answer_articles').where('answer_key', '=', key).execute();
  for (const { id } of answer.articles)
    await transaction
      .insertInto('answer_articles')
      .values({ answer_key: key, article_id: id })
      .onConflict((conflict) => conflict.columns(['answer_key', 'article_id']).doNothing())
      .execute();
}

export async function findAnswer(
  database: Database,
  key: string,
): Promise<StoredAnswer | undefined> {
  const row = await database
    .selectFrom('answers')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? undefined : parseRow(row);
}

export async function findAnswerByMessage(
  database: Database,
  platform: string,
  messageId: string,
): Promise<StoredAnswer | undefined> {
  const row = await database
    .selectFrom('answers')
    .selectAll()
    .where('platform', '=', platform)
    .where('message_id', '=', messageId)
    .orderBy('at_ms', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : parseRow(row);
}

export async function findLatestAnswer(
  database: Database,
  platform: string,
  channel: string,
): Promise<StoredAnswer | undefined> {
  const row = await database
    .selectFrom('answers')
    .selectAll()
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .orderBy('at_ms', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : parseRow(row);
}

async function removeAnswer(transaction: Database, key: string): Promise<void> {
  await transaction.deleteFrom('answers').where('key', '=', key).execute();
  await transaction.deleteFrom('answer_articles').where('answer_key', '=', key).execute();
}

function renderRow(answer: StoredAnswer): AnswerRow {
  const { key, platform, person, channel, place, message, maxQuotes, length } = answer;
  return {
    key,
    platform,
    person,
    channel,
    place,
    message_id: message?.id ?? null,
    message: message === undefined ? null : JSON.stringify(message),
    articles: JSON.stringify(answer.articles),
    length,
    max_quotes: maxQuotes ?? null,
    at_ms: answer.atMs,
    until_ms: answer.untilMs,
  };
}

function parseRow(row: AnswerRow): StoredAnswer {
  const { key, platform, person, channel, place, message, max_quotes: maxQuotes } = row;
  return {
    key,
    platform,
    person,
    channel,
    place,
    ...(message === null ? {} : { message: JSON.parse(message) as SentMessage }),
    articles: JSON.parse(row.articles) as readonly AnsweredArticle[],
    length: row.length as Length,
    ...(maxQuotes === null ? {} : { maxQuotes }),
    atMs: row.at_ms,
    untilMs: row.until_ms,
  };
}
