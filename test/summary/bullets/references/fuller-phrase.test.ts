import { describe, expect, it } from '@jest/globals';
import { findForms, renderForm } from '../../../../src/summary/bullets/form.ts';
import { inventedStory, lastLine } from '../invented-story.ts';

/** The last sentence as a bullet below others that speak of these things. */
function render(sentences: readonly string[], stems: readonly string[] = []): string {
  const story = inventedStory([sentences.join(' ')]);
  const [form] = findForms(story, lastLine(story));
  return form === undefined
    ? ''
    : renderForm(story, form, { people: new Set(), stems: new Set(stems) }).text;
}

describe('the words in front of a noun', () => {
  it.each([
    [
      'Ostvik and Luleby signed a ferry deal in May.',
      'The deal runs for nine years.',
      'The ferry deal runs for nine years.',
    ],
    [
      'Ostvik held a harbour concert in May.',
      'Nobody in town paid for the concert.',
      'Nobody in town paid for the harbour concert.',
    ],
    [
      'Ostvik set up a new harbour fund in May.',
      'The fund pays for boats.',
      'The fund pays for boats.',
    ],
  ])('are brought along where it is certain: %s', (lede, sentence, expected) => {
    expect(render([lede, sentence])).toBe(expected);
  });

  it.each([
    [
      'two kinds were spoken of',
      ['Ostvik signed a ferry deal and a rail deal.', 'The deal runs for nine years.'],
    ],
    [
      'it has words of its own',
      ['Ostvik signed a ferry deal.', 'The secret deal runs for nine years.'],
    ],
    [
      'they are an owner’s with an article',
      ['Police found the King’s skeleton.', 'The skeleton lay in Ostvik.'],
    ],
    [
      'they are letters and no owner',
      ['Pilots were lost, NPA claims.', 'The claim is nine years old.'],
    ],
    ['it was introduced without any', ['Ostvik signed a deal.', 'The deal runs for nine years.']],
    ['it is somebody’s company', ['Ostvik sold a ferry company.', 'The company runs nine boats.']],
    [
      'they tell only what it was doing',
      ['Ostvik has a ferry.', 'A truck struck a passing bus.', 'The bus was empty.'],
    ],
    [
      'it is a source',
      ['Ostvik paid for a county report.', 'Eels are rare, according to the report.'],
    ],
    [
      'it was said between marks',
      ['Lund called it “a rotten deal” in May.', 'The deal runs for nine years.'],
    ],
    [
      'it was told long after',
      [
        'It rained.',
        'Nobody came.',
        'Snow fell.',
        'Ice broke.',
        'Fog rose.',
        'Ostvik signed a ferry deal.',
        'Nobody knew why.',
        'The deal runs for nine years.',
      ],
    ],
  ])('are not where %s: %j', (_, sentences) => {
    expect(render(sentences)).toBe(sentences.at(-1));
  });

  it('are not where a bullet above speaks of it', () => {
    const sentences = ['Ostvik and Luleby signed a ferry deal.', 'The deal runs for nine years.'];
    expect(render(sentences, ['deal'])).toBe('The deal runs for nine years.');
  });

  it('are evidence', () => {
    const text = 'Ostvik and Luleby signed a ferry deal. The deal runs for nine years.';
    const story = inventedStory([text]);
    const [form] = findForms(story, lastLine(story));
    const none = { people: new Set<never>(), stems: new Set<string>() };
    const evidence = form === undefined ? [] : renderForm(story, form, none).evidence;
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'ferry',
      'deal runs for nine years.',
    ]);
  });
});
