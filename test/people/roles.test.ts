import { describe, expect, it } from '@jest/globals';
import { findPeople } from '../../src/people/find-people.ts';
import { articleOf } from '../quotes/article-of.ts';

/** What a text says that somebody is. */
function rolesOf(name: string, text: string): readonly string[] | undefined {
  return findPeople(articleOf([text]))
    .find((person) => person.name === name)
    ?.roles.map((role) => role.text);
}

describe('a role', () => {
  it.each([
    'Ann Poole, also known as Nan Poole, left.',
    'Ann Poole, including two rivals, left.',
    'Ann Poole, and her aide, left.',
    'They met Sens. Ann Poole and Roy Hale.',
    'Ann Poole, a million votes ahead, left.',
    'His wife, Ann Poole, left.',
    'Roy Hale met Ann Poole, his rival, there.',
    'Roy Hale and Ann Poole, who have sued, left.',
    'He called it the work of a man who threatens my life, Ann Poole.',
    'They asked Senator Roy Hale, Ann Poole, and others.',
    'They saw Ann Poole, Senator Roy Hale, and others.',
    'They saw Ann Poole, Roy Hale and keeper Al Hill of Ferris, there.',
  ])('is not read from %j', (text) => {
    expect(rolesOf('Ann Poole', text)).toEqual([]);
  });

  it.each([
    ['It was an event by a media mogul, Ann Poole.', 'media mogul'],
    ['It was the judgment of the other witness, Ann Poole.', 'other witness'],
    [
      'Ann Poole, a vice president at Ferris Air, Sea & Land, left.',
      'vice president at Ferris Air, Sea & Land',
    ],
    ['Ann Poole, an aide to Senator Roy Hale, left.', 'aide to Senator Roy Hale'],
    ['Ann Poole, Roy Hale’s aide, left.', 'Roy Hale’s aide'],
    ['Ann Poole, a Roy Hale supporter, left.', 'Roy Hale supporter'],
    [
      'Ann Poole, a judge who tried the late keeper Roy Hale, left.',
      'judge who tried the late keeper Roy Hale',
    ],
    [
      'Ann Poole was governor of Ferris from 1985 to 1991 and, it is said, sang.',
      'governor of Ferris from 1985 to 1991',
    ],
    ['Another user, Ann Poole, left.', 'user'],
    ['They met the then mayor, Ann Poole.', 'then mayor'],
    ['It fell to Roy’s older sister Ann Poole.', 'Roy’s older sister'],
    ['They met First Lady Ann Poole.', 'First Lady'],
    ['They met Crown Princess Ann Poole.', 'Crown Princess'],
  ])('is whole, and no more: %s', (text, role) => {
    expect(rolesOf('Ann Poole', text)).toEqual([role]);
  });
});
