import type { Block } from './page-blocks.ts';

const ENDS_SENTENCE = /[.!?…。！？।۔؟:;]["'”’»«›“)\]\s]*$/u;
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/gu;

/** Enough of a text to judge its script by. */
const SCRIPT_SAMPLE_CHARS = 500;

/** Text of this weight is prose however it ends; a shorter one must end like a sentence. */
const LONG_WEIGHT = 140;
const SENTENCE_WEIGHT = 50;

/** Length in characters, a Chinese, Japanese or Korean one counted as three: they say as much as three letters. */
export function textWeight(text: string): number {
  const wide = text.slice(0, SCRIPT_SAMPLE_CHARS).match(WIDE)?.length ?? 0;
  return text.length + wide * 2;
}

export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text.slice(-12));
}

export function linkShare(block: Block): number {
  return Math.min(1, block.linkChars / block.text.length);
}

/** Text that reads like a sentence or more, rather than a label, a teaser or a list of links. */
export function isProse(block: Block): boolean {
  const weight = textWeight(block.text);
  if (weight >= LONG_WEIGHT) return linkShare(block) < (endsSentence(block.text) ? 0.75 : 0.5);
  return (
    weight >= SENTENCE_WEIGHT &&
    linkShare(block) < 0.5 &&
    endsSentence(block.text) &&
    !isHeading(block)
  );
}

const HEADING_TAGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

export function isHeading(block: Block): boolean {
  if (HEADING_TAGS.has(block.place.tag)) return true;
  const outer = block.place.outer?.tag;
  return outer !== undefined && HEADING_TAGS.has(outer);
}
