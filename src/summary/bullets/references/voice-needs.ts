import type { BulletWords } from '../bullet-words.ts';
import type { Clause } from '../clause.ts';
import type { Story } from '../story.ts';
import type { Token } from '../token.ts';
import { voiceOf } from '../voice.ts';
import { NEED_WEIGHT, type Need } from './need.ts';

/** The writer's own voice, which in a list of facts sounds like the bot's. */
export function findVoiceNeeds({ words, isPersonal }: Story, { tokens }: Clause): readonly Need[] {
  const voice = voiceOf(tokens, words);
  if (voice !== undefined) {
    const weight = NEED_WEIGHT[voice];
    return [{ kind: 'voice', weight: isPersonal ? weight * PERSONAL : weight }];
  }
  return leansOnSpeech(tokens, words) ? [{ kind: 'voice', weight: NEED_WEIGHT.speech }] : [];
}

/** Where somebody tells it all in person, a sentence without them is seldom what it is about. */
const PERSONAL = 0.4;

/** So much of a sentence between marks is somebody speaking. */
const SPEECH_SHARE = 0.3;

/** “I thought he was lost,” said Ann Poole: of whom, whoever asked her knew. */
function leansOnSpeech(tokens: readonly Token[], words: BulletWords): boolean {
  const said = tokens.filter(({ kind }) => kind === 'word');
  const speech = said.filter(({ isNested }) => isNested);
  if (speech.length < SPEECH_SHARE * said.length) return false;
  const pronouns = [
    words.firstPerson,
    words.secondPerson,
    words.male,
    words.female,
    words.plural,
    words.pointers,
  ];
  return speech.some(
    ({ base }) => words.neuter.has(base) || pronouns.some((those) => those.has(base)),
  );
}
