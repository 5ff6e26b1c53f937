import type { SentMessage } from '../ports/destination.ts';
import type { StoredAnswer, StoredRequest } from '../ports/store.ts';
import type { AnswerAbout } from './answer.ts';
import type { BotParts } from './bot-parts.ts';

interface Answered {
  readonly parts: BotParts;
  readonly stored: StoredRequest;
}

/** What is kept of an answer, for as long as the settings say of what it was made from. */
export function answerRow(
  { parts, stored }: Answered,
  message: SentMessage,
  { articles, form, isGiven }: AnswerAbout,
): StoredAnswer {
  const { platform, person, channel, place, isPrivate } = stored.request;
  const { articlesMs, textsMs, privateAnswersMs } = parts.settings.keep;
  const keepMs = Math.min(isGiven ? textsMs : articlesMs, isPrivate ? privateAnswersMs : Infinity);
  const atMs = parts.clock.now();
  return {
    key: stored.key,
    platform,
    person,
    channel,
    place,
    message,
    articles,
    ...form,
    atMs,
    untilMs: atMs + keepMs,
  };
}
