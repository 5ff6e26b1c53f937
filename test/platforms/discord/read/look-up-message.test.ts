import { describe, expect, it } from '@jest/globals';
import { ChannelType } from 'discord.js';
import {
  lookUpMessage,
  type LookingUp,
} from '../../../../src/platforms/discord/read/look-up-message.ts';
import { createSentKeys } from '../../../../src/platforms/discord/send/sent-keys.ts';
import type { DiscordLine } from '../../../../src/platforms/discord/send/discord-api.ts';
import type { LookedUp } from '../../../../src/ports/chat-platform.ts';
import { PlatformError } from '../../../../src/ports/platform-error.ts';
import { createFakeLog } from '../../fake-core.ts';

const url = 'https://herald.example/mill';
const signal = new AbortController().signal;
const author = { id: '40' };

/** Looks up where Discord has these answers and no others. */
function lookUp(
  message: LookingUp['message'],
  answers: Readonly<Record<string, unknown>>,
  readsContent = false,
): Promise<LookedUp> {
  const line: DiscordLine = {
    api: {
      call({ path }) {
        const answer = answers[path];
        if (answer instanceof Error) return Promise.reject(answer);
        return answer === undefined
          ? Promise.reject(new PlatformError('gone', path))
          : Promise.resolve(answer);
      },
    },
    clock: { now: () => 0, wait: () => Promise.resolve() },
    log: createFakeLog(),
    keys: createSentKeys(),
    acknowledged: () => Promise.resolve(),
  };
  return lookUpMessage(line, { message, botUserId: '900', readsContent }, signal);
}

const pointer = { kind: 'message', channel: '2', message: '1' };
const at = (message: object) => ({ '/channels/2/messages/1': { author, ...message } });

describe('a message that somebody pointed at', () => {
  it('gives its links', async () => {
    const found = { status: 'found', sources: [{ kind: 'link', url }] };
    expect(await lookUp(pointer, at({ content: url }))).toEqual(found);
  });

  it('that comes empty without the intent is withheld; with it, or of our own, it is empty', async () => {
    const withheld = { status: 'failed', because: 'content-withheld' };
    const empty = { status: 'found', sources: [] };
    expect(await lookUp(pointer, at({ content: '' }))).toEqual(withheld);
    expect(await lookUp(pointer, at({ content: '' }), true)).toEqual(empty);
    expect(await lookUp(pointer, at({ content: '', author: { id: '900' } }))).toEqual(empty);
    expect(await lookUp(pointer, at({ content: 'hello' }))).toEqual(empty);
  });

  it('that is gone, or may not be read, is said to be so', async () => {
    expect(await lookUp(pointer, {})).toEqual({ status: 'failed', because: 'gone' });
    const refused = new PlatformError('not-allowed', 'no history');
    expect(await lookUp(pointer, { '/channels/2/messages/1': refused })).toEqual({
      status: 'failed',
      because: 'not-allowed',
    });
  });

  it('and about which nothing is known makes the request fail', async () => {
    const unclear = new PlatformError('unclear', 'no answer');
    await expect(lookUp(pointer, { '/channels/2/messages/1': unclear })).rejects.toBe(unclear);
  });

  it('that came whole and held nothing is empty without a look', async () => {
    expect(await lookUp({ kind: 'nothing' }, {})).toEqual({ status: 'found', sources: [] });
  });
});

describe('the first message of a thread', () => {
  const thread = { kind: 'thread', thread: '5' };
  const found = { status: 'found', sources: [{ kind: 'link', url }] };

  it('stands in the channel that the thread was started in', async () => {
    expect(
      await lookUp(thread, {
        '/channels/5': { id: '5', type: ChannelType.PublicThread, parent_id: '6' },
        '/channels/6': { id: '6', type: ChannelType.GuildText },
        '/channels/6/messages/5': { author, content: url },
      }),
    ).toEqual(found);
  });

  it('stands in the thread itself where that is a post in a forum', async () => {
    expect(
      await lookUp(thread, {
        '/channels/5': { id: '5', type: ChannelType.PublicThread, parent_id: '6' },
        '/channels/6': { id: '6', type: ChannelType.GuildForum },
        '/channels/5/messages/5': { author, content: url },
      }),
    ).toEqual(found);
  });
});
