/** A piece of a page: what is markup in it stands in our code, everything else is text. */
export interface Markup {
  readonly [MARKUP]: string;
}

/** Nothing that was parsed from JSON can have it. */
const MARKUP: unique symbol = Symbol('markup');

export type MarkupValue = string | number | Markup | undefined | readonly MarkupValue[];

/** How a template is laid out in the code, which is no white space on the page. */
const LAYOUT = /\n\s*/gu;

/** Markup with values in it: text is escaped, also inside of quoted attributes; `undefined` is nothing. */
export function markup(written: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const parts = written.map((part, at) => `${part.replace(LAYOUT, '')}${renderValue(values[at])}`);
  return { [MARKUP]: parts.join('') };
}

/** As it is written into a page. */
export function renderMarkup(value: Markup): string {
  return value[MARKUP];
}

function renderValue(value: MarkupValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map(renderValue).join('');
  return value[MARKUP];
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(value: Markup | readonly MarkupValue[]): value is readonly MarkupValue[] {
  return Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? '');
}
