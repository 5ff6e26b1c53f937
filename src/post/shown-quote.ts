import type { Article, Span } from '../article/article.ts';
import type { Quote } from '../quotes/quote.ts';
import markData from './data/quote-marks.json' with { type: 'json' };

interface Marks {
  readonly open: string;
  readonly close: string;
}

const CLOSERS: ReadonlyMap<string, string> = new Map(Object.entries(markData.closers));
const BY_LANGUAGE: ReadonlyMap<string, string> = new Map(Object.entries(markData.byLanguage));

/**
 * A quote as a person reads it: its words, whole, between the article's own marks, or those of its language where
 * the article has straight ones. Only the stops at an attribution change: the comma before it goes, and the full
 * stop that ended the sentence behind it (“A,” said X. “B.”) stands where the quote's sentence ended.
 */
export function shownQuote(quote: Quote, article: Article): string {
  const { open, close } = marksOf(quote, article);
  return `${open}${wordsOf(quote, article)}${close}`;
}

function wordsOf({ spans, text }: Quote, article: Article): string {
  if (spans.length === 0) return text;
  const pieces = spans.map((span, index) => {
    const words = textAt(article, span);
    const next = spans[index + 1];
    if (next === undefined) return words.replace(COMMA_AT_END, '');
    if (next.paragraph !== span.paragraph) return words;
    const between = (article.paragraphs[span.paragraph] ?? '').slice(span.end, next.start);
    const stop = SENTENCE_BEFORE_QUOTE.exec(between.slice(-TAIL_CHARS))?.[1];
    return stop === undefined || STOP_AT_END.test(words)
      ? words
      : `${words.replace(COMMA_AT_END, '')}${stop}`;
  });
  return pieces.join(' ');
}

const COMMA_AT_END = /[,،，、]\s*$/u;
const STOP_AT_END = /[.!?…。！？]\s*$/u;
/** The attribution's full stop, then a dash in some languages, and the mark that opens the quote again. */
const SENTENCE_BEFORE_QUOTE = /([.。])[\s\p{P}]*$/u;
/** Of the words between two runs so much tells how they end. */
const TAIL_CHARS = 8;

function textAt({ paragraphs }: Article, { paragraph, start, end }: Span): string {
  return (paragraphs[paragraph] ?? '').slice(start, end);
}

function marksOf({ spans }: Quote, article: Article): Marks {
  const [first, last] = [spans[0], spans.at(-1)];
  const usual = usualMarks(article.language);
  if (first === undefined || last === undefined) return usual;
  const open = (article.paragraphs[first.paragraph] ?? '').slice(0, first.start).trimEnd().at(-1);
  const closers = CLOSERS.get(open ?? '');
  if (open === undefined || closers === undefined) return usual;
  const after = (article.paragraphs[last.paragraph] ?? '').slice(last.end).trimStart().at(0);
  const close = after !== undefined && closers.includes(after) ? after : closers.charAt(0);
  return open === usual.open.trim() && close === usual.close.trim() ? usual : { open, close };
}

function usualMarks(language: string): Marks {
  const [open = '“', close = '”'] = (BY_LANGUAGE.get(language) ?? '“ ”').split(' ');
  return { open, close };
}
