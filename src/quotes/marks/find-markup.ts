/** A piece of a paragraph that a program reads: an attribute's value, code between backticks. */
export interface Markup {
  readonly start: number;
  readonly end: number;
}

/** Places whose marks quote nobody: `id="672"`, `` `"a"` ``; ascending, not overlapping. */
export function findMarkup(text: string): readonly Markup[] {
  if (!/=|`/u.test(text)) return [];
  const places: Markup[] = [];
  for (const found of text.matchAll(MARKUP))
    places.push({ start: found.index, end: found.index + found[0].length });
  return places;
}

// Values and code are short; the bounds keep a lone mark from costing more than a look at a few hundred characters.
const MARKUP =
  /(?<=\p{L})=\s?(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|[“”][^“”<>]{0,300}[“”])|`(?!`)[^`]{1,200}`(?!`)/gu;
