import type { Span } from '../../article/article.ts';
import type { Bullet } from '../summary.ts';
import type { Sentence } from '../sentence.ts';

/** A change to a sentence: what stands from `start` to `end` of its paragraph goes, and another place's words may come. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert?: Insert;
}

/** Words of the article that are brought into a sentence, and the marks that set them off. */
export interface Insert {
  readonly span: Span;
  readonly before?: string;
  readonly after?: string;
}

type Paragraphs = readonly string[];

/**
 * The bullet that a sentence becomes through edits, which do not overlap. Its words are the article's; only white
 * space, marks at the seams, the first letter's case and the final stop are ours.
 */
export function renderDraft(
  { span }: Sentence,
  edits: readonly Edit[],
  paragraphs: Paragraphs,
): Bullet {
  const paragraph = paragraphs[span.paragraph] ?? '';
  const evidence: Span[] = [];
  let text = '';
  let at = span.start;
  const keep = (end: number): void => {
    if (end <= at) return;
    const kept = paragraph.slice(at, end);
    // Words that only a dash held apart do not grow together when it goes.
    text += /[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(kept) ? ` ${kept}` : kept;
    evidence.push({ paragraph: span.paragraph, start: at, end });
  };
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    keep(edit.start);
    at = Math.max(at, edit.end);
    if (edit.insert === undefined) continue;
    const { span: from, before = '', after = '' } = edit.insert;
    text += before + (paragraphs[from.paragraph] ?? '').slice(from.start, from.end) + after;
    evidence.push(from);
  }
  keep(span.end);
  return {
    text: tidy(text),
    evidence: evidence.map((one) => trimmed(one, paragraphs)).filter(isSome),
  };
}

/** White space and marks at the seams of what was cut. */
function tidy(text: string): string {
  const joined = text
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,.])(?=\s|$)/gu, '$1')
    .replace(/,(?=[.;:!?])/gu, '')
    .replace(/,\s*,/gu, ',')
    .replace(/ -- /gu, ' — ')
    .replace(/(?<!\.)\.\.$/u, '.')
    // "… in March.” — Ostvik Agency."
    .replace(/([.!?…]["”’»])\.$/u, '$1')
    .replace(/^(?:[\s,;:–—]|\.(?![\p{L}\d])|-(?!\d))+/u, '')
    .replace(/[\s,;:–—-]+$/u, '');
  return closed(capitalized(joined));
}

/** Words such as iPhone keep their own way of writing, and letters without a capital of their own stay. */
function capitalized(text: string): string {
  const first = text.charAt(0);
  const capital = first.toUpperCase();
  const isPlain = /^\p{Ll}[\p{Ll}\d]*(?![\p{Lu}\p{L}])/u.test(text);
  return isPlain && capital.toLowerCase() === first ? capital + text.slice(1) : text;
}

function closed(text: string): string {
  if (text === '' || /[.!?…。！？।۔؟॥]["”“’'»)\]」』]*$/u.test(text)) return text;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(text)) return `${text}。`;
  if (/[\p{Script=Devanagari}]$/u.test(text)) return `${text}।`;
  return `${text}.`;
}

function trimmed({ paragraph, start, end }: Span, paragraphs: Paragraphs): Span {
  const text = (paragraphs[paragraph] ?? '').slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return { paragraph, start: from, end: Math.max(from, start + text.trimEnd().length) };
}

function isSome({ start, end }: Span): boolean {
  return end > start;
}
