/** What a text becomes in Discord's client: what is read, and everything in it that is more than text. */
export interface ReadMarkdown {
  readonly text: string;
  readonly specials: readonly Special[];
}

export interface Special {
  readonly kind: string;
  readonly source: string;
}

/** Blocks at the beginning of a line, outermost first. */
const BLOCKS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['quote', /^ *>(?:>>)? /u],
  ['list', /^ *(?:[*+-]|\d+[.)]) /u],
  ['heading', /^ *#{1,3} /u],
  ['small', /^ *-# /u],
];

/** Inline, in the order in which the client looks for them. */
const INLINE: readonly (readonly [kind: string, pattern: RegExp, inner: number])[] = [
  ['code', /^(`+)([\s\S]*?[^`])\1(?!`)/u, 2],
  ['autolink', /^<(?:[^: >]+:\/[^ >]+|[^ >]+@[^ >]+|\+\d+)>/u, 0],
  ['link', /^https?:\/\/[^\s<]+[^<.,:;"')\]\s]/u, 0],
  ['masked link', /^!?\[((?:\[[^\]]*\]|[^[\]])*)\]\(\s*<?[^\s]*?>?(?:\s+['"].*?['"])?\s*\)/u, 1],
  ['mention', /^<(?:@!?|@&|#)\d+>/u, 0],
  ['mention', /^@(?:everyone|here)/u, 0],
  ['command', /^<\/[^>]+:\d+>/u, 0],
  ['navigation', /^<id:\w+>/u, 0],
  ['emoji', /^<a?:\w+:\d+>/u, 0],
  ['emoji', /^:[\w+-]+:/u, 0],
  ['time', /^<t:-?\d+(?::\w)?>/u, 0],
  ['bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u, 1],
  ['underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u, 1],
  ['italic', /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/u, 1],
  ['italic', /^_((?:__|\\[\s\S]|[^\\_])+?)_\b/u, 1],
  ['struck', /^~~([\s\S]+?)~~(?!_)/u, 1],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/u, 1],
];

/**
 * A small model of how Discord's client reads Markdown, written from its documentation and from what it does with
 * examples, and without a look at how the adapter escapes: https://support.discord.com/hc/articles/210298617
 */
export function readMarkdown(markdown: string): ReadMarkdown {
  const specials: Special[] = [];
  const text = markdown
    .split('\n')
    .map((line) => readInline(readBlocks(line, specials), specials))
    .join('\n');
  return { text, specials };
}

function readBlocks(line: string, specials: Special[]): string {
  let rest = line;
  for (const [kind, pattern] of BLOCKS) {
    const source = pattern.exec(rest)?.[0];
    if (source === undefined || (kind === 'list' && /^ *-# /u.test(rest))) continue;
    specials.push({ kind, source });
    rest = rest.slice(source.length);
  }
  return rest;
}

function readInline(source: string, specials: Special[]): string {
  let text = '';
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at, at + 5000);
    const escaped = /^\\([^\da-z\s])/iu.exec(rest);
    if (escaped !== null) {
      text += escaped[1] ?? '';
      at += escaped[0].length;
      continue;
    }
    const found =
      /^[\s\w]/u.test(rest) && !/^(?:http|_)/iu.test(rest) ? undefined : findSpecial(rest);
    if (found === undefined) {
      text += rest.charAt(0);
      at += 1;
      continue;
    }
    specials.push({ kind: found.kind, source: found.source });
    text += found.kind === 'code' ? found.inner : readInline(found.inner, specials);
    at += found.source.length;
  }
  return text;
}

function findSpecial(rest: string) {
  for (const [kind, pattern, inner] of INLINE) {
    const match = pattern.exec(rest);
    if (match !== null)
      return { kind, source: match[0], inner: inner === 0 ? '' : (match[inner] ?? '') };
  }
  return undefined;
}
