import type { Article, Span } from '../../article/article.ts';
import type { Mention, Person } from '../../people/person.ts';
import { findStems } from '../../text/stems.ts';
import type { Sentence } from '../sentence.ts';
import type { BulletWords } from './bullet-words.ts';
import { hasStop } from './has-stop.ts';
import { isJunk } from './is-junk.ts';
import { bulletWordsOf } from './read-bullet-words.ts';
import { findSpeech, type Speech } from './speech.ts';
import { findTokens, type Token } from './token.ts';
import { voiceOf } from './voice.ts';

/** An article as bullets are made of it: its sentences with their tokens, its people, what it speaks of first where. */
export interface Story {
  readonly article: Article;
  readonly words: BulletWords;
  readonly lines: readonly Line[];
  /** The words of its people's names, in small letters. */
  readonly nameWords: ReadonlySet<string>;
  /** What the headline speaks of. */
  readonly titleStems: ReadonlySet<string>;
  /** Told by somebody who speaks of themselves or to the reader: a letter, a review, advice. */
  readonly isPersonal: boolean;
  /** The first sentence that a stem stands in. */
  readonly firstAt: ReadonlyMap<string, number>;
}

/** A sentence of the story. */
export interface Line {
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Where it opens within somebody's words. */
  readonly speech: Speech | undefined;
  /** What goes on from a line that broke off: "… was sold to", "Brask Line and left". */
  readonly isRest: boolean;
  /** No part of the story. */
  readonly isJunk: boolean;
  /** Who is named in it, in the order of the words. */
  readonly named: readonly Naming[];
}

export interface Naming {
  readonly person: Person;
  readonly mention: Mention;
}

export function readStory(
  article: Article,
  sentences: readonly Sentence[],
  people: readonly Person[],
): Story {
  const namings = people
    .flatMap((person) => person.mentions.map((mention): Naming => ({ person, mention })))
    .sort((a, b) => comparePlaces(a.mention.name, b.mention.name));
  const words = bulletWordsOf(article.language);
  const speech = findSpeech(sentences, article.paragraphs);
  const firstAt = new Map<string, number>();
  let next = 0;
  const lines = sentences.map((sentence, index): Line => {
    const named: Naming[] = [];
    for (; next < namings.length; next += 1) {
      const naming = namings[next];
      if (naming === undefined || isBehind(naming.mention.name, sentence.span)) break;
      if (isWithin(naming.mention.name, sentence.span)) named.push(naming);
    }
    for (const stem of findStems(sentence.text, article.language))
      if (!firstAt.has(stem)) firstAt.set(stem, index);
    const tokens = findTokens(sentence.text, sentence.span.start);
    const isRest =
      !article.subheads.includes(sentence.span.paragraph - 1) &&
      isRestOf(article.paragraphs[sentence.span.paragraph - 1], sentence, words);
    return {
      index,
      sentence,
      tokens,
      speech: speech.get(sentence),
      isRest,
      isJunk: isJunk(sentence.text, words),
      named,
    };
  });
  const { title, language } = article;
  const titleStems = new Set(findStems(title, language));
  const nameWords = new Set(people.flatMap(({ name }) => name.toLowerCase().split(' ')));
  const isPersonal =
    countVoices(lines.slice(0, OPENING), words) >= MIN_VOICES &&
    countVoices(lines, words) >= PERSONAL_SHARE * lines.length;
  return { article, words, lines, nameWords, titleStems, isPersonal, firstAt };
}

/** Whether the paragraph above breaks off before the sentence: without a stop, behind "and", "in", "the". */
function isRestOf(above: string | undefined, { span }: Sentence, words: BulletWords): boolean {
  if (above === undefined || span.start > 0 || hasStop(above)) return false;
  // A short line is a heading.
  const said = findTokens(above.slice(-LAST_CHARS), 0);
  const last = said.at(-1);
  if (last?.kind !== 'word' || said.length < MIN_BROKEN_WORDS) return false;
  return words.openEnds.has(last.lower) || words.leadOpeners.has(last.lower);
}

const LAST_CHARS = 80;
const MIN_BROKEN_WORDS = 8;

/** So many sentences of a piece that somebody tells in person are in their voice, some of them at once. Ours. */
const PERSONAL_SHARE = 0.3;
const OPENING = 8;
const MIN_VOICES = 2;

function countVoices(lines: readonly Line[], words: BulletWords): number {
  return lines.filter(
    ({ tokens, speech }) => speech?.isWhole !== true && voiceOf(tokens, words) !== undefined,
  ).length;
}

export function isWithin(inner: Span, outer: Span): boolean {
  return (
    inner.paragraph === outer.paragraph && inner.start >= outer.start && inner.end <= outer.end
  );
}

function isBehind(place: Span, span: Span): boolean {
  return (
    place.paragraph > span.paragraph ||
    (place.paragraph === span.paragraph && place.start >= span.end)
  );
}

function comparePlaces(a: Span, b: Span): number {
  return a.paragraph - b.paragraph || a.start - b.start;
}
