import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { Role } from './person.ts';

/** What roles are read with. */
export interface RoleSearch {
  readonly texts: readonly string[];
  readonly lexicon: Lexicon;
  readonly language: string;
}

interface RolePlace {
  readonly start: number;
  readonly end: number;
  readonly kind: Role['kind'];
}

/** The role whose tokens stand at `place`. */
export function roleAt(run: NameRun, place: RolePlace, search: RoleSearch): Role | undefined {
  const start = run.tokens[place.start]?.start ?? 0;
  const end = run.tokens[place.end - 1]?.end ?? 0;
  if (end <= start) return undefined;
  const span = { paragraph: run.paragraph, start, end };
  return {
    text: (search.texts[run.paragraph] ?? '').slice(start, end),
    span,
    kind: place.kind,
  };
}
