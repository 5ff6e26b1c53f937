import { describe, expect, it } from '@jest/globals';
import { findStems } from '../../src/text/stems.ts';

describe('findStems', () => {
  it('cuts words to their first letters and leaves small words out', () => {
    expect(findStems('The harbours of the harbour’s master', 'en')).toEqual([
      'harbou',
      'harbou',
      'master',
    ]);
  });

  it('keeps numbers whole', () => {
    expect(findStems('12345678 boats', 'en')).toEqual(['12345678', 'boats']);
  });

  it('takes pairs of signs where no spaces stand', () => {
    expect(findStems('港口委员', 'zh')).toEqual(['港口', '口委', '委员']);
  });
});
