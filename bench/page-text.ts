import { readText } from '../src/article/pasted/read-text.ts';
import { findAnnotatedPages, findPageTexts } from './corpora.ts';
import { textOf } from './extraction.ts';
import type { Measured, Places } from './measure.ts';
import { scorePage, scoreSet } from './shingle-score.ts';

const REACH_F1 = 0.93;

/** The article's text from the plain text of a whole page, as a person copies it. */
export function measurePageText({ corpora }: Places): Promise<Measured> {
  const pages = findAnnotatedPages(corpora);
  const texts = findPageTexts(corpora);
  if (pages === undefined || texts === undefined) {
    return Promise.resolve({ status: 'left-out', why: `no page-text corpus in ${corpora}` });
  }
  const score = scoreSet(
    pages.map((page) =>
      scorePage(page.reference, textOf(readText(texts.get(page.id) ?? '', { url: page.url }))),
    ),
  );
  return Promise.resolve({
    status: 'measured',
    rows: [
      {
        measure: `article text from page text, F1 (recall), ${pages.length} pages`,
        here: `${score.f1.toFixed(3)} (${score.recall.toFixed(3)})`,
        bestElsewhere: 'best run of long lines .868',
        reach: `>= ${REACH_F1.toFixed(3)}`,
        reached: score.f1 >= REACH_F1,
      },
    ],
  });
}
