import { describe, expect, it } from '@jest/globals';
import { readEvent } from '../../../../src/platforms/slack/read/read-event.ts';

const bot = 'U0NUTGRAF';
const base = { channel: 'C01', user: 'U01ADA', ts: '100.000200' };
const link = '<https://courier.example/ferry>';

const read = (event: object) => {
  const meaning = readEvent({ team_id: 'T0', event: { ...base, ...event } }, bot);
  return meaning.kind === 'request' ? meaning.request : meaning;
};
const mention = (text: string, more: object = {}) =>
  read({ type: 'app_mention', text: `<@${bot}> ${text}`, ...more });
const nothing = { kind: 'nothing' };

describe('a mention', () => {
  it('asks for its links, and is answered in the thread below it', () => {
    expect(mention(link)).toEqual({
      kind: 'summarize',
      id: 'message:C01:100.000200',
      platform: 'slack',
      person: 'U01ADA',
      channel: 'C01',
      place: 'T0',
      isPrivate: false,
      sources: [{ kind: 'link', url: 'https://courier.example/ferry' }],
      replyTo: {
        platform: 'slack',
        showsWaiting: false,
        address: {
          kind: 'thread',
          channel: 'C01',
          threadTs: '100.000200',
          user: 'U01ADA',
          wasThere: false,
          isDirect: false,
        },
      },
    });
  });

  it.each([
    [`short ${link}`, { length: 'brief' }],
    [`${link} long`, { length: 'detailed' }],
    [`${link} with quotes 3`, { maxQuotes: 3 }],
  ])('has its wishes beside its link: %s', (text, wishes) => {
    expect(mention(text)).toMatchObject({ kind: 'summarize', ...wishes });
  });

  it('is the same request when it comes as a message, and again after an edit', () => {
    const first = mention(link);
    const text = `<@${bot}> ${link}`;
    expect(read({ type: 'message', channel_type: 'channel', text })).toEqual(first);
    expect(mention(link, { edited: { user: 'U01ADA', ts: '101.0' } })).toEqual(first);
  });

  it('with nothing asks for help, under a name of its own: so that an edit may still add a link', () => {
    expect(mention('hello')).toMatchObject({ id: 'message:C01:100.000200:nothing', sources: [] });
    expect(mention('hello', { edited: { ts: '101.0' } })).toEqual(nothing);
    expect(mention(link, { edited: { ts: '101.0' } })).toMatchObject({
      id: 'message:C01:100.000200',
    });
  });

  it('in a thread with nothing else asks for what the thread began with', () => {
    const root = { kind: 'message', message: { channel: 'C01', ts: '90.0' } };
    for (const text of ['', 'please summarize this!', 'tl;dr?'])
      expect(mention(text, { thread_ts: '90.0' })).toMatchObject({
        kind: 'summarize',
        sources: [root],
        replyTo: { address: { threadTs: '90.0', wasThere: true } },
      });
  });

  it('in a thread with words asks about the answer there', () => {
    expect(mention('How much does the boat cost?', { thread_ts: '90.0' })).toMatchObject({
      kind: 'follow-up',
      about: { messageId: 'C01/90.0' },
      ask: { kind: 'question', text: 'How much does the boat cost?' },
      from: { kind: 'reply', isAddressed: true, otherwise: [{ kind: 'message' }] },
    });
    expect(mention('Shorter', { thread_ts: '90.0' })).toMatchObject({ ask: { kind: 'shorter' } });
    expect(mention('thank you!', { thread_ts: '90.0' })).toEqual(nothing);
  });
});

