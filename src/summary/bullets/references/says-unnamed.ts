import { lexiconOf } from '../../../people/lexicon.ts';
import { marksAt, type Clause } from '../clause.ts';
import type { Line } from '../story.ts';

const MAX_WORDS = 4;
/** "explique-t-il", "dit-elle" */
const TIED = /^(\p{L}+)(?:-t)?-(?:il|elle|ils|elles)$/u;

/** "…, sagte er.", "…, explique-t-il.", "…, ha spiegato.": who said so at the end stands in another sentence. */
export function saysUnnamed(clause: Clause, { named }: Line, language: string): boolean {
  if (named.length > 0) return false;
  const { tokens, words } = clause;
  const comma = marksAt(clause, ',').at(-1);
  if (comma === undefined) return false;
  const said = tokens.slice(comma + 1).filter(({ kind }) => kind === 'word');
  if (said.length === 0 || said.length > MAX_WORDS) return false;
  const { speech } = lexiconOf(language);
  const isSpeech = (lower: string): boolean => words.reporting.has(lower) || speech.has(lower);
  const [first] = said;
  if (isSpeech(TIED.exec(first?.lower ?? '')?.[1] ?? '')) return true;
  if (!said.some(({ lower }) => isSpeech(lower))) return false;
  if (words.isProDrop)
    return said.every(({ lower }) => isSpeech(lower) || words.auxiliaries.has(lower));
  return said.some(({ lower }) =>
    [words.male, words.female, words.plural].some((those) => those.has(lower)),
  );
}
