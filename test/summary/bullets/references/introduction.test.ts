import { describe, expect, it } from '@jest/globals';
import {
  findIntroduction,
  hasOffice,
  isIntroduced,
} from '../../../../src/summary/bullets/references/introduction.ts';
import { findForms, renderForm, type Above } from '../../../../src/summary/bullets/form.ts';
import type { Story } from '../../../../src/summary/bullets/story.ts';
import { bulletWordsOf } from '../../../../src/summary/bullets/read-bullet-words.ts';
import { inventedStory, lastLine } from '../invented-story.ts';

const nothing: Above = { people: new Set(), stems: new Set() };

/** The last sentence as a bullet, below nothing or below somebody's introduction. */
function render(story: Story, above: Above = nothing): string {
  const [form] = findForms(story, lastLine(story));
  return form === undefined ? '' : renderForm(story, form, above).text;
}

const apposition =
  'Tomas Verrin, the harbour pilot, was asleep. Mr. Verrin denies it. His lawyer asked for time.';

describe('somebody is introduced in the words of the article', () => {
  it.each([
    ['Verrin slept at sea.', 'Tomas Verrin, the harbour pilot, slept at sea.'],
    ['Then Verrin slept at sea.', 'Then Tomas Verrin, the harbour pilot, slept at sea.'],
    ['Mr. Verrin slept at sea.', 'Tomas Verrin, the harbour pilot, slept at sea.'],
    ['A dog bit Verrin.', 'A dog bit Tomas Verrin, the harbour pilot.'],
    ['A dog bit Verrin; a cat fled.', 'A dog bit Tomas Verrin, the harbour pilot; a cat fled.'],
    ['Verrin’s lawyer left Ostvik.', 'Tomas Verrin’s lawyer left Ostvik.'],
    ["Verrin's lawyer left Ostvik.", "Tomas Verrin's lawyer left Ostvik."],
    ['Verrin, 52, left Ostvik.', 'Tomas Verrin, 52, left Ostvik.'],
    ['Verrin, who is 52, left Ostvik.', 'Tomas Verrin, who is 52, left Ostvik.'],
  ])('%s', (sentence, expected) => {
    expect(render(inventedStory([apposition, sentence]))).toBe(expected);
  });

  it.each([
    ['stands between quotation marks', 'Mara Lund called it “a Verrin thing to do” in a letter.'],
    ['is a thing’s', 'A dog bit the crew of his old sailing boat Verrin in the harbour.'],
    ['is half of another name', 'Verrin & Sons sold a plant in May to a firm in Spain.'],
    ['is half of a compound', 'A Verrin-led crew left Ostvik in May for a port in Spain.'],
    ['has an office already', 'A dog bit Captain Tomas Verrin in Ostvik.'],
  ])('not where the name %s', (_, sentence) => {
    expect(render(inventedStory([apposition, sentence]))).toBe(sentence);
  });

  it.each([
    ['looks like a name only once', 'Visit Yrsk Verrin.', 'Verrin slept at sea.'],
    ['is introduced later', 'It rained. Verrin slept at sea.', 'Tomas Verrin met Ann Poole.'],
  ])('not who %s', (_, first, second) => {
    const text = `${first} ${second}`;
    const story = inventedStory([text]);
    const line = story.lines.find(({ sentence }) => sentence.text.startsWith('Verrin'));
    const [form] = line === undefined ? [] : findForms(story, line);
    expect(form && renderForm(story, form, nothing).text).toBe('Verrin slept at sea.');
  });

  it('not by what somebody is to another', () => {
    const story = inventedStory(['So said father Tomas Verrin.', 'Mr. Verrin slept at sea.']);
    expect(render(story)).toBe('Tomas Verrin slept at sea.');
  });

  it('not by half a title', () => {
    const lede = 'So said search and rescue chief Tomas Verrin. Mr. Verrin swam home.';
    expect(render(inventedStory([lede, 'Verrin slept at sea.']))).toBe(
      'Tomas Verrin slept at sea.',
    );
  });

  it('not where it is the name that somebody had before', () => {
    const sentence = 'A dog bit Ann Poole, née Verrin, in Ostvik.';
    expect(render(inventedStory([apposition, sentence]))).toBe(sentence);
  });

  it('not before the noun that it belongs to', () => {
    const sentence = 'Lund spoke of the Verrin family in a letter.';
    expect(render(inventedStory([apposition, sentence]))).toBe(sentence);
  });

  it('not where it is a common noun', () => {
    const story = inventedStory([
      'Ann King, the pilot, left. Ms. King swam.',
      'Haug dug up the King’s old bones.',
    ]);
    expect(render(story)).toBe('Haug dug up the King’s old bones.');
  });

  it('not by what goes on in figures', () => {
    const story = inventedStory([
      'Ann King, the pilot No. 1, left. Ms. King swam.',
      'King slept at sea.',
    ]);
    expect(render(story)).toBe('Ann King slept at sea.');
  });

  it('not among several', () => {
    const sentence = 'Lund compared the Poole and Verrin trials in a letter.';
    expect(render(inventedStory([apposition, sentence]))).toBe(sentence);
  });

  it('not a second time in a summary', () => {
    const story = inventedStory([apposition, 'Verrin slept at sea.']);
    const people = new Set(lastLine(story).named.map(({ person }) => person));
    expect(render(story, { people, stems: new Set() })).toBe('Verrin slept at sea.');
  });

  it('where the full name ends with what tells a son from his father', () => {
    const story = inventedStory([
      'Harbour pilot Tomas Verrin Jr. was asleep.',
      'Verrin slept at sea.',
    ]);
    expect(render(story)).toBe('Harbour pilot Tomas Verrin Jr. slept at sea.');
  });

  it('only where a sentence names the person first', () => {
    const story = inventedStory([apposition, 'Verrin slept and Verrin woke at sea.']);
    expect(render(story)).toBe('Tomas Verrin, the harbour pilot, slept and Verrin woke at sea.');
  });

  it('by the office in front of the name too', () => {
    const lede = 'Police arrested the harbour pilot Tomas Verrin. Mr. Verrin swam home.';
    expect(render(inventedStory([lede, 'Verrin slept at sea.']))).toBe(
      'Harbour pilot Tomas Verrin slept at sea.',
    );
  });

  it('by the full name alone where the article tells no more', () => {
    const lede = 'A storm hit Tomas Verrin. Mr. Verrin swam home.';
    expect(render(inventedStory([lede, 'Verrin slept at sea.']))).toBe(
      'Tomas Verrin slept at sea.',
    );
  });

  it('with evidence at the place of the words', () => {
    const story = inventedStory([apposition, 'Verrin slept at sea.']);
    const [form] = findForms(story, lastLine(story));
    const evidence = form === undefined ? [] : renderForm(story, form, nothing).evidence;
    const [place] = evidence;
    expect(place).toEqual({ paragraph: 0, start: 0, end: 31 });
    expect(apposition.slice(place?.start, place?.end)).toBe('Tomas Verrin, the harbour pilot');
  });
});

