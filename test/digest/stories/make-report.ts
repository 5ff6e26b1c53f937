import type { Report } from '../../../src/digest/stories/report.ts';

export const morningMs = Date.UTC(2026, 4, 6, 6);
export const hourMs = 3_600_000;

/** A report with what a test does not care about filled in. */
export function makeReport(more: Partial<Report> & Pick<Report, 'id'>): Report {
  const plain = {
    title: '',
    text: '',
    source: 'Quay Echo',
    sourceIndex: 0,
    position: 0,
    language: 'en',
  };
  return { ...plain, publishedAtMs: morningMs, ...more };
}

export function withoutDate(report: Report): Report {
  const { id, title, text, source, sourceIndex, position, url } = report;
  const plain = { id, title, text, source, sourceIndex, position };
  return url === undefined ? plain : { ...plain, url };
}