describe('a message among others', () => {
  const message = (text: string, more: object = {}) =>
    read({ type: 'message', channel_type: 'channel', text, ...more });

  it.each(['shorter', 'longer', 'Quotes', ' sources '])(
    'in a thread is for the bot where it is %j and nothing else',
    (word) => {
      expect(message(word, { thread_ts: '90.0' })).toMatchObject({
        kind: 'follow-up',
        about: { messageId: 'C01/90.0' },
        ask: { kind: word.trim().toLowerCase() },
      });
      expect(message(word)).toEqual(nothing);
    },
  );

  it('is otherwise none of its business', () => {
    expect(message(link)).toEqual(nothing);
    expect(message('shorter, please', { thread_ts: '90.0' })).toEqual(nothing);
  });

  it('of an app, of itself, hidden or about joining is passed by', () => {
    const text = `<@${bot}> ${link}`;
    expect(message(text, { bot_id: 'B0' })).toEqual(nothing);
    expect(message(text, { user: bot })).toEqual(nothing);
    expect(message(text, { subtype: 'channel_join' })).toEqual(nothing);
    expect(message(text, { subtype: 'message_deleted' })).toEqual(nothing);
  });

  it('with a file is a message as any other', () => {
    const files = [{ id: 'F01', name: 'a.txt', url_private: 'https://files.slack.com/a' }];
    expect(message(`<@${bot}>`, { subtype: 'file_share', files })).toMatchObject({
      sources: [{ kind: 'file' }],
    });
  });
});

describe('a direct message', () => {
  const direct = (text: string, more: object = {}) =>
    read({ type: 'message', channel: 'D01', channel_type: 'im', text, ...more });

  it('needs no mention', () => {
    expect(direct(link)).toMatchObject({
      sources: [{ kind: 'link' }],
      replyTo: { address: { isDirect: true } },
    });
    expect(direct('hello')).toMatchObject({ sources: [] });
    expect(direct('who paid for it?', { thread_ts: '90.0' })).toMatchObject({
      ask: { kind: 'question' },
    });
  });

  it.each([
    ['Shorter', { kind: 'shorter' }],
    ['sources', { kind: 'sources' }],
    ['who paid for it?', { kind: 'question', text: 'who paid for it?' }],
  ])('outside of a thread is about the latest answer there: %s', (text, ask) => {
    expect(direct(text)).toMatchObject({
      kind: 'follow-up',
      about: { latestIn: 'D01' },
      ask,
      from: { kind: 'reply', isAddressed: true, otherwise: [] },
      replyTo: { address: { threadTs: '100.000200', isDirect: true } },
    });
  });

  it('that is a greeting or asks for help gets help, one of thanks nothing', () => {
    for (const text of ['hi', 'Help!', 'summarize this please', ''])
      expect(direct(text)).toMatchObject({ kind: 'summarize', sources: [] });
    expect(direct('thanks a lot')).toEqual(nothing);
  });

  it('is read again when its author edits it, and not when a preview is added', () => {
    const changed = (now: object, before: object) =>
      read({
        type: 'message',
        channel: 'D01',
        channel_type: 'im',
        subtype: 'message_changed',
        ts: '102.0',
        message: { user: 'U01ADA', ts: '100.000200', text: link, ...now },
        previous_message: { user: 'U01ADA', ts: '100.000200', text: 'hello', ...before },
      });
    expect(changed({ edited: { ts: '101.0' } }, {})).toMatchObject({
      id: 'message:D01:100.000200',
      sources: [{ kind: 'link' }],
    });
    expect(changed({ attachments: [{}] }, {})).toEqual(nothing);
    const edited = { edited: { ts: '101.0' } };
    expect(changed({ ...edited, attachments: [{}] }, edited)).toEqual(nothing);
  });
});

describe('being put out', () => {
  it('of a workspace is told by two events', () => {
    const place = { kind: 'left', scope: { kind: 'place', platform: 'slack', place: 'T0' } };
    expect(read({ type: 'app_uninstalled' })).toEqual(place);
    expect(read({ type: 'tokens_revoked', tokens: { bot: [bot], oauth: [] } })).toEqual(place);
    expect(read({ type: 'tokens_revoked', tokens: { oauth: ['U01'], bot: [] } })).toEqual(nothing);
  });

  it.each(['channel_left', 'group_left', 'channel_deleted', 'group_deleted'])(
    'of a channel is told by %s',
    (type) => {
      expect(read({ type })).toEqual({
        kind: 'left',
        scope: { kind: 'channel', platform: 'slack', channel: 'C01' },
      });
    },
  );
});

describe('what is no event of ours', () => {
  it.each([null, 'x', 7, [], { event: null }, { event: { type: 'message' } }])(
    'means nothing: %j',
    (callback) => {
      expect(readEvent(callback, bot)).toEqual(nothing);
    },
  );
});
