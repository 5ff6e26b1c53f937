import { printableName } from './printable.ts';
import type { Post } from './post.ts';
import { textPost } from './text-post.ts';

const MAX_NAME_CHARS = 60;

/** What stands there until the answer does. */
export function progressPost(names: readonly string[]): Post {
  const what = names.map((name) => printableName(name, MAX_NAME_CHARS)).join(', ');
  return { ...textPost(what === '' ? 'Reading …' : `Reading ${what} …`), isUnderWay: true };
}
