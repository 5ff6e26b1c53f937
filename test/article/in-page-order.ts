import type { Reading } from '../../src/article/reading.ts';

/** What a reading found, from the top of the page to its end: `+ text` for a paragraph, `- rule: text` for a cut. */
export function inPageOrder(reading: Reading): readonly string[] {
  if (reading.status === 'failed') throw new Error(`not read: ${reading.problem.code}`);
  const { article, cuts } = reading;
  const cutsBefore = (paragraph: number): readonly string[] =>
    cuts
      .filter(({ before }) => before === paragraph)
      .map(({ rule, text }) => `- ${rule}: ${opening(text)}`);
  return [
    ...article.paragraphs.flatMap((text, index) => [...cutsBefore(index), `+ ${opening(text)}`]),
    ...cutsBefore(article.paragraphs.length),
  ];
}

/** Enough of a text to know it by. */
function opening(text: string): string {
  return text.split(/\s+/u).slice(0, 4).join(' ');
}
