import { parse } from 'yaml';
import { cleanAuthors } from '../head/byline.ts';
import { readDate } from '../head/date-line.ts';

/** Ours: what stands above a text is short. */
const MAX_CHARS = 20_000;
/** Ours: YAML nests flow collections without end; real front matter has two or three levels. */
const MAX_OPENINGS = 200;

/** What the lines above a Markdown text say of it. */
export interface FrontMatter {
  readonly title?: string;
  readonly byline?: readonly string[];
  readonly publishedAt?: string;
  readonly language?: string;
  readonly siteName?: string;
  readonly canonicalUrl?: string;
}

/** The names that site generators and note programs use. */
const KEYS = {
  title: ['title', 'headline'],
  byline: ['author', 'authors', 'byline', 'by', 'creator'],
  publishedAt: [
    'date',
    'published',
    'publishedat',
    'publishdate',
    'pubdate',
    'datepublished',
    'created',
  ],
  language: ['lang', 'language', 'locale'],
  siteName: ['site', 'sitename', 'site_name', 'publication', 'publisher'],
  canonicalUrl: ['canonical', 'canonicalurl', 'canonical_url', 'url', 'source'],
} as const;

/** Parts a Markdown text into its front matter (YAML between two lines of `---`) and the rest. */
export function splitFrontMatter(text: string): {
  readonly frontMatter: FrontMatter;
  readonly body: string;
} {
  const block = /^---[ \t]*\n/u.test(text) ? findBlock(text) : undefined;
  if (block === undefined) return { frontMatter: {}, body: text };
  const values = parseValues(block.yaml);
  if (values === undefined) return { frontMatter: {}, body: text };
  return { frontMatter: readValues(values), body: text.slice(block.end) };
}

function findBlock(text: string): { readonly yaml: string; readonly end: number } | undefined {
  const start = text.indexOf('\n') + 1;
  const close = /^(?:---|\.\.\.)[ \t]*$/mu.exec(text.slice(start, start + MAX_CHARS));
  if (close === null) return undefined;
  const yaml = text.slice(start, start + close.index);
  return { yaml, end: start + close.index + close[0].length };
}

/** By lower-case key; undefined for what is no mapping: then the lines are a rule and text. */
function parseValues(yaml: string): ReadonlyMap<string, unknown> | undefined {
  if ((yaml.match(/[[{]/gu)?.length ?? 0) > MAX_OPENINGS) return undefined;
  try {
    // The failsafe schema keeps dates and numbers as they are written.
    const value: unknown = parse(yaml, {
      schema: 'failsafe',
      maxAliasCount: 20,
      logLevel: 'silent',
    });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry]));
  } catch {
    // Not YAML: somebody put two rules around text. It stays text.
    return undefined;
  }
}

function readValues(values: ReadonlyMap<string, unknown>): FrontMatter {
  const title = firstText(values, KEYS.title);
  const byline = cleanAuthors(KEYS.byline.flatMap((key) => namesIn(values.get(key))));
  const date = firstText(values, KEYS.publishedAt);
  const publishedAt = date === undefined ? undefined : readDate(date);
  const language = firstText(values, KEYS.language)?.split(/[-_]/u, 1)[0]?.toLowerCase();
  const siteName = firstText(values, KEYS.siteName);
  const canonicalUrl = firstText(values, KEYS.canonicalUrl);
  return {
    ...(title === undefined ? {} : { title }),
    ...(byline.length === 0 ? {} : { byline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language !== undefined && /^[a-z]{2,3}$/u.test(language) ? { language } : {}),
    ...(siteName === undefined || isAddress(siteName) ? {} : { siteName }),
    ...(canonicalUrl !== undefined && isAddress(canonicalUrl) ? { canonicalUrl } : {}),
  };
}

function firstText(
  values: ReadonlyMap<string, unknown>,
  keys: readonly string[],
): string | undefined {
  for (const key of keys) {
    const value = values.get(key);
    const text = typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
    if (text !== '') return text;
  }
  return undefined;
}

/** A name, a list of names, or people with a `name`. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value))
    return value.flatMap((entry: unknown) => (Array.isArray(entry) ? [] : namesIn(entry)));
  if (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string'
  ) {
    return [value.name];
  }
  return [];
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text);
}
