import type { Json } from '../../../ports/json.ts';

/** What of data of ours came back from the database. A TypeError says that somebody else wrote it. */
export function fieldsOf(data: Json | undefined): Readonly<Record<string, Json | undefined>> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new TypeError('no address of Discord');
  return data as Readonly<Record<string, Json>>;
}

export function textOf(data: Json | undefined): string {
  if (typeof data !== 'string') throw new TypeError('no address of Discord');
  return data;
}
