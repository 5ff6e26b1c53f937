import { InteractionType, type APIInteraction } from 'discord.js';
import type { Scope } from '../../../ports/core.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { Post } from '../../../post/post.ts';
import { withheldPost } from '../../../post/withheld-post.ts';
import { completeMessage } from '../read/complete-message.ts';
import { isChange, readClick } from '../read/read-click.ts';
import { readCommand } from '../read/read-command.ts';
import { readMessage, type Hearing, type HeardMessage } from '../read/read-message.ts';
import { readCaller } from '../read/read-opening.ts';
import { sendBelow } from '../send/send-below.ts';
import { acknowledge, type Acknowledgement } from './acknowledge.ts';
import { createTaker, postOf, type TakerParts } from './create-taker.ts';
import { createSeen } from './seen.ts';
import { takeDigest } from './take-digest.ts';

/** Takes what Discord tells: reads it, has it written down, acknowledges it. */
export interface Intake {
  /** `isIn` tells whether the bot is a member of a server. */
  takeInteraction(interaction: APIInteraction, isIn: (guild: string) => boolean): void;
  /** `hear` tells where it was said, as the client knows it. */
  takeMessage(message: HeardMessage, hear: () => Hearing): void;
  takeLeaving(scope: Scope): void;
  /** Takes nothing more; resolves when all that was begun has ended. */
  close(): Promise<void>;
}

/** For what is said at once, outside of any request. */
const SPEAK_MS = 20_000;

export function createIntake(parts: TakerParts): Intake {
  const { core, line } = parts;
  const { log, clock } = line;
  const taker = createTaker(parts);
  const digests = { core, line, taker };
  const underWay = new Set<Promise<void>>();
  const answered = createSeen();
  let isClosed = false;

  const run = (what: string, work: () => Promise<void>): void => {
    if (isClosed) return;
    const running = work().catch((error: unknown) => {
      // What was written down is answered all the same; nothing else was promised.
      log.error({ error: String(error), what }, 'an event of Discord could not be taken');
    });
    underWay.add(running);
    void running.finally(() => underWay.delete(running));
  };

  /** Below the message that asked; everybody sees it, for Discord has no other way. */
  const tell = async (message: HeardMessage, post: Post): Promise<void> => {
    if (!answered.add(`${message.id} ${message.edited_timestamp ?? ''}`)) return;
    const below = {
      channel: message.channel_id,
      replyTo: message.id,
      outgoing: { post, key: message.id },
    };
    const send = (): Promise<unknown> => sendBelow(line, below, AbortSignal.timeout(SPEAK_MS));
    await send().catch((error: unknown) => {
      // The nonces keep a second attempt from being a second message.
      if (error instanceof PlatformError && error.code === 'unclear') return send();
      throw error;
    });
  };

  return {
    takeInteraction: (interaction, isIn) =>
      run('interaction', async () => {
        const caller = readCaller(interaction, { nowMs: clock.now(), isIn });
        if (caller === undefined) return;
        if (await takeDigest(digests, interaction, caller)) return;
        if (interaction.type === InteractionType.ApplicationCommand) {
          const request = readCommand(interaction, caller);
          if (request !== undefined) await taker.take(request, { kind: 'thinking' });
        }
        if (interaction.type !== InteractionType.MessageComponent) return;
        const request = readClick(interaction, caller);
        const silence: Acknowledgement = { kind: 'silence' };
        // A button of somebody else's making: nothing happens, and no error is shown.
        if (request === undefined) return acknowledge(line, caller.opening(true), silence);
        const isSilent = request.ask.kind !== 'question' && isChange(request.ask.kind);
        await taker.take(request, isSilent ? silence : { kind: 'thinking' });
      }),
    takeMessage: (told, hear) =>
      run('message', async () => {
        const message = completeMessage(told);
        const meaning = readMessage(message, hear());
        if (meaning.kind === 'withheld') return tell(message, withheldPost);
        if (meaning.kind !== 'request') return;
        const post = postOf(await taker.accept(meaning.request));
        if (post !== undefined) await tell(message, post);
      }),
    takeLeaving: (scope) =>
      run('leaving', async () => {
        log.info({ scope }, 'put out: what is kept of it is erased');
        await core.left(scope);
      }),
    async close() {
      isClosed = true;
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
