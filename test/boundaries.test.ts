import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
const src = path.join(root, 'src');

/** Which rooms a room may import; its own files always. The `compose` files join them and may import all. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  article: ['text'],
  people: ['text', 'article'],
  quotes: ['text', 'article', 'people'],
  summary: ['text', 'article', 'people', 'quotes'],
  post: ['article', 'quotes', 'summary', 'ports', 'digest'],
  // Of digests only what a worker does with a feed; see below.
  engine: ['article', 'people', 'quotes', 'summary', 'passages', 'digest'],
  passages: ['text', 'article'],
  ports: ['article', 'quotes', 'summary', 'post'],
  bot: ['article', 'quotes', 'summary', 'engine', 'post', 'ports', 'config'],
  digest: [
    'text',
    'article',
    'people',
    'quotes',
    'summary',
    'engine',
    'post',
    'ports',
    'config',
    'bot',
  ],
  platforms: ['article', 'summary', 'post', 'ports'],
  store: ['ports', 'article', 'quotes', 'summary'],
  ops: ['ports'],
  config: [],
  cli: ['article', 'quotes', 'summary', 'config', 'engine', 'post', 'text', 'ports', 'platforms'],
};

/** Libraries that only one place may touch. */
const homesOf: Readonly<Record<string, readonly string[]>> = {
  undici: ['article/fetch'],
  'node:dns/promises': ['article/fetch'],
  'node:net': ['article/fetch', 'ops'],
  'node:tls': ['article/fetch'],
  'node:http': ['article/fetch', 'ops'],
  'node:https': ['article/fetch'],
  linkedom: ['article/html'],
  '@mozilla/readability': ['article/html'],
  unpdf: ['article/pdf'],
  marked: ['article/markdown'],
  zod: ['config'],
  dotenv: ['config'],
  commander: ['cli'],
  'node:child_process': ['engine'],
  kysely: ['store'],
  'node:sqlite': ['store'],
  'discord.js': ['platforms/discord'],
  '@slack/bolt': ['platforms/slack'],
  '@slack/web-api': ['platforms/slack'],
  '@slack/socket-mode': ['platforms/slack'],
  croner: ['digest/schedule'],
  feedsmith: ['digest/feeds'],
  'node-cron': ['ops'],
  pino: ['ops'],
  'prom-client': ['ops'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'));

const imports: readonly Import[] = files.flatMap((from) => {
  const code = readFileSync(path.join(src, from), 'utf8');
  const found = code.matchAll(
    /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/gmu,
  );
  return [...found].map((match) => ({
    from,
    to: resolveImport(from, match[2] ?? match[3] ?? ''),
    isTypeOnly: match[1] !== undefined,
  }));
});

function resolveImport(from: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(from), specifier)
    : `pkg:${specifier}`;
}

/** A file's folder below `src`, or its own name where it stands in none. */
function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function isComposition(room: string): boolean {
  return /^compose(?:-\w+)?\.ts$/u.test(room);
}

const inside = imports.filter(({ to }) => !to.startsWith('pkg:') && to !== '../package.json');

describe('the rooms of src', () => {
  it('finds imports at all', () => {
    expect(inside.length).toBeGreaterThan(50);
  });

  it('import only what they may', () => {
    const wrong = inside.filter(({ from, to }) => {
      const room = roomOf(from);
      if (isComposition(room) || roomOf(to) === room) return false;
      if (room === 'cli' && isComposition(roomOf(to))) return false;
      return !(mayImport[room] ?? []).includes(roomOf(to));
    });
    expect(wrong).toEqual([]);
  });

  it('have a rule each', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => !isComposition(room)));
    expect([...rooms].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it('let no platform know another', () => {
    const platformOf = (file: string): string | undefined =>
      /^platforms\/([^/]+)\//u.exec(file)?.[1];
    const wrong = inside.filter(({ from, to }) => {
      const [own, other] = [platformOf(from), platformOf(to)];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(wrong).toEqual([]);
  });

  it('keep the playground’s looks to what the platforms are sent', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('platforms/playground/looks/') &&
        !to.startsWith('platforms/playground/looks/') &&
        to !== 'platforms/payload-field.ts',
    );
    expect(wrong).toEqual([]);
  });

  it('hand only types from article onwards', () => {
    const wrong = inside.filter(
      ({ from, to, isTypeOnly }) =>
        ['people', 'quotes', 'summary', 'post'].includes(roomOf(from)) &&
        roomOf(to) === 'article' &&
        !isTypeOnly,
    );
    expect(wrong).toEqual([]);
  });

  it('hand the bot its settings as a type only', () => {
    const wrong = inside.filter(
      ({ from, to, isTypeOnly }) =>
        roomOf(from) === 'bot' &&
        ['config', 'engine', 'article'].includes(roomOf(to)) &&
        !isTypeOnly,
    );
    expect(wrong).toEqual([]);
  });

  it('let a worker read feeds, and know nothing else of digests', () => {
    const wrong = inside.filter(
      ({ from, to }) =>
        roomOf(from) === 'engine' && roomOf(to) === 'digest' && to !== 'digest/feeds/parse-feed.ts',
    );
    expect(wrong).toEqual([]);
  });

  it('hand only types to post', () => {
    const wrong = inside.filter(
      ({ from, to, isTypeOnly }) => roomOf(from) === 'post' && roomOf(to) !== 'post' && !isTypeOnly,
    );
    expect(wrong).toEqual([]);
  });

  it('keep each library in its place', () => {
    const wrong = imports.filter(({ from, to }) => {
      const homes = homesOf[to.replace(/^pkg:/u, '')];
      return homes !== undefined && !homes.some((home) => from.startsWith(`${home}/`));
    });
    expect(wrong).toEqual([]);
  });

  it('do not import each other in circles', () => {
    expect(findCircle(inside.filter((one) => !one.isTypeOnly))).toEqual([]);
  });

  it('are not named after nothing', () => {
    const vague = files.filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|shared|misc|lib)(?:\/|\.ts$)/u.test(file),
    );
    expect(vague).toEqual([]);
  });

  it('have no barrel files', () => {
    expect(files.filter((file) => file.endsWith('index.ts'))).toEqual([]);
  });
});

describe('pure code', () => {
  const pure = files.filter(
    (file) =>
      /^(?:text|article|people|quotes|summary|post|platforms\/playground\/looks)\//u.test(file) &&
      !file.startsWith('article/fetch/'),
  );

  it.each(pure)('%s asks no clock, environment, chance or network', (file) => {
    expect(codeOf(file)).not.toMatch(
      /\bprocess\.|Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|performance\.now/u,
    );
  });
});

describe('the environment', () => {
  it('is read where the program starts and nowhere else', () => {
    const readers = files.filter((file) => /\bprocess\.env\b/u.test(codeOf(file)));
    expect(readers).toEqual([]);
  });
});

/** A file without its comments. */
function codeOf(file: string): string {
  return readFileSync(path.join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
}

/** The files of a circle of imports, or nothing. */
function findCircle(edges: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const to of next.get(file) ?? []) {
      const circle = visit(to, [...trail, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
