import { describe, expect, it } from '@jest/globals';
import { findPeople } from '../../src/people/find-people.ts';
import type { Person } from '../../src/people/person.ts';
import { articleOf } from '../quotes/article-of.ts';

function peopleIn(...paragraphs: readonly string[]): readonly Person[] {
  return findPeople(articleOf(paragraphs));
}

function namesIn(...paragraphs: readonly string[]): readonly string[] {
  return peopleIn(...paragraphs).map(({ name }) => name);
}

/** The words at each mention of the first person, with the title. */
function mentionsIn(...paragraphs: readonly string[]): readonly (string | undefined)[] {
  return (peopleIn(...paragraphs)[0]?.mentions ?? []).map(({ titled }) =>
    paragraphs[titled.paragraph]?.slice(titled.start, titled.end),
  );
}

function rolesIn(...paragraphs: readonly string[]): readonly string[] {
  return (peopleIn(...paragraphs)[0]?.roles ?? []).map(({ text }) => text);
}

describe('names of people', () => {
  it.each([
    ['a title and an initial', 'President Roland V. Hale left.', 'Roland V. Hale'],
    ['particles', 'Willem van der Meer said so.', 'Willem van der Meer'],
    ['an Arabic particle', 'Minister Omar bin Talib spoke.', 'Omar bin Talib'],
    ['hyphens', 'Jean-Luc Petit-Clerc, a baker, wept.', 'Jean-Luc Petit-Clerc'],
    ['an apostrophe', 'Kathleen O’Dowd said no.', 'Kathleen O’Dowd'],
    ['a Jr. behind a comma', 'Roland Hale, Jr., a pilot, landed.', 'Roland Hale, Jr.'],
    ['an honour that is no part of it', 'Hamish Drury QC said so.', 'Hamish Drury'],
    ['a day behind it', 'So said Ann Poole Sunday.', 'Ann Poole'],
    ['an office in capitals', 'New Ferris Public Advocate Trish Poole said.', 'Trish Poole'],
    ['a surname that is an office too', 'Roy T. King said so.', 'Roy T. King'],
    ['words of a title before it', 'The film “I Still Hate Roland Hale” ran.', 'Roland Hale'],
    ['no given name that is known', 'Xu Wenling, an engineer, said so.', 'Xu Wenling'],
  ])('are found with %s', (_, text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });

  it.each([
    'The University of Ferris said on Monday that Hong Kong was warm.',
    'She flew from South Carolina to Lake Verde in March.',
    'The Ferris Valley Trust and the White House agreed.',
    'Yet Attorney Generals met. However, it rained.',
    'GOP leaders told ABC so.',
  ])('are not seen in %j', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it('are taken together where they name one person', () => {
    const texts = [
      'President Roland V. Hale came.',
      'Mr. Hale left. Hale’s car followed. Roland waved.',
    ];
    expect(namesIn(...texts)).toEqual(['Roland V. Hale']);
    expect(mentionsIn(...texts)).toEqual([
      'President Roland V. Hale',
      'Mr. Hale',
      'Hale',
      'Roland',
    ]);
  });

  it('are one where the given name is short for the other', () => {
    expect(namesIn('Senator William Poole came. Bill Poole, a lawyer, left.')).toEqual([
      'William Poole',
    ]);
  });

  it('are two where a surname is shared, told apart by Mr. and Ms.', () => {
    const [roy, ann] = peopleIn('Roy Poole and Ann Poole sued.', 'Ms. Poole won. Mr. Poole wept.');
    expect([roy?.mentions.length, ann?.mentions.length]).toEqual([2, 2]);
    expect(ann?.mentions[1]?.name.start).toBe('Ms. '.length);
  });

  it('leave a bare surname unlinked that two bear alike', () => {
    const people = peopleIn('Roy Poole and Ann Poole sued.', 'Poole won.');
    expect(people.map(({ mentions }) => mentions.length)).toEqual([1, 1]);
  });

  it('link it to the only one who is known by then', () => {
    const people = peopleIn('Roy Poole sued. Poole won.', 'Ann Poole wept. Poole left.');
    expect(people.map(({ mentions }) => mentions.length)).toEqual([2, 1]);
  });

  it('link it to nobody where it has an office or an age of its own', () => {
    const people = peopleIn('Ann Poole sued. Captain Poole and Poole, 52, won.', 'Roy Poole left.');
    expect(people[0]?.mentions.length).toBe(1);
  });

  it('leave a place alone that is called like somebody', () => {
    const [roy] = peopleIn('Roy Poole left. He was born in Poole.', 'Faith in Poole’s plan fell.');
    expect(roy?.mentions.length).toBe(2);
  });

  it('leave it unlinked too where the other’s given name is not known', () => {
    const people = peopleIn('In May, Yskra Poole sued Ann Poole.', 'Poole won.');
    expect(people.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Yskra Poole', 1],
      ['Ann Poole', 1],
    ]);
  });

  it('are another’s where the office stood before a child of the same surname', () => {
    const texts = ['President Hale came.', 'His daughter Ivy Hale left.', 'Hale said so.'];
    const people = peopleIn(...texts);
    expect(people.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Hale', 2],
      ['Ivy Hale', 1],
    ]);
  });

  it('stay one where relatives are named by title later', () => {
    expect(namesIn('So said girlfriend Ivy Hale.', 'Ms. Hale left.')).toEqual(['Ivy Hale']);
  });

  it('lend a surname: the first of two spouses bears it too', () => {
    expect(namesIn('Roy and Celia Fenn run the bakery.')).toEqual(['Roy Fenn', 'Celia Fenn']);
  });

  it('are no campaign: "the Poole campaign" names nobody', () => {
    expect(mentionsIn('Ann Poole said no.', 'The Poole campaign paid.')).toEqual(['Ann Poole']);
  });

  it('may have the surname in front', () => {
    const [person] = peopleIn('President Xi Wenling came.', 'Mr. Xi left.');
    expect(person?.mentions.map(({ form }) => form)).toEqual(['full', 'surname']);
  });
});

