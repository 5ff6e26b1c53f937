import { readTokens } from '../../people/tokens.ts';
import type { Token } from '../../people/tokens.ts';
import type { AttributedRun } from './attribute-runs.ts';
import type { Stage } from './stage.ts';
import type { Scene } from './narration.ts';

/** A fragment is a quote of its own only when it has so many words. */
const MIN_FRAGMENT_WORDS = 5;
/** A short sentence ("We shall keep it," X replied) has so many. */
const MIN_SENTENCE_WORDS = 3;

/** Whether an attributed run is a direct quote and no part of the narrator's sentence. */
export function isQuotation(one: AttributedRun, scene: Scene | undefined, stage: Stage): boolean {
  const { run } = one;
  if (run.kind === 'speech' || run.continues) return true;
  if (one.by !== 'words' || scene === undefined) return false;
  const text = (stage.texts[run.span.paragraph] ?? '').slice(run.span.start, run.span.end);
  const words = readTokens(text, stage.words.people.abbreviations).filter(({ isWord }) => isWord);
  if (isShortSentence(run, text, words)) return true;
  if (words.length < MIN_FRAGMENT_WORDS) return false;
  const isClause = words.slice(1).some(({ key }) => stage.words.people.finite.has(key));
  return (
    isClause && !stage.words.people.finite.has(words[0]?.key ?? '') && isReported(one, scene, stage)
  );
}

/** "We shall keep it,": a capital, a verb or a pronoun that stands for one, and a mark at its end. */
function isShortSentence(
  { span }: AttributedRun['run'],
  text: string,
  words: readonly Token[],
): boolean {
  const [first] = words;
  if (first?.isCapital !== true || first.start > 0 || span.end - span.start !== text.length)
    return false;
  return words.length >= MIN_SENTENCE_WORDS && /[,.?!…]$/u.test(text);
}

/** `X said “…”`, `X said that “…”`: the whole of what was said and not a part of a paraphrase. */
function isReported({ at }: AttributedRun, scene: Scene, { words }: Stage): boolean {
  const last = scene.gaps[at]?.at(-1)?.tokens.findLast(({ isWord }) => isWord);
  return last !== undefined && (words.speech.has(last.key) || words.reported.has(last.key));
}
