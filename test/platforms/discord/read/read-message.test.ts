import { describe, expect, it } from '@jest/globals';
import { MessageType } from 'discord.js';
import { completeMessage } from '../../../../src/platforms/discord/read/complete-message.ts';
import {
  readMessage,
  type HeardMessage,
  type Hearing,
} from '../../../../src/platforms/discord/read/read-message.ts';

const bot = '900';
const now = Date.parse('2031-06-03T12:00:00Z');
const hearing: Hearing = {
  botUserId: bot,
  botRoleId: '901',
  readsContent: false,
  isThread: false,
  nowMs: now,
};
const url = 'https://herald.example/mill';

function heard(fields: object): HeardMessage {
  return completeMessage({
    id: '10',
    channel_id: '20',
    guild_id: '30',
    type: MessageType.Default,
    author: { id: '40' },
    timestamp: '2031-06-03T11:00:00Z',
    edited_timestamp: null,
    ...fields,
  } as unknown as HeardMessage);
}

const mention = (fields: object = {}): HeardMessage =>
  heard({ content: `<@${bot}> ${url}`, mentions: [{ id: bot }], ...fields });

describe('a message', () => {
  it.each([
    ['a mention', mention(), 'request'],
    ['a mention in the old spelling', mention({ content: `<@!${bot}> ${url}` }), 'request'],
    ['a mention of the bot’s role', heard({ content: '', mention_roles: ['901'] }), 'withheld'],
    ['a mention of another', heard({ content: `<@41> ${url}` }), 'nothing'],
    ['one of a bot', mention({ author: { id: '41', bot: true } }), 'nothing'],
    ['one of a webhook', mention({ webhook_id: '5' }), 'nothing'],
    ['its own', mention({ author: { id: bot } }), 'nothing'],
    ['a notice of the system', mention({ type: MessageType.ChannelPinnedMessage }), 'nothing'],
    ['an edit', mention({ edited_timestamp: '2031-06-03T11:59:00Z' }), 'request'],
    [
      'an edit of what was written days ago',
      mention({ timestamp: '2031-06-01T11:00:00Z', edited_timestamp: '2031-06-03T11:59:00Z' }),
      'nothing',
    ],
    [
      'an edit that leaves nothing',
      mention({ content: `<@${bot}>`, edited_timestamp: '2031-06-03T11:59:00Z' }),
      'nothing',
    ],
    ['talk', heard({ content: url }), 'nothing'],
  ])('that is %s', (_what, message, kind) => {
    expect(readMessage(message, hearing).kind).toBe(kind);
  });

  it('that replies to a message of ours without the ping, and is no mention, is no sure wish', () => {
    const meaning = readMessage(
      heard({
        type: MessageType.Reply,
        content: 'who paid?',
        referenced_message: { id: '50', author: { id: bot } },
      }),
      { ...hearing, readsContent: true },
    );
    expect(meaning).toMatchObject({
      request: { about: { messageId: '50' }, from: { isAddressed: false } },
    });
  });

  it('that replies to a message of ours with a link alone gives that link to read', () => {
    const meaning = readMessage(
      heard({
        type: MessageType.Reply,
        content: url,
        mentions: [{ id: bot }],
        referenced_message: { id: '50', author: { id: bot } },
      }),
      hearing,
    );
    expect(meaning).toMatchObject({ request: { kind: 'summarize', sources: [{ url }] } });
  });
});
