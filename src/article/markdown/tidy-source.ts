/** Ours: columns of indentation that mean something; a list inside ten lists has fewer. */
const MAX_INDENT = 40;
/** Ours: quotes within lists within quotes on one line. */
const MAX_MARKERS_A_LINE = 12;

/**
 * Prepares a text for the lexer, line by line: marks of quotations out (a quotation is paragraphs to
 * us), lines underlined as headings into `#` headings, indentation bounded. Nested quotations and
 * underlined lines are what its time grows with the square of. Undefined for lines that nest more
 * than anybody writes: no Markdown.
 */
export function tidySource(text: string): string | undefined {
  const tidied: string[] = [];
  let inFence: string | undefined;
  let lastDepth = 0;
  for (const raw of text.split('\n')) {
    const { line, depth } = dropQuoteMarks(raw);
    if (countMarkers(line) > MAX_MARKERS_A_LINE) return undefined;
    // A quotation begins a paragraph; its end does not, for its last line may go on without a mark.
    if (depth > lastDepth && inFence === undefined) tidied.push('');
    lastDepth = depth;
    const fence = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (inFence !== undefined) {
      if (fence !== undefined && fence.startsWith(inFence) && line.trim() === fence)
        inFence = undefined;
    } else if (fence !== undefined) {
      inFence = fence;
    } else if (underline(line, tidied)) {
      continue;
    }
    tidied.push(boundIndent(line));
  }
  return tidied.join('\n');
}

/** `> > text` is text. Marks within indented code stay. */
function dropQuoteMarks(raw: string): { readonly line: string; readonly depth: number } {
  let line = raw;
  let at = 0;
  let depth = 0;
  for (;;) {
    let spaces = 0;
    while (raw[at + spaces] === ' ') spaces += 1;
    if (spaces > 3 || raw[at + spaces] !== '>') break;
    at += spaces + 1;
    if (raw[at] === ' ') at += 1;
    depth += 1;
  }
  if (depth > 0) line = raw.slice(at);
  return { line, depth };
}

/** How many list and quotation marks a line begins with. */
function countMarkers(line: string): number {
  const start = line.slice(0, 400);
  return (
    /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])(?=[ \t>]))+/u.exec(start)?.[0].match(/[-*+>.)]/gu)?.length ??
    0
  );
}

/**
 * Makes a heading of a line with `===` or `---` below it. Below several lines `---` is a rule, as people mean it.
 */
function underline(line: string, tidied: string[]): boolean {
  const mark = /^ {0,3}(=+|-+)[ \t]*$/u.exec(line)?.[1]?.charAt(0);
  const above = tidied.at(-1) ?? '';
  if (mark === undefined || above.trim() === '') return false;
  const alone = (tidied.at(-2) ?? '').trim() === '' || /^ {0,3}#/u.test(tidied.at(-2) ?? '');
  const plain = !/^(?: {4}|\t| {0,3}(?:#|[-*+][ \t]|\d{1,9}[.)][ \t]|\||`{3}|~{3}|<))/u.test(above);
  if (alone && plain) tidied[tidied.length - 1] = `${mark === '=' ? '#' : '##'} ${above.trim()}`;
  else tidied.push('');
  return true;
}

function boundIndent(line: string): string {
  const text = line.trimStart();
  const indent = line.slice(0, line.length - text.length).replaceAll('\t', '    ');
  return indent.slice(0, MAX_INDENT) + text;
}
