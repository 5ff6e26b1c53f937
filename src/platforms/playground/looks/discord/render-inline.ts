import { markup, type Markup, type MarkupValue } from '../markup.ts';
import { renderLink } from '../render-link.ts';

/** Names of people and apps by their ids, for mentions. */
export type Names = ReadonlyMap<string, string>;

interface Rule {
  /** Sticky: tried where the reader stands. */
  readonly pattern: RegExp;
  readonly render: (match: RegExpExecArray, inside: (source: string) => MarkupValue) => MarkupValue;
}

/** Ours: no message of anybody's nests deeper; what does is shown as it is written. */
const MAX_DEPTH = 8;

/** One line of Discord's Markdown: https://support.discord.com/hc/articles/210298617 */
export function renderInline(source: string, names: Names, depth = 0): MarkupValue {
  const rules = depth < MAX_DEPTH ? rulesWith(names) : [];
  const shown: MarkupValue[] = [];
  let plain = '';
  for (let at = 0; at < source.length;) {
    const found = findRule(rules, source, at);
    if (found === undefined) {
      plain += source.charAt(at);
      at += 1;
      continue;
    }
    shown.push(
      plain,
      found.rule.render(found.match, (inner) => renderInline(inner, names, depth + 1)),
    );
    plain = '';
    at += found.match[0].length;
  }
  return [...shown, plain];
}

/** Where no rule can begin, none is tried. */
const OPENERS = /[\\`<h[@*_~|]/iu;

function findRule(rules: readonly Rule[], source: string, at: number) {
  if (!OPENERS.test(source.charAt(at))) return undefined;
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(source);
    if (match !== null) return { rule, match };
  }
  return undefined;
}

function rulesWith(names: Names): readonly Rule[] {
  return [
    { pattern: /\\([^\da-z\s])/iuy, render: (match) => group(match, 1) },
    {
      pattern: /(`+)([\s\S]*?[^`])\1(?!`)/uy,
      render: (match) => markup`<code>${group(match, 2)}</code>`,
    },
    {
      pattern: /<(https?:\/\/[^ >]+)>/iuy,
      render: (match) => renderLink(group(match, 1), group(match, 1)),
    },
    {
      pattern: /\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/iuy,
      render: (match, inside) => renderLink(group(match, 2), inside(group(match, 1))),
    },
    {
      pattern: /https?:\/\/[^\s<]+[^<.,:;"')\]\s]/iuy,
      render: (match) => renderLink(match[0], match[0]),
    },
    { pattern: /<@!?(\d+)>/uy, render: (match) => mention(names, group(match, 1)) },
    {
      pattern: /@(?:everyone|here)(?!\w)/uy,
      render: (match) => markup`<span class="mention">${match[0]}</span>`,
    },
    { pattern: /<a?:(\w+):\d+>/uy, render: (match) => `:${group(match, 1)}:` },
    ...STYLES,
  ];
}

const STYLES: readonly Rule[] = [
  {
    pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/uy,
    render: (match, inside) => markup`<strong>${inside(group(match, 1))}</strong>`,
  },
  {
    pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/uy,
    render: (match, inside) => markup`<u>${inside(group(match, 1))}</u>`,
  },
  {
    pattern: /\*(?=\S)((?:\\[\s\S]|[^*\\])+?)\*(?!\*)/uy,
    render: (match, inside) => markup`<em>${inside(group(match, 1))}</em>`,
  },
  {
    pattern: /_((?:\\[\s\S]|[^_\\])+?)_(?!\w)/uy,
    render: (match, inside) => markup`<em>${inside(group(match, 1))}</em>`,
  },
  {
    pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/uy,
    render: (match, inside) => markup`<s>${inside(group(match, 1))}</s>`,
  },
  {
    pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/uy,
    render: (match, inside) => markup`<span class="spoiler">${inside(group(match, 1))}</span>`,
  },
];

function mention(names: Names, id: string): Markup {
  return markup`<span class="mention">@${names.get(id) ?? 'unknown-user'}</span>`;
}

function group(match: RegExpExecArray, index: number): string {
  return match[index] ?? '';
}
