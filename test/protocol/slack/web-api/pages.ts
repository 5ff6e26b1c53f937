import { textOf, type Json } from '../json.ts';
import { SlackRefusal } from './method.ts';

/** Cuts one page out of a list: https://docs.slack.dev/apis/web-api/pagination */
export function pageOf<T>(args: Json, all: readonly T[], maxLimit = 999) {
  const limit = args['limit'] === undefined ? 100 : Number(args['limit']);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    throw new SlackRefusal('invalid_limit');
  }
  const cursor = textOf(args, 'cursor');
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString());
  if (!Number.isInteger(from)) throw new SlackRefusal('invalid_cursor');
  const hasMore = from + limit < all.length;
  const next = hasMore ? Buffer.from(String(from + limit)).toString('base64') : '';
  return {
    items: all.slice(from, from + limit),
    hasMore,
    metadata: { response_metadata: { next_cursor: next } },
  };
}
