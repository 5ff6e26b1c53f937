import { describe, expect, it } from '@jest/globals';
import { collectEvidence, joinLine } from '../../../src/article/pdf/join-words.ts';

/** Joins two lines of a document that has these other lines. */
function join(first: string, second: string, { others = [] as string[], language = 'en' } = {}) {
  return joinLine(first, second, collectEvidence([first, second, ...others], language));
}

describe('joinLine', () => {
  it('puts a space between whole words', () => {
    expect(join('the old', 'mill')).toBe('the old mill');
  });

  it('joins a word that was parted', () => {
    expect(join('the com-', 'mittee met')).toBe('the committee met');
    expect(join('die Ge-', 'meinde tagt', { language: 'de' })).toBe('die Gemeinde tagt');
  });

  it('keeps the hyphen of a compound that the document has elsewhere', () => {
    const others = ['a salt-free diet was served'];
    expect(join('it was salt-', 'free', { others })).toBe('it was salt-free');
  });

  it('drops the hyphen of a word that the document has whole elsewhere', () => {
    const others = ['the mill was overgrown with ivy'];
    expect(join('the over-', 'grown path', { others })).toBe('the overgrown path');
  });

  it('keeps the hyphen after words that make compounds', () => {
    expect(join('a well-', 'known study')).toBe('a well-known study');
    expect(join('she is self-', 'taught')).toBe('she is self-taught');
    expect(join('the self-', 'ish gene')).toBe('the selfish gene');
    expect(join('celui-', 'ci', { language: 'fr' })).toBe('celui-ci');
  });

  it('keeps it after words that may make one where the rest is a word of the document', () => {
    const others = ['all the time in the world'];
    expect(join('a part-', 'time job', { others })).toBe('a part-time job');
    expect(join('his part-', 'ner left', { others })).toBe('his partner left');
  });

  it('keeps the hyphen before capitals and after digits', () => {
    expect(join('the Anglo-', 'Saxon kings')).toBe('the Anglo-Saxon kings');
    expect(join('der Baden-', 'Württemberger', { language: 'de' })).toBe('der Baden-Württemberger');
    expect(join('a 10-', 'year plan')).toBe('a 10-year plan');
    expect(join('COVID-', '19 came')).toBe('COVID-19 came');
  });

  it('keeps the second hyphen of a compound of several words', () => {
    expect(join('a state-of-the-', 'art mill')).toBe('a state-of-the-art mill');
  });

  it('keeps hyphen and space where a part is left out', () => {
    expect(join('Vor-', 'und Nachteile', { language: 'de' })).toBe('Vor- und Nachteile');
    expect(join('pre-', 'and post-war')).toBe('pre- and post-war');
  });

  it('takes a hyphen between spaces for a dash', () => {
    expect(join('the mill -', 'or what is left')).toBe('the mill - or what is left');
  });

  it('joins at a soft hyphen whatever follows', () => {
    expect(join('the com\u00AD', 'mittee')).toBe('the committee');
  });

  it('joins words whose hyphens got lost, where the document has them whole', () => {
    const others = ['she stayed confident to the end'];
    expect(join('he was con', 'fident too', { others })).toBe('he was confident too');
    expect(
      join('he was in', 'to music', { others: ['a walk into the sea in March, to be cold'] }),
    ).toBe('he was in to music');
  });

  it('puts no space between the lines of scripts that have none', () => {
    expect(join('去年冬天，潮水', '三次漫过旧堤。', { language: 'zh' })).toBe(
      '去年冬天，潮水三次漫过旧堤。',
    );
  });
});
