import { markup, renderMarkup, type Markup } from './markup.ts';

export interface LookPage {
  readonly title: string;
  /** What a look made: a channel, a thread. */
  readonly body: Markup;
  /** The stylesheets of the looks that are in it: our own files, taken as they are. */
  readonly styles: readonly string[];
}

/** A page of its own, with nothing to be fetched for it. */
export function renderPage({ title, body, styles }: LookPage): string {
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    renderMarkup(markup`<title>${title}</title>`),
    `<style>body { margin: 0; }\n${styles.join('\n')}</style>`,
    `</head><body>${renderMarkup(body)}</body></html>`,
  ].join('');
}
