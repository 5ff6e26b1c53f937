import { cutsColumn } from './cuts-column.ts';
import { digestRunAsker } from './digest-run-asker.ts';
import { digestTables } from './digest-tables.ts';
import { feedTable } from './feed-table.ts';
import { firstTables } from './first-tables.ts';

/** The statements of each change of the tables, oldest first. What has been released is never edited. */
export const allMigrations: readonly (readonly string[])[] = [
  firstTables,
  digestTables,
  feedTable,
  cutsColumn,
  digestRunAsker,
];