describe('findIntroduction', () => {
  function introduce(text: string): string | undefined {
    const story = inventedStory([text]);
    const person = story.lines[0]?.named[0]?.person;
    const found = person === undefined ? undefined : findIntroduction(story, person);
    if (found === undefined) return undefined;
    const { start, end } = found.insert.span;
    return text.slice(start, end);
  }

  it.each([
    ['Tomas Verrin, the harbour pilot, was asleep.', 'Tomas Verrin, the harbour pilot'],
    ['Mr. Tomas Verrin was asleep. Mr. Verrin denies it.', 'Tomas Verrin'],
    ['Tomas Verrin, his brother, was asleep. Mr. Verrin denies it.', 'Tomas Verrin'],
    [
      'Tomas Verrin, the pilot of the largest ferry that ever sailed between Ostvik and Luleby in winter, slept.',
      'Tomas Verrin',
    ],
    ['Mr. Verrin was asleep. Mr. Verrin denies it.', undefined],
  ])('%s', (text, expected) => {
    expect(introduce(text)).toBe(expected);
  });
});

it.each([
  ['harbour pilot ', true],
  ['President ', true],
  ['Mr. ', false],
  ['Ms. ', false],
  ['', false],
])('an office is more than how one is addressed: %j', (title, expected) => {
  expect(hasOffice(title, bulletWordsOf('en'))).toBe(expected);
});

it('a surname alone introduces nobody', () => {
  const story = inventedStory([apposition, 'Verrin, a pilot, slept at sea.']);
  const naming = lastLine(story).named[0];
  expect(naming === undefined ? undefined : isIntroduced(story, naming)).toBe(false);
});

it('a firm that is called like somebody’s first name is not that person', () => {
  const story = inventedStory([
    'The ferryman Fox Lindqvist slept at sea.',
    'Fox announced six episodes about the ferry.',
  ]);
  expect(render(story)).toBe('Fox announced six episodes about the ferry.');
});
