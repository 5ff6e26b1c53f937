import type { Paragraph } from './join-lines.ts';
import type { Line } from './text-page.ts';

/** Something on a page that is no part of the text, and the line that it begins with or the spot where it stood. */
export type PageCut = { readonly text: string; readonly rule: string } & (
  { readonly line: Line } | { readonly spot: Spot }
);

/** A place on a page, in points from its top: beside its columns, or across them at an edge of the page. */
export type Spot = { readonly page: number; readonly y: number } & (
  { readonly x: number } | { readonly edge: 'top' | 'bottom' }
);

export function cutParagraph({ text, lines }: Paragraph, rule: string): PageCut {
  const [line] = lines;
  if (line === undefined) throw new Error('a paragraph without lines');
  return { text, rule, line };
}
