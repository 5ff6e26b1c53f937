/** A JSON-LD object as it came: every value is still unknown. */
export type LdNode = Readonly<Record<string, unknown>>;

const MAX_TOTAL_CHARS = 2_000_000;
const MAX_NODES = 2_000;
const MAX_DEPTH = 10;

/** Every object in a page's JSON-LD scripts, outer before inner, with modest repairs; what stays broken is left out. */
export function readJsonLd(scripts: readonly string[]): readonly LdNode[] {
  const nodes: LdNode[] = [];
  let budget = MAX_TOTAL_CHARS;
  for (const script of scripts) {
    budget -= script.length;
    if (budget < 0) break;
    collect(parseJson(script), nodes, 0);
  }
  return nodes;
}

function collect(value: unknown, nodes: LdNode[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES || typeof value !== 'object' || value === null)
    return;
  if (!Array.isArray(value)) nodes.push(value as LdNode);
  for (const inner of Object.values(value)) collect(inner, nodes, depth + 1);
}

function parseJson(script: string): unknown {
  const text = script.trim();
  if (text === '') return undefined;
  return tryParse(text) ?? tryParse(repaired(text));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Broken data is the page's fault; its other sources are read instead.
    return undefined;
  }
}

/** Undoes what templates often do wrong: comments around the data, raw line breaks in strings, trailing commas. */
function repaired(text: string): string {
  const bare = text
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/u, '')
    .replace(/(?:\/\/\s{0,20})?(?:-->|\]\]>|\/\*\s{0,20}\]\]>\s{0,20}\*\/)\s{0,20}$/u, '')
    .replace(/;\s*$/u, '')
    .trim();
  const out: string[] = [];
  let inString = false;
  for (let at = 0; at < bare.length; at += 1) {
    const char = bare.charAt(at);
    if (inString) {
      at = stringChar(bare, at, out);
      inString = char !== '"';
    } else {
      if (char === '/' && bare.startsWith('/*', at)) {
        const end = bare.indexOf('*/', at + 2);
        at = end < 0 ? bare.length : end + 1;
        continue;
      }
      if (char === '/' && bare.startsWith('//', at)) {
        const end = bare.indexOf('\n', at);
        at = end < 0 ? bare.length : end;
        continue;
      }
      if (char === '}' || char === ']') dropComma(out);
      inString = char === '"';
      if (char >= ' ' || /\s/u.test(char)) out.push(char);
    }
  }
  return out.join('');
}

/** Copies one character of a string literal and gives the index of the last one used. */
function stringChar(text: string, at: number, out: string[]): number {
  const char = text.charAt(at);
  if (char === '\\') {
    const next = text.charAt(at + 1);
    out.push(/["\\/bfnrtu]/u.test(next) ? `\\${next}` : next === '\n' ? ' ' : next);
    return at + 1;
  }
  out.push(char < ' ' ? ' ' : char);
  return at;
}

function dropComma(out: string[]): void {
  let last = out.length - 1;
  while (last >= 0 && /\s/u.test(out[last] ?? '')) last -= 1;
  if (out[last] === ',') out.splice(last, 1);
}
