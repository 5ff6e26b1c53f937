import type { Person, Role } from '../../people/person.ts';
import type { Stage } from './stage.ts';

/** What somebody is called, and the title that is part of it. */
export interface TitledName {
  readonly name: string;
  readonly title?: string;
}

/**
 * The name as the language's papers give it. German ones set the office before the name, as a part of it
 * (Ministerin Ute Kroll); it is the same for all that the person says, so that one speaker stays one.
 */
export function titledName(person: Person, { texts, words }: Stage): TitledName {
  if (!words.people.nounsAreCapital) return { name: person.name };
  for (const role of person.roles) {
    const title = role.kind === 'title' ? nominativeTitle(role, { texts, words }) : undefined;
    if (title !== undefined) return { name: `${title} ${person.name}`, title };
  }
  return { name: person.name };
}

/** The title's nouns; none behind an article that bends them (dem Ministerpräsidenten), none that belongs to somebody. */
function nominativeTitle(
  role: Role,
  { texts, words }: Pick<Stage, 'texts' | 'words'>,
): string | undefined {
  const { paragraph, start } = role.span;
  const before = (texts[paragraph] ?? '').slice(Math.max(0, start - 16), start).trimEnd();
  const article = before.slice(before.lastIndexOf(' ') + 1).toLowerCase();
  // "ihr Bruder Jost" is her brother's name, and no title.
  if (words.obliques.has(article) || words.people.possessives.has(article)) return undefined;
  return /\p{Lu}\S*(?: \p{Lu}\S*)*$/u.exec(role.text)?.[0];
}
