import { describe, expect, it } from '@jest/globals';
import { findPeople } from '../../src/people/find-people.ts';
import { articleOf } from '../quotes/article-of.ts';

function namesIn(...paragraphs: readonly string[]): readonly string[] {
  return findPeople(articleOf(paragraphs)).map(({ name }) => name);
}

describe('no people', () => {
  it.each([
    ['a country', ['Verdania said no. Verdania warned it. Later Verdania agreed.']],
    ['a firm', ['Kelvox said so.', 'The Kelvox phone sold. Kelvox told us. Kelvox grew.']],
    ['a thing with an initialism', ['The MX Keys sold well, and the MX Master too.']],
    ['a hospital', ['It stands at the Queen Victoria Hospital.']],
    ['an election', ['He won the General Election. General Election night came.']],
    ['a club', ['They met at Ann Poole United, and Ann Poole United said so.']],
    ['an office', ['The firm has a new Chief Strategy Officer, a Ranking Member said.']],
    ['names that links glue together', ['See also Roy PooleAnn HaleFerris News.']],
  ])('are seen in %s', (_, texts) => {
    expect(namesIn(...texts)).toEqual([]);
  });

  it('are hidden by what links glue to them elsewhere', () => {
    expect(namesIn('Roy PooleAnn HaleFerris News.', 'Rep. Ann Hale said so.')).toEqual([
      'Ann Hale',
    ]);
  });

  it.each([
    ['a month', 'Come March Beatrice Poole will be here.', 'Beatrice Poole'],
    ['what somebody does in a caption', 'Princess Laughing Eugenie Poole sat.', 'Eugenie Poole'],
    ['a capital inside', 'Ann FitzHale said so.', 'Ann FitzHale'],
    ['a given name that is an office', 'He met Dean Poole, a keeper.', 'Dean Poole'],
    ['a surname that is a month', 'Frederick March said so.', 'Frederick March'],
  ])('hide a name with %s', (_, text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });

  it('make "the Poole campaign" of somebody who is called Mr.', () => {
    expect(namesIn('Mr. Poole said so.', 'The Poole campaign paid.')).toEqual(['Poole']);
  });
});
