import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/article/article.ts';
import { readPdf } from '../../../src/article/pdf/read-pdf.ts';
import { type Layout, writePdf } from './write-pdf.ts';

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/pdf');

/** What a fixture must become, and how many cuts of each rule there must be. */
type Expected = Omit<Article, 'url'> & { readonly rules: Readonly<Record<string, number>> };

describe('readPdf', () => {
  it.each(readdirSync(FIXTURES))('reads the document %s', async (name) => {
    const layout = loadJson(name, 'layout.json') as Layout;
    const { rules, ...article } = loadJson(name, 'expected.json') as Expected;
    const reading = await readPdf(writePdf(layout), { url: 'https://example.org/a.pdf' });
    if (reading.status === 'failed') throw new Error(reading.problem.code);
    expect(reading.article).toEqual({ url: 'https://example.org/a.pdf', ...article });
    expect(countRules(reading.cuts)).toEqual(rules);
  });
});

function loadJson(name: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(FIXTURES, name, file), 'utf8'));
}

function countRules(cuts: readonly { readonly rule: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of cuts) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
