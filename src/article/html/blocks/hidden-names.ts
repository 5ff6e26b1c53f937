import { hidesByStyle } from './drop-unseen.ts';

const MAX_CSS_CHARS = 500_000;
const MAX_RULES = 20_000;

/** A selector that is one class or one id and nothing more: anything finer would need a browser to decide. */
const SIMPLE_SELECTOR = /^[.#][\w-]{1,100}$/u;

/**
 * The classes (`.x`) and ids (`#x`) that the page's style elements hide, outside every at-rule.
 * A name that a later rule shows again is left out.
 */
export function hiddenNames(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  let budget = MAX_CSS_CHARS;
  for (const style of document.querySelectorAll('style')) {
    const css = style.textContent.slice(0, budget);
    budget -= css.length;
    if (css.includes('{')) readRules(withoutComments(css), names);
    if (budget <= 0) break;
  }
  return names;
}

function withoutComments(css: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = css.indexOf('/*'); start !== -1; start = css.indexOf('/*', at)) {
    parts.push(css.slice(at, start));
    const end = css.indexOf('*/', start + 2);
    if (end === -1) return parts.join('');
    at = end + 2;
  }
  parts.push(css.slice(at));
  return parts.join('');
}

function readRules(css: string, names: Set<string>): void {
  let at = 0;
  for (let rule = 0; rule < MAX_RULES; rule += 1) {
    const open = css.indexOf('{', at);
    if (open === -1) return;
    // What ends in a semicolon before it (@import, @charset) is none of it.
    const prelude = (css.slice(at, open).split(';').at(-1) ?? '').trim();
    if (prelude.startsWith('@')) {
      at = endOfNested(css, open);
      continue;
    }
    const close = css.indexOf('}', open);
    if (close === -1) return;
    const declarations = css.slice(open + 1, close);
    for (const selector of prelude.split(',')) {
      const name = selector.trim();
      if (!SIMPLE_SELECTOR.test(name)) continue;
      if (hidesByStyle(declarations)) names.add(name);
      else if (/display\s*:|visibility\s*:/u.test(declarations)) names.delete(name);
    }
    at = close + 1;
  }
}

function endOfNested(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    const char = css.charCodeAt(at);
    if (char === 0x7b) depth += 1;
    else if (char === 0x7d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return css.length;
}
