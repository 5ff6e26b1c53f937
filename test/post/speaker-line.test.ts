import { describe, expect, it } from '@jest/globals';
import { speakerLine } from '../../src/post/speaker-line.ts';

describe('speakerLine', () => {
  const quote = { text: 'The eels are back.', spans: [] };

  it('names the speaker and what the article says they are', () => {
    expect(speakerLine({ ...quote, speaker: 'Tilde Brask', role: 'eel seller at the quay' })).toBe(
      'Tilde Brask, eel seller at the quay',
    );
    expect(speakerLine({ ...quote, speaker: 'Tilde Brask' })).toBe('Tilde Brask');
  });

  it('says nothing where nobody is named', () => {
    expect(speakerLine(quote)).toBeUndefined();
  });
});
