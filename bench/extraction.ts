import { readHtml } from '../src/article/html/read-html.ts';
import type { Reading } from '../src/article/reading.ts';
import { findAnnotatedPages, loadHtml } from './corpora.ts';
import type { Measured, Places } from './measure.ts';
import { scorePage, scoreSet, type SetScore } from './shingle-score.ts';

const REACH_F1 = 0.978;
const REACH_RECALL = 0.98;

/** The article's text from HTML, against what a person marked. */
export function measureExtraction({ corpora }: Places): Promise<Measured> {
  const pages = findAnnotatedPages(corpora);
  if (pages === undefined) {
    return Promise.resolve({ status: 'left-out', why: `no extraction corpus in ${corpora}` });
  }
  const scoreWith = (change: (html: string) => string): SetScore =>
    scoreSet(
      pages.map((page) => {
        const html = change(loadHtml(corpora, page));
        return scorePage(page.reference, textOf(readHtml(html, { url: page.url })));
      }),
    );
  const score = scoreWith((html) => html);
  return Promise.resolve({
    status: 'measured',
    rows: [
      {
        measure: `article text from HTML, F1 (recall), ${pages.length} pages`,
        here: inWords(score),
        bestElsewhere: 'rs_trafilatura .968, Readability .951 (.987)',
        reach: `>= ${REACH_F1.toFixed(3)} (>= ${REACH_RECALL.toFixed(3)})`,
        reached: score.f1 >= REACH_F1 && score.recall >= REACH_RECALL,
      },
      {
        measure: 'the same with every class, id and role taken out of the pages',
        here: inWords(scoreWith(withoutNames)),
        bestElsewhere: '',
        reach: '',
      },
    ],
  });
}

function inWords(score: SetScore): string {
  return `${score.f1.toFixed(3)} (${score.recall.toFixed(3)})`;
}

/** A page that says of no element what it is: how far the rules lean on the names that page authors give. */
function withoutNames(html: string): string {
  return html.replace(
    /\s(?:class|id|role|itemprop|data-[\w-]+)=(?:"[^"]*"|'[^']*'|[^\s>]+)/gu,
    ' ',
  );
}

/** What the scorer sees of a reading: blocks stay apart; a page that could not be read is empty. */
export function textOf(reading: Reading): string {
  return reading.status === 'read' ? reading.article.paragraphs.join('\n') : '';
}
