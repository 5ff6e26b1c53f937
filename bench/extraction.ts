import { readHtml } from '../src/article/html/read-html.ts';
import type { Reading } from '../src/article/reading.ts';
import { findAnnotatedPages, loadHtml } from './corpora.ts';
import type { Measured, Places } from './measure.ts';
import { scorePage, scoreSet } from './shingle-score.ts';

const REACH_F1 = 0.978;
const REACH_RECALL = 0.98;

/** The article's text from HTML, against what a person marked. */
export function measureExtraction({ corpora }: Places): Promise<Measured> {
  const pages = findAnnotatedPages(corpora);
  if (pages === undefined) {
    return Promise.resolve({ status: 'left-out', why: `no extraction corpus in ${corpora}` });
  }
  const score = scoreSet(
    pages.map((page) =>
      scorePage(page.reference, textOf(readHtml(loadHtml(corpora, page), { url: page.url }))),
    ),
  );
  return Promise.resolve({
    status: 'measured',
    rows: [
      {
        measure: `article text from HTML, F1 (recall), ${pages.length} pages`,
        here: `${score.f1.toFixed(3)} (${score.recall.toFixed(3)})`,
        bestElsewhere: 'rs_trafilatura .968, Readability .951 (.987)',
        reach: `>= ${REACH_F1.toFixed(3)} (>= ${REACH_RECALL.toFixed(3)})`,
        reached: score.f1 >= REACH_F1 && score.recall >= REACH_RECALL,
      },
    ],
  });
}

/** What the scorer sees of a reading: blocks stay apart; a page that could not be read is empty. */
export function textOf(reading: Reading): string {
  return reading.status === 'read' ? reading.article.paragraphs.join('\n') : '';
}
