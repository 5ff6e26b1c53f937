import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from './store-error.ts';

/** The file that a DATABASE_URL names: a path, `sqlite:path` or `file:path`. Throws a `StoreError` for anything else. */
export function databasePath(url: string, cwd: string): string {
  const given = url.trim();
  if (/^file:\/\//iu.test(given)) return fileURLToPath(given);
  const [, kind = '', rest = given] = /^([a-z][a-z\d+.-]+):(.*)$/iu.exec(given) ?? [];
  // `C:\data` has a drive and no kind.
  if (kind !== '' && !['sqlite', 'file'].includes(kind.toLowerCase()))
    throw new StoreError('unknown-kind', kind);
  const path = rest.replace(/^\/\/(?=\/|\.)/u, '');
  if (path === '' || path === ':memory:' || path.startsWith(':'))
    throw new StoreError('in-memory', path);
  return isAbsolute(path) ? path : resolve(cwd, path);
}
