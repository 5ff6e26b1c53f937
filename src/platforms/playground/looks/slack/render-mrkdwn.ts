import { markup, type Markup, type MarkupValue } from '../markup.ts';
import { renderLink } from '../render-link.ts';

/** Names of people and channels by their ids, for mentions. */
export type Names = ReadonlyMap<string, string>;

interface Rule {
  /** Sticky: tried where the reader stands. */
  readonly pattern: RegExp;
  readonly render: (inner: string, names: Names, depth: number) => MarkupValue;
}

/** Ours: no message of anybody's nests deeper; what does is shown as it is written. */
const MAX_DEPTH = 8;

const styled =
  (wrap: (inside: MarkupValue) => Markup): Rule['render'] =>
  (inner, names, depth) =>
    wrap(renderInline(inner, names, depth + 1));

/** A style begins and ends at the edge of a word. */
const RULES: readonly Rule[] = [
  { pattern: /<([^<>\n]+)>/uy, render: renderBracketed },
  { pattern: /`([^`\n]+)`/uy, render: (inner) => markup`<code>${unescape(inner)}</code>` },
  {
    pattern: /(?<!\w)\*(?=\S)([^*\n]+)(?<=\S)\*(?!\w)/uy,
    render: styled((inside) => markup`<strong>${inside}</strong>`),
  },
  {
    pattern: /(?<!\w)_(?=\S)([^_\n]+)(?<=\S)_(?!\w)/uy,
    render: styled((inside) => markup`<em>${inside}</em>`),
  },
  {
    pattern: /(?<!\w)~(?=\S)([^~\n]+)(?<=\S)~(?!\w)/uy,
    render: styled((inside) => markup`<s>${inside}</s>`),
  },
];
const OPENERS = /[<`*_~]/u;

/** Slack's mrkdwn as its client shows it: https://docs.slack.dev/messaging/formatting-message-text */
export function renderMrkdwn(mrkdwn: string, names: Names): Markup {
  const lines = mrkdwn.split('\n');
  const shown: Markup[] = [];
  for (let at = 0; at < lines.length;) {
    const isQuote = isQuoted(lines[at] ?? '');
    const end = lines.findIndex((line, index) => index > at && isQuoted(line) !== isQuote);
    const run = lines.slice(at, end === -1 ? undefined : end);
    const inside = run.map((line, index): MarkupValue => [
      index === 0 ? undefined : markup`<br />`,
      renderInline(isQuote ? line.replace(/^&gt; ?/u, '') : line, names, 0),
    ]);
    shown.push(
      isQuote
        ? markup`<blockquote>${inside}</blockquote>`
        : markup`<span class="lines">${inside}</span>`,
    );
    at += run.length;
  }
  return markup`${shown}`;
}

function isQuoted(line: string): boolean {
  return line.startsWith('&gt;');
}

function renderInline(source: string, names: Names, depth: number): MarkupValue {
  const shown: MarkupValue[] = [];
  let plain = '';
  for (let at = 0; at < source.length;) {
    const found = depth < MAX_DEPTH ? findRule(source, at) : undefined;
    if (found === undefined) {
      plain += source.charAt(at);
      at += 1;
      continue;
    }
    shown.push(unescape(plain), found.rule.render(found.match[1] ?? '', names, depth));
    plain = '';
    at += found.match[0].length;
  }
  return [...shown, unescape(plain)];
}

function findRule(source: string, at: number) {
  if (!OPENERS.test(source.charAt(at))) return undefined;
  for (const rule of RULES) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(source);
    if (match !== null) return { rule, match };
  }
  return undefined;
}

/** `<https://…|label>`, `<@U…>`, `<#C…|name>`, `<!channel>` */
function renderBracketed(inner: string, names: Names): MarkupValue {
  const bar = inner.indexOf('|');
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? '' : unescape(inner.slice(bar + 1));
  const id = target.slice(1);
  switch (target.charAt(0)) {
    case '@':
      return markup`<span class="mention">@${names.get(id) ?? (label || 'unknown')}</span>`;
    case '#':
      return markup`<span class="mention">#${names.get(id) ?? (label || 'unknown')}</span>`;
    case '!':
      return markup`<span class="mention">@${id}</span>`;
    default:
      return renderLink(unescape(target), label === '' ? unescape(target) : label);
  }
}

/** Slack escapes three marks and no others. */
function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
