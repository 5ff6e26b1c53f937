import { describe, expect, it } from '@jest/globals';
import type { Json } from '../json.ts';
import { checkBlocks } from './check-blocks.ts';

const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const section = (length: number) => ({ type: 'section', text: mrkdwn(length) });
const button = (changes: Json = {}) => ({ type: 'button', text: plain(5), ...changes });
const actions = (...elements: readonly Json[]) => ({ type: 'actions', elements });
const times = <T>(count: number, one: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => one(index));

describe('blocks of a message', () => {
  it.each<[string, readonly Json[], readonly Json[]]>([
    ['a section text of 3000', [section(3000)], [section(3001)]],
    [
      'a header of 150',
      [{ type: 'header', text: plain(150) }],
      [{ type: 'header', text: plain(151) }],
    ],
    [
      'a header in plain text',
      [{ type: 'header', text: plain(1) }],
      [{ type: 'header', text: mrkdwn(1) }],
    ],
    ['50 blocks', times(50, () => section(1)), times(51, () => section(1))],
    [
      '10 fields',
      [{ type: 'section', fields: times(10, () => mrkdwn(1)) }],
      [{ type: 'section', fields: times(11, () => mrkdwn(1)) }],
    ],
    [
      'a field of 2000',
      [{ type: 'section', fields: [mrkdwn(2000)] }],
      [{ type: 'section', fields: [mrkdwn(2001)] }],
    ],
    [
      'a button text of 75',
      [actions(button({ text: plain(75) }))],
      [actions(button({ text: plain(76) }))],
    ],
    [
      'a button value of 2000',
      [actions(button({ value: 'x'.repeat(2000) }))],
      [actions(button({ value: 'x'.repeat(2001) }))],
    ],
    [
      'a button address of 3000',
      [actions(button({ url: 'x'.repeat(3000) }))],
      [actions(button({ url: 'x'.repeat(3001) }))],
    ],
    [
      'an action_id of 255',
      [actions(button({ action_id: 'x'.repeat(255) }))],
      [actions(button({ action_id: 'x'.repeat(256) }))],
    ],
    [
      '25 buttons in a row',
      [actions(...times(25, () => button()))],
      [actions(...times(26, () => button()))],
    ],
    [
      'an action_id once in a block',
      [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    ],
    [
      'a block_id of 255',
      [{ ...section(1), block_id: 'x'.repeat(255) }],
      [{ ...section(1), block_id: 'x'.repeat(256) }],
    ],
    [
      'a block_id once',
      [
        { ...section(1), block_id: 'a' },
        { ...section(1), block_id: 'b' },
      ],
      times(2, () => ({ ...section(1), block_id: 'a' })),
    ],
    [
      '10 elements of a context',
      [{ type: 'context', elements: times(10, () => mrkdwn(1)) }],
      [{ type: 'context', elements: times(11, () => mrkdwn(1)) }],
    ],
    ['some text in a section', [section(1)], [section(0)]],
    ['what it knows of a block', [section(1)], [{ ...section(1), colour: 'red' }]],
    ['kinds of blocks that there are', [{ type: 'divider' }], [{ type: 'heading' }]],
    [
      'a style that there is',
      [actions(button({ style: 'danger' }))],
      [actions(button({ style: 'secondary' }))],
    ],
    [
      'a picture with words for it',
      [{ type: 'image', image_url: 'https://a.example/b.png', alt_text: 'a' }],
      [{ type: 'image', image_url: 'https://a.example/b.png' }],
    ],
    [
      'a confirmation within 300',
      [
        actions(
          button({
            confirm: { title: plain(1), text: mrkdwn(300), confirm: plain(30), deny: plain(30) },
          }),
        ),
      ],
      [
        actions(
          button({
            confirm: { title: plain(1), text: mrkdwn(301), confirm: plain(30), deny: plain(31) },
          }),
        ),
      ],
    ],
    [
      'an option of 75',
      [actions({ type: 'static_select', options: [{ text: plain(75), value: 'a' }] })],
      [actions({ type: 'static_select', options: [{ text: plain(76), value: 'a' }] })],
    ],
    [
      '5 options of an overflow menu',
      [actions({ type: 'overflow', options: times(5, () => ({ text: plain(1), value: 'a' })) })],
      [actions({ type: 'overflow', options: times(6, () => ({ text: plain(1), value: 'a' })) })],
    ],
  ])('may have %s and no more', (_, good, bad) => {
    expect(checkBlocks(good, 'message')).toBeUndefined();
    const refusal = checkBlocks(bad, 'message');
    expect(refusal?.error).toBe('invalid_blocks');
    expect(refusal?.messages[0]).toMatch(/^\[ERROR\] .+ \[json-pointer:\/blocks/u);
  });

  it('are too long together from 11,000 characters on', () => {
    const inAll = (length: number) => [...times(3, () => section(3000)), section(length)];
    expect(checkBlocks(inAll(2000), 'message')).toBeUndefined();
    expect(checkBlocks(inAll(2001), 'message')?.error).toBe('msg_blocks_too_long');
  });

  it('say where the fault is', () => {
    const { messages } = checkBlocks([section(1), section(3001)], 'message') ?? {};
    expect(messages).toEqual([
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
    ]);
  });
});
