import type { BulletWords } from '../bullet-words.ts';
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
  return leansOnSpeech(tokens, words) ? [{ kind: 'voice', weight: NEED_WEIGHT.speech }] : [];
}

/** So much of a sentence between marks is somebody speaking. */
const SPEECH_SHARE = 0.3;

/** “I thought he was lost,” said Ann Poole: of whom, whoever asked her knew. */
function leansOnSpeech(tokens: readonly Token[], words: BulletWords): boolean {
  const said = tokens.filter(({ kind }) => kind === 'word');
  const speech = said.filter(({ isNested }) => isNested);
  if (speech.length < SPEECH_SHARE * said.length) return false;
  const pronouns = [words.firstPerson, words.secondPerson, words.male, words.female, words.plural];
  return speech.some(
    ({ base }) => words.neuter.has(base) || pronouns.some((those) => those.has(base)),
  );
}

/** "World War I", "Charles I". */
function isNumeral(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'I' && at > 0 && isCapital(tokens[at - 1]);
}
