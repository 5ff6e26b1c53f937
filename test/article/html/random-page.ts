import fc from 'fast-check';

/** A page made at random, and which of its words a reader sees. Every word occurs once. */
export interface RandomPage {
  readonly html: string;
  /** Words that stand outside everything hidden, in the order of the page. */
  readonly seen: readonly string[];
  readonly hidden: readonly string[];
}

type Tree =
  | { readonly kind: 'text'; readonly words: number }
  | {
      readonly kind: 'element';
      readonly tag: string;
      readonly attributes: string;
      readonly children: readonly Tree[];
      readonly end: 'closed' | 'unclosed' | 'misnested';
    }
  | { readonly kind: 'hidden'; readonly around: readonly [string, string]; readonly words: number }
  | { readonly kind: 'stray'; readonly markup: string };

const tags =
  'p p p p div div section article main header h1 h2 h3 ul ol li blockquote pre span b em a table tr td figure figcaption'.split(
    ' ',
  );
const attributes = [
  '',
  '',
  '',
  ' class="text"',
  ' class="related"',
  ' class="byline" id="x"',
  ' href="/other"',
  ' style="color:red"',
  ' class="caption photo"',
  ' itemprop="articleBody"',
  ' class=unquoted data-x',
  ' role="main"',
  ' title="a > b"',
];
const strays =
  '</p>,</div>,</b>,</table>,</article>,<br>,<hr>,<img src="a.png">,<br/>,<wbr>,&nbsp;,< ,&,</ >,<!doctype html>,<?x?>,</x y="z">'.split(
    ',',
  );
/** What hides its text in a tree and in a flat page alike. */
const covers: readonly (readonly [string, string])[] = [
  ['<div hidden>', '</div>'],
  ['<span aria-hidden="true">', '</span>'],
  ['<div style="display: none">', '</div>'],
  ['<section style="color:red;VISIBILITY:hidden"><div>', '</div></section>'],
  ['<script>if (1 < 2) "', '";</script>'],
  ['<style>.a { content: "', '" }</style>'],
  ['<template><p>', '</p></template>'],
  ['<noscript><p>', '</p></noscript>'],
  ['<button>', '</button>'],
  ['<select><option>', '</option></select>'],
  ['<textarea>', '</textarea>'],
  ['<!-- ', ' -->'],
];

const { tree } = fc.letrec<{ tree: Tree; element: Tree; leaf: Tree }>((tie) => ({
  tree: fc.oneof({ depthSize: 'medium', maxDepth: 5 }, tie('leaf'), tie('element'), tie('element')),
  leaf: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('text' as const),
        words: fc.integer({ min: 1, max: 40 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('hidden' as const),
        around: fc.constantFrom(...covers),
        words: fc.integer({ min: 1, max: 30 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('stray' as const),
        markup: fc.constantFrom(...strays),
      }),
    },
  ),
  element: fc.record({
    kind: fc.constant('element' as const),
    tag: fc.constantFrom(...tags),
    attributes: fc.constantFrom(...attributes),
    children: fc.array(tie('tree'), { maxLength: 4 }),
    end: fc.constantFrom('closed', 'closed', 'closed', 'unclosed', 'misnested'),
  }),
}));

/** Trees of tags, attributes and text, with tags left open, closed in the wrong order or never opened. */
export const randomPages: fc.Arbitrary<RandomPage> = fc
  .record({
    trees: fc.array(tree, { minLength: 1, maxLength: 8 }),
    frame: fc.constantFrom(
      [
        '<!doctype html><html lang="en"><head><title>Eels</title></head><body>',
        '</body></html>',
      ] as const,
      ['<html><body><main>', ''] as const,
      ['', ''] as const,
    ),
  })
  .map(({ trees, frame }) => {
    const page = new Page();
    for (const one of trees) page.write(one);
    return { html: frame[0] + page.html.join('') + frame[1], seen: page.seen, hidden: page.hidden };
  });

class Page {
  readonly html: string[] = [];
  readonly seen: string[] = [];
  readonly hidden: string[] = [];

  write(one: Tree): void {
    switch (one.kind) {
      case 'text':
        this.html.push(this.#sentence(one.words, this.seen));
        return;
      case 'hidden':
        this.html.push(one.around[0], this.#sentence(one.words, this.hidden), one.around[1]);
        return;
      case 'stray':
        this.html.push(one.markup);
        return;
      case 'element':
        this.html.push(`<${one.tag}${one.attributes}>`);
        if (one.end === 'misnested') this.html.push('<i><u>');
        for (const child of one.children) this.write(child);
        if (one.end === 'misnested') this.html.push(`</i></${one.tag}></u>`);
        else if (one.end === 'closed') this.html.push(`</${one.tag}>`);
    }
  }

  #sentence(count: number, into: string[]): string {
    const words = Array.from(
      { length: count },
      (_, index) => `eel${this.seen.length + this.hidden.length + index}`,
    );
    into.push(...words);
    return ` ${words.join(' ')}. `;
  }
}
