import fc from 'fast-check';
import type { Part, Post, Section } from '../../src/post/post.ts';
import type { Action } from '../../src/post/actions.ts';

/** What makes posts of every kind. */
export interface AnyPost {
  /** What one of its parts may say. */
  readonly words: fc.Arbitrary<string>;
  readonly post: fc.Arbitrary<Post>;
}

export interface Sizes {
  readonly pieces: number;
  readonly pieceChars: number;
  readonly repeats: number;
  readonly parts: number;
}

/** Posts of any text, with what means something on a platform strewn in. */
export function anyPost(nasty: fc.Arbitrary<string>, sizes: Sizes): AnyPost {
  const piece = fc.string({ unit: 'binary', maxLength: sizes.pieceChars });
  const text = fc
    .array(fc.oneof(nasty, piece, fc.lorem()), { maxLength: sizes.pieces })
    .map((pieces) => pieces.join(''));
  const long = fc
    .tuple(text, fc.integer({ min: 1, max: sizes.repeats }))
    .map(([one, times]) => one.repeat(times));
  const words = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: long });
  const part: fc.Arbitrary<Part> = fc.oneof(
    fc.record({ kind: fc.constantFrom('text', 'example', 'heading', 'bullet'), text: words }),
    fc.record(
      { kind: fc.constant('quote' as const), text: words, speaker: text },
      { requiredKeys: ['kind', 'text'] },
    ) as fc.Arbitrary<Part>,
    fc.record({ kind: fc.constant('passage' as const), text: words, place: text }),
  );
  const section = fc.record(
    {
      title: fc.record({ text: words, url: fc.oneof(fc.webUrl(), text) }),
      about: words,
      parts: fc.array(part, { maxLength: sizes.parts }),
      notes: fc.array(text, { maxLength: 4 }),
    },
    { requiredKeys: ['parts', 'notes'] },
  ) as fc.Arbitrary<Section>;
  const action = fc.constantFrom<Action>('shorter', 'longer', 'quotes', 'sources', 'delete');
  const post = fc.record({
    sections: fc.array(section, { minLength: 1, maxLength: 3 }),
    actions: fc.uniqueArray(action),
  });
  return { words, post };
}
