import type { Clause } from '../clause.ts';
import type { Token } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';

/** "en la mañana de ayer", "dans la nuit de dimanche à lundi", "nella notte tra lunedì e martedì" */
export function findDayparts({ tokens, words }: Clause, from: number): readonly Cut[] {
  const isTime = (token: Token | undefined): boolean =>
    token?.kind === 'word' &&
    (words.timeOpeners.has(token.lower) || words.weekdays.has(token.lower));
  return tokens.flatMap((opener, at): Cut[] => {
    if (
      at <= from ||
      tokens[at - 1]?.text === ',' ||
      opener.isNested ||
      !words.leadOpeners.has(opener.lower)
    )
      return [];
    const part = words.definites.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
    if (!words.dayparts.has(tokens[part]?.lower ?? '')) return [];
    if (!words.complements.has(tokens[part + 1]?.lower ?? '') || !isTime(tokens[part + 2]))
      return [];
    const joint = tokens[part + 3]?.lower ?? '';
    const isRange =
      (words.leadOpeners.has(joint) || words.bareConnectives.has(joint)) &&
      isTime(tokens[part + 4]);
    const last = tokens[isRange ? part + 4 : part + 2];
    const start = tokens[at - 1]?.end ?? opener.start;
    return [{ start, end: last?.end ?? start, rule: 'circumstance', cost: RESCUE }];
  });
}
