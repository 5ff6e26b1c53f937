import { parseHTML } from 'linkedom';
import { renderMarkup, type Markup } from '../../../../src/platforms/playground/looks/markup.ts';

/** What a look makes, as a browser would build it. */
export function shown(look: Markup): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${renderMarkup(look)}</body></html>`);
  return document.body;
}

export function textOf(look: Markup, selector: string): readonly string[] {
  return [...shown(look).querySelectorAll(selector)].map((one) => one.textContent);
}
