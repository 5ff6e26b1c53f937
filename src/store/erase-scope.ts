import type { Kysely, Transaction } from 'kysely';
import type { Scope } from '../ports/core.ts';
import type { Tables } from './tables.ts';

/** Deletes what was asked for by somebody or somewhere, and the articles that no other answer needs. */
export function eraseScope(database: Kysely<Tables>, scope: Scope): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const [column, value] = columnOf(scope);
    const answers = await transaction
      .selectFrom('answers')
      .select('key')
      .where('platform', '=', scope.platform)
      .where(column, '=', value)
      .execute();
    const touched = new Set<string>();
    for (const { key } of answers) {
      for (const id of await removeAnswer(transaction, key)) touched.add(id);
    }
    await transaction
      .deleteFrom('requests')
      .where('platform', '=', scope.platform)
      .where(column, '=', value)
      .execute();
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

async function removeUnneeded(transaction: Transaction<Tables>, id: string): Promise<void> {
  const other = await transaction
    .selectFrom('answer_articles')
    .select('answer_key')
    .where('article_id', '=', id)
    .executeTakeFirst();
  if (other !== undefined) return;
  await transaction.deleteFrom('articles').where('id', '=', id).execute();
  await transaction.deleteFrom('links').where('article_id', '=', id).execute();
}
