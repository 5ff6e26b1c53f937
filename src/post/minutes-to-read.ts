import type { Article } from '../article/article.ts';

/** Silent reading of non-fiction: 238 words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const WORDS_PER_MINUTE = 238;

/** Chinese and Japanese have no spaces: a round 500 characters a minute, as reading-time estimates commonly take. */
const CHARACTERS_PER_MINUTE = 500;

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** How long the article takes to read, in whole minutes, at least one. */
export function minutesToRead(article: Article): number {
  let minutes = 0;
  for (const paragraph of article.paragraphs) {
    const characters = paragraph.match(SPACELESS)?.length ?? 0;
    const words = paragraph.replace(SPACELESS, ' ').match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
    minutes += characters / CHARACTERS_PER_MINUTE + words / WORDS_PER_MINUTE;
  }
  return Math.max(1, Math.round(minutes));
}
