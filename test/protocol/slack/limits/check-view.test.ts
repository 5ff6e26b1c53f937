import { describe, expect, it } from '@jest/globals';
import type { Json } from '../json.ts';
import { checkMetadata } from './check-metadata.ts';
import { checkView } from './check-view.ts';

const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const section = (length: number) => ({ type: 'section', text: mrkdwn(length) });
const times = <T>(count: number, one: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => one(index));

describe('a form', () => {
  const input = (element: Json) => ({ type: 'input', label: plain(5), element });
  const view = (changes: Json = {}) => ({
    type: 'modal',
    title: plain(24),
    submit: plain(24),
    close: plain(24),
    blocks: [section(1)],
    ...changes,
  });

  it.each<[string, Json, Json]>([
    ['a title of 24', view(), view({ title: plain(25) })],
    ['a submit of 24', view(), view({ submit: plain(25) })],
    ['a close of 24', view(), view({ close: plain(25) })],
    [
      'private metadata of 3000',
      view({ private_metadata: 'x'.repeat(3000) }),
      view({ private_metadata: 'x'.repeat(3001) }),
    ],
    [
      'a callback_id of 255',
      view({ callback_id: 'x'.repeat(255) }),
      view({ callback_id: 'x'.repeat(256) }),
    ],
    [
      '100 blocks',
      view({ blocks: times(100, () => section(1)) }),
      view({ blocks: times(101, () => section(1)) }),
    ],
    [
      'a text field of 3000',
      view({ blocks: [input({ type: 'plain_text_input', max_length: 3000 })] }),
      view({ blocks: [input({ type: 'plain_text_input', max_length: 3001 })] }),
    ],
    [
      'a beginning within the field',
      view({ blocks: [input({ type: 'plain_text_input', initial_value: 'x'.repeat(3000) })] }),
      view({ blocks: [input({ type: 'plain_text_input', initial_value: 'x'.repeat(3001) })] }),
    ],
    [
      '10 files',
      view({ blocks: [input({ type: 'file_input', max_files: 10 })] }),
      view({ blocks: [input({ type: 'file_input', max_files: 11 })] }),
    ],
    [
      'a submit button for its fields',
      view({ blocks: [input({ type: 'file_input' })] }),
      { type: 'modal', title: plain(1), blocks: [input({ type: 'file_input' })] },
    ],
  ])('may have %s and no more', (_, good, bad) => {
    expect(checkView(good)).toBeUndefined();
    expect(checkView(bad)?.error).toBe('invalid_arguments');
    expect(checkView(bad)?.messages).toHaveLength(1);
  });
});

describe('metadata', () => {
  it('are a name and an object of modest size', () => {
    const of = (event_payload: unknown) => checkMetadata({ event_type: 'a', event_payload });
    expect(of({ key: 'k' })).toBeUndefined();
    expect(of('k')).toBe('invalid_metadata_format');
    expect(of({ key: 'x'.repeat(4000) })).toBe('metadata_too_large');
    expect(checkMetadata({ event_payload: {} })).toBe('invalid_metadata_format');
  });
});
