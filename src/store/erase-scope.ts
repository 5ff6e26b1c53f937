import type { Kysely, Transaction } from 'kysely';
import type { Scope } from '../ports/core.ts';
import type { Tables } from './tables.ts';

/** So many rows at a time, so that nobody waits for the rest. */
const BATCH = 200;

/**
 * Deletes what was asked for by somebody or somewhere, and the articles that no other answer needs. Resolves to how many
 * answers went.
 */
export async function eraseScope(database: Kysely<Tables>, scope: Scope): Promise<number> {
  // First, for a request that is worked on leaves nothing from then on.
  await inBatches(() => eraseRequests(database, scope));
  return inBatches(() => eraseAnswers(database, scope));
}

async function inBatches(eraseSome: () => Promise<number>): Promise<number> {
  let erased = 0;
  for (;;) {
    const some = await eraseSome();
    erased += some;
    if (some < BATCH) return erased;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function eraseRequests(database: Kysely<Tables>, scope: Scope): Promise<number> {
  const [column, value] = columnOf(scope);
  const { numDeletedRows } = await database
    .deleteFrom('requests')
    .where('key', 'in', (some) =>
      some
        .selectFrom('requests')
        .select('key')
        .where('platform', '=', scope.platform)
        .where(column, '=', value)
        .limit(BATCH),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function eraseAnswers(database: Kysely<Tables>, scope: Scope): Promise<number> {
  const [column, value] = columnOf(scope);
  return database.transaction().execute(async (transaction) => {
    const answers = await transaction
      .selectFrom('answers')
      .select('key')
      .where('platform', '=', scope.platform)
      .where(column, '=', value)
      .limit(BATCH)
      .execute();
    const touched = new Set<string>();
    for (const { key } of answers) {
      for (const id of await removeAnswer(transaction, key)) touched.add(id);
    }
    for (const id of touched) await removeUnneeded(transaction, id);
    return answers.length;
  });
}

function columnOf(scope: Scope): readonly ['place' | 'channel' | 'person', string] {
  switch (scope.kind) {
    case 'place':
      return ['place', scope.place];
    case 'channel':
      return ['channel', scope.channel];
    case 'person':
      return ['person', scope.person];
  }
}

/** Resolves to the articles that it was about. */
async function removeAnswer(
  transaction: Transaction<Tables>,
  key: string,
): Promise<readonly string[]> {
  await transaction.deleteFrom('answers').where('key', '=', key).execute();
  const gone = await transaction
    .deleteFrom('answer_articles')
    .where('answer_key', '=', key)
    .returning('article_id')
    .execute();
  return gone.map(({ article_id: id }) => id);
}

/** An article that no answer needs, and the links to it. */
export async function removeUnneeded(transaction: Kysely<Tables>, id: string): Promise<void> {
  const other = await transaction
    .selectFrom('answer_articles')
    .select('answer_key')
    .where('article_id', '=', id)
    .executeTakeFirst();
  if (other !== undefined) return;
  await transaction.deleteFrom('articles').where('id', '=', id).execute();
  await transaction.deleteFrom('links').where('article_id', '=', id).execute();
}