describe('what people are', () => {
  it.each([
    [
      'Ann Poole, a senior fellow at the Valley Institute in Ferris, left.',
      'senior fellow at the Valley Institute in Ferris',
    ],
    ['Ann Poole, 45, the director of the mint, left.', 'director of the mint'],
    ['Ann Poole, who runs the mint, left.', 'who runs the mint'],
    ['Ann Poole is a lawyer in Ferris.', 'lawyer in Ferris'],
    ['The harbourmaster, Ann Poole, left.', 'harbourmaster'],
    ['The head of the harbour programme, Ann Poole, left.', 'head of the harbour programme'],
    ['Mayor Hale’s business manager, Ann Poole, left.', 'Mayor Hale’s business manager'],
    ['So said campaign manager Ann Poole.', 'campaign manager'],
    ['He met former Ferris Gov. Ann Poole.', 'former Ferris Gov.'],
    [
      'Ann Poole, a warehouse manager in Sparks, Nevada, left.',
      'warehouse manager in Sparks, Nevada',
    ],
    ['Ann Poole, author of “Low Water,” left.', 'author of “Low Water,”'],
  ])('is read from %j', (text, role) => {
    const ann = peopleIn(text).find(({ name }) => name === 'Ann Poole');
    expect(ann?.roles.map((one) => one.text)).toEqual([role]);
  });

  it.each([
    'Ann Poole, a day later, left.',
    'In front of Ann Poole, the dam broke.',
    'Ann Poole, speaking in Ferris, left.',
    'Mr. Poole left, and Roy Poole, tired, slept.',
  ])('is not read from %j', (text) => {
    expect(rolesIn(text)).toEqual([]);
  });

  it('tells the gender by title, given name or the pronouns that follow', () => {
    expect(peopleIn('Ms. Quill left.')[0]?.gender).toBe('female');
    expect(peopleIn('Roland Hale left.')[0]?.gender).toBe('male');
    expect(peopleIn('Xu Wenling, an engineer, said she had built it.')[0]?.gender).toBe('female');
    expect(peopleIn('Xu Wenling, an engineer, said so.')[0]?.gender).toBeUndefined();
  });

  it.each([
    ['A storm hit harbour pilot Ann Poole. Ann Poole, 52, was hurt.', 'harbour pilot Ann Poole'],
    ['Dog bit prime minister Ann Poole.', 'prime minister Ann Poole'],
  ])('takes no verb into an office: %s', (text, mention) => {
    expect(mentionsIn(text)[0]).toBe(mention);
  });

  it('takes no office for a name', () => {
    expect(namesIn('The firm named Ann Poole its Chief Strategy Officer.')).toEqual(['Ann Poole']);
  });
});

it('in Spanish a second given name is no surname', () => {
  const text = 'José Luis Brask salió. Luis Haug volvió. Luis no quiso hablar.';
  const people = findPeople({ ...articleOf([text]), language: 'es' });
  const places = people.map(({ name, mentions }) => [name, mentions.length]);
  expect(places).toEqual([
    ['José Luis Brask', 1],
    ['Luis Haug', 2],
  ]);
});

it('in Spanish the first of two surnames is enough', () => {
  const text = 'Emil Haug Lund, un pescador, salió. Haug volvió. Lund no volvió.';
  const [person] = findPeople({ ...articleOf([text]), language: 'es' });
  expect(person?.mentions.map(({ name }) => text.slice(name.start, name.end))).toEqual([
    'Emil Haug Lund',
    'Haug',
    'Lund',
  ]);
});
