import type { Clause } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';
import { NEED_WEIGHT, type Need } from './need.ts';

/** The writer's own voice, which in a list of facts sounds like the bot's. */
export function findVoiceNeeds({ tokens, words }: Clause): readonly Need[] {
  const outside = tokens.filter(({ isNested }) => !isNested);
  const isOwn = ({ base }: Token, at: number): boolean =>
    words.firstPerson.has(base) && !isNumeral(outside, at);
  if (outside.some(isOwn)) return [{ kind: 'voice', weight: NEED_WEIGHT.we }];
  if (outside.some(({ base }) => words.secondPerson.has(base)))
    return [{ kind: 'voice', weight: NEED_WEIGHT.you }];
  return [];
}

/** "World War I", "Charles I". */
function isNumeral(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'I' && at > 0 && isCapital(tokens[at - 1]);
}
