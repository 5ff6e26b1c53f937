import type { Article, Span } from '../../article/article.ts';
import type { Person } from '../../people/person.ts';
import type { Quote } from '../../quotes/quote.ts';
import { wordsIn } from '../../text/words.ts';
import { findTopics, similarity, type Topics } from '../ranking/similarity.ts';
import type { Bullet } from '../summary.ts';
import { quoteWordsOf, type QuoteWords } from './quote-words.ts';

/** So much of an article's quotes is weighed; more are not read to the end. Ours. */
const MAX_WEIGHED = 200;
/** A quotation of this size is read at a glance and says something. */
const EASY_WORDS = { min: 9, max: 45 } as const;
const MIN_WORDS = 5;
const MAX_WORDS = 80;
/** From here on a quotation says what a bullet says. */
const SAME = 0.55;

interface Given {
  readonly article: Article;
  readonly people: readonly Person[];
  readonly bullets: readonly Bullet[];
  readonly max: number;
}

/**
 * The few quotations that tell most: a judgement, a claim or an image from somebody who matters to the story, of
 * different speakers where there are several, and nothing that a bullet says. In the article's order.
 */
export function chooseKeyQuotes(quotes: readonly Quote[], given: Given): readonly Quote[] {
  const { article, bullets, max } = given;
  const { language } = article;
  const shown = bullets.map(({ text }) => findTopics(text, language));
  const told = bullets.map(({ text }) => partsIn(text));
  const story = storyTopics(given);
  const weighed = quotes.slice(0, MAX_WEIGHED).flatMap((quote, index): Weighed[] => {
    const topics = findTopics(quote.text, language);
    const isShown = bullets.some(({ evidence }) =>
      evidence.some((span) => quote.spans.some((own) => overlap(own, span))),
    );
    if (isShown || shown.some((bullet) => similarity(bullet, topics) > SAME)) return [];
    if (told.some((bullet) => sharesRun(bullet, quote.text))) return [];
    const value = weigh(quote, {
      words: quoteWordsOf(language),
      mentions: mentionsOf(quote.speaker, given.people),
      closeness: similarity(story, topics),
      place: index / Math.max(1, quotes.length),
    });
    return value === undefined ? [] : [{ quote, index, value, topics }];
  });
  return pick(weighed, max)
    .sort((a, b) => a.index - b.index)
    .map(({ quote }) => quote);
}

/** How often the article names a speaker, whose office may be a part of the name (Ministerin Ute Kroll). */
function mentionsOf(speaker: string | undefined, people: readonly Person[]): number {
  if (speaker === undefined) return 0;
  const person = people.find(({ name }) => speaker === name || speaker.endsWith(` ${name}`));
  return person?.mentions.length ?? 0;
}

/** So many words in a row are a sentence's own. */
const RUN_WORDS = 6;

/** The words in small letters, "re-enter" and "Earth's" as two each. */
function partsIn(text: string): readonly string[] {
  return wordsIn(text.toLowerCase()).flatMap((word) => word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

/** Whether a bullet has a run of the quotation's words. */
function sharesRun(bullet: readonly string[], quote: string): boolean {
  const words = ` ${partsIn(quote).join(' ')} `;
  return bullet.some((_, at) => {
    const run = bullet.slice(at, at + RUN_WORDS);
    return run.length === RUN_WORDS && words.includes(` ${run.join(' ')} `);
  });
}

interface Weighed {
  readonly quote: Quote;
  readonly index: number;
  readonly value: number;
  readonly topics: Topics;
}

/** One after the other, each the best beside those that are chosen. */
function pick(weighed: readonly Weighed[], max: number): Weighed[] {
  const chosen: Weighed[] = [];
  while (chosen.length < max) {
    const [best] = weighed
      .filter((one) => !chosen.includes(one))
      .map((one) => ({ one, value: one.value - repeats(one, chosen) }))
      .sort((a, b) => b.value - a.value || a.one.index - b.one.index);
    if (best === undefined) break;
    chosen.push(best.one);
  }
  return chosen;
}

function repeats({ quote, topics }: Weighed, chosen: readonly Weighed[]): number {
  return chosen.reduce((sum, other) => {
    const isSameVoice = quote.speaker !== undefined && quote.speaker === other.quote.speaker;
    return sum + (isSameVoice ? 1 : 0) + 2 * similarity(topics, other.topics);
  }, 0);
}

interface Facts {
  readonly words: QuoteWords;
  /** How often the article names the speaker. */
  readonly mentions: number;
  /** To what the story is about, 0..1. */
  readonly closeness: number;
  /** 0 at the article's first quotation, near 1 at its last. */
  readonly place: number;
}

/** What a quotation is worth showing; `undefined` for one that is none to show. */
function weigh({ text, speaker, role }: Quote, facts: Facts): number | undefined {
  const words = wordsIn(text.toLowerCase().replaceAll('’', "'"));
  if (words.length < MIN_WORDS || words.length > MAX_WORDS) return undefined;
  const telling = words.filter((word) => facts.words.telling.has(word)).length;
  const lower = text.toLowerCase();
  const isFiller = facts.words.filler.some((phrase) => lower.includes(phrase));
  const isOpen = facts.words.open.has(words[0] ?? '');
  return (
    (speaker === undefined ? -1.5 : 0) +
    (role === undefined ? 0 : 0.4) +
    Math.min(0.8, 0.2 * Math.log2(1 + facts.mentions)) +
    Math.min(1, 0.3 * telling) +
    2 * facts.closeness +
    sizeValue(words.length) +
    (isFiller ? -0.8 : 0) +
    (isOpen ? -0.5 : 0) +
    (isWhole(text) ? 0 : -1.2) +
    (/…|\.\.\.|\[/u.test(text) ? -0.7 : 0) +
    (text.endsWith('?') ? -0.3 : 0) -
    0.4 * facts.place
  );
}

function sizeValue(words: number): number {
  if (words < EASY_WORDS.min) return -0.6;
  return words > EASY_WORDS.max ? -0.03 * (words - EASY_WORDS.max) : 0.2;
}

/** It opens like a sentence and does not break off. */
function isWhole(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:\p{Lu}|\p{Lo}|\p{N})/u.test(text) && !/[-–—:;]$/u.test(text);
}

/** Title and bullets say what the story is about. */
function storyTopics({ article, bullets }: Given): Topics {
  const text = [article.title, ...bullets.map((bullet) => bullet.text)].join(' ');
  return findTopics(text, article.language);
}

function overlap(a: Span, b: Span): boolean {
  return a.paragraph === b.paragraph && a.start < b.end && b.start < a.end;
}
