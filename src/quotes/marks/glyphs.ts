/** `double` are “…” "…" „…“ ''…''; `single` ‘…’ '…' ‚…‘; `angle` «…» »…« ‹…›; `corner` 「…」 『…』. */
export type MarkFamily = 'double' | 'single' | 'angle' | 'corner';

/** A character that quotes, as it is meant to be used; `low` are those that only open. */
export interface Glyph {
  readonly family: MarkFamily;
  readonly draws: 'left' | 'right' | 'low' | 'straight';
}

/** Every character that can be a quotation mark. */
export const GLYPHS: ReadonlyMap<string, Glyph> = new Map<string, Glyph>([
  ...glyphsOf('double', { straight: '"＂″ʺ', left: '“‟', right: '”', low: '„' }),
  ...glyphsOf('single', { straight: "'", left: '‘‛', right: '’', low: '‚' }),
  ...glyphsOf('angle', { left: '«‹', right: '»›', straight: '', low: '' }),
  ...glyphsOf('corner', { left: '「『｢〝', right: '」』｣〞〟', straight: '', low: '' }),
]);

function glyphsOf(
  family: MarkFamily,
  drawn: Readonly<Record<Glyph['draws'], string>>,
): readonly (readonly [string, Glyph])[] {
  const kinds = Object.entries(drawn) as readonly (readonly [Glyph['draws'], string])[];
  return kinds.flatMap(([draws, characters]) =>
    Array.from(characters, (character) => [character, { family, draws }] as const),
  );
}
