import type { Article } from '../article/article.ts';
import { findSentences } from '../text/sentences.ts';
import type { Sentence } from './sentence.ts';
import { splitGlued } from './split-glued.ts';

/** What comes later tells details; and what compares every sentence with every other needs a bound. Ours. */
const MAX_SENTENCES = 400;

/** A longer run without an end is no sentence that could be tightened to a bullet. Ours. */
const MAX_SENTENCE_CHARS = 1000;

/**
 * The sentences of an article's paragraphs in their order, subheads, a dek out of the headline and endless ones left out;
 * at most the first 400.
 */
export function findStorySentences(article: Article): readonly Sentence[] {
  const subheads = new Set(article.subheads);
  const sentences: Sentence[] = [];
  for (const [paragraph, text] of article.paragraphs.entries()) {
    if (subheads.has(paragraph) || (paragraph === 0 && isOutOfHeadline(text, article))) continue;
    const whole = findSentences(text, article.language);
    const parts = article.language === 'en' ? whole.flatMap((one) => splitGlued(text, one)) : whole;
    for (const { start, end } of parts) {
      if (end - start > MAX_SENTENCE_CHARS) continue;
      if (sentences.length === MAX_SENTENCES) return sentences;
      sentences.push({ span: { paragraph, start, end }, text: text.slice(start, end) });
    }
  }
  return sentences;
}

/** "Two ferries stay in port" below "Harbour strike goes on; two ferries stay in port": of a headline that goes on. */
function isOutOfHeadline(text: string, { title, paragraphs }: Article): boolean {
  if (paragraphs.length < 2) return false;
  const said = text.toLowerCase().replace(/[.\s]+$/u, '');
  const headline = title.toLowerCase();
  return /\s/u.test(said) && said.length < headline.length && headline.includes(said);
}
