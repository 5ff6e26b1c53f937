import type { BulletWords } from './bullet-words.ts';
import { isCapital, type Token } from './token.ts';

/** In whose voice a sentence is told: the writer's own (`I`, `we`), to the reader (`you`), or in neither. */
export function voiceOf(tokens: readonly Token[], words: BulletWords): 'we' | 'you' | undefined {
  const outside = tokens.filter(({ isNested }) => !isNested);
  const isOwn = ({ base }: Token, at: number): boolean =>
    words.firstPerson.has(base) && !isNumeral(outside, at);
  if (outside.some(isOwn)) return 'we';
  return outside.some(({ base }) => words.secondPerson.has(base)) ? 'you' : undefined;
}

/** "World War I", "Charles I". */
function isNumeral(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'I' && at > 0 && isCapital(tokens[at - 1]);
}
