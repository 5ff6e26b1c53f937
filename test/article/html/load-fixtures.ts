import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** What a page must become: written by hand from the page. A key that is left out must be missing from the article too. */
const storySchema = z.strictObject({
  /** The page, from its folder; `page.html` unless it says otherwise. */
  page: z.string().optional(),
  /** The address that the page is read under. */
  url: z.url(),
  title: z.string().min(1),
  byline: z.array(z.string().min(1)),
  publishedAt: z.string().optional(),
  siteName: z.string().optional(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  canonicalUrl: z.url().optional(),
  image: z.url().optional(),
  /** Every paragraph of the story, in order and whole. */
  paragraphs: z.array(z.string().regex(/^\S(?:.*\S)?$/)).min(1),
  /** Which paragraphs are subheads. */
  subheads: z.array(z.int().min(0)),
  /** Text of the page that must not come up in any paragraph. */
  absent: z.array(z.string().min(1)),
  notes: z.array(z.enum(['paywalled', 'truncated', 'pasted'])),
});

const problemSchema = z.strictObject({
  page: z.string().optional(),
  url: z.url(),
  problem: z.strictObject({ code: z.string(), kind: z.string().optional() }),
});

export type ExpectedStory = z.infer<typeof storySchema>;
export type ExpectedProblem = z.infer<typeof problemSchema>;

export interface Fixture {
  /** The folder's name. */
  readonly name: string;
  readonly html: string;
  readonly expected: ExpectedStory | ExpectedProblem;
}

/** Every fixture below `root`: each folder is one. Throws when a folder lacks its page or its expectation, or says what no page can become. */
export function loadFixtures(root: string): readonly Fixture[] {
  return readdirSync(root)
    .sort()
    .map((name) => loadFixture(join(root, name), name));
}

function loadFixture(folder: string, name: string): Fixture {
  const expected = parseExpected(readPart(join(folder, 'expected.json'), name), name);
  const html = readPart(resolve(folder, expected.page ?? 'page.html'), name);
  return { name, html, expected };
}

function readPart(path: string, name: string): string {
  if (!existsSync(path)) throw new Error(`The fixture ${name} has no ${path}.`);
  return readFileSync(path, 'utf8');
}

function parseExpected(json: string, name: string): Fixture['expected'] {
  const value: unknown = JSON.parse(json);
  const isProblem = typeof value === 'object' && value !== null && 'problem' in value;
  const parsed = (isProblem ? problemSchema : storySchema).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`The expectation of ${name} cannot be used: ${z.prettifyError(parsed.error)}`);
}
