import { describe, expect, it } from '@jest/globals';
import { findPeople } from '../../src/people/find-people.ts';
import { articleOf } from '../quotes/article-of.ts';

/** The first person's first mention with the words before it that are held to be a title. */
function titledIn(text: string, language = 'en'): string | undefined {
  const titled = findPeople({ ...articleOf([text]), language })[0]?.mentions[0]?.titled;
  return titled === undefined ? undefined : text.slice(titled.start, titled.end);
}

describe('a title', () => {
  it.each([
    ['Last week Harbour Department official Ann Poole left.', 'Harbour Department official'],
    ['That’s why former Ferris Gov. Ann Poole left.', 'former Ferris Gov.'],
    ['As FTV’s chief harbour correspondent Dr. Ann Poole saw, it sank.', 'FTV’s chief harbour'],
    ['However Assistant State’s Attorney Ann Poole left.', 'Assistant State’s Attorney'],
    ['It was a tight race against singer Ann Poole.', 'singer'],
    ['The inquiry against President Ann Poole ended.', 'President'],
    ['The trade war is a reason President Ann Poole won.', 'President'],
    ['They met to investigate harbour rival Ann Poole.', 'harbour rival'],
    ['He called on mogul Ann Poole.', 'mogul'],
    ['It was won on Saturday Ferris captain Ann Poole said.', 'Ferris captain'],
    ['Before winger Ann Poole came, it rained.', 'winger'],
    ['He spoke while watching Ferris star Ann Poole.', 'Ferris star'],
    ['They saw Saving Mr. Ann Poole.', 'Mr.'],
    ['It was the end of the season For winger Ann Poole.', 'winger'],
    ['Critics urge Ferris leader Ann Poole to leave.', 'Ferris leader'],
    ['Rebels cheer Ferris leader Ann Poole.', 'Ferris leader'],
  ])('begins behind verbs, times and prepositions: %s', (text, title) => {
    expect(titledIn(text)?.startsWith(title)).toBe(true);
  });

  it.each([
    ['So said New Ferris Sen. Ann Poole.', 'New Ferris Sen. Ann Poole'],
    ['New Ferris Sen. Ann Poole said so.', 'New Ferris Sen. Ann Poole'],
    ['Rovers manager Ann Poole said so.', 'Rovers manager Ann Poole'],
    ['Rovers assistant manager Ann Poole left.', 'Rovers assistant manager Ann Poole'],
    ['It fell to vice president for finance Ann Poole.', 'vice president for finance Ann Poole'],
    ['Her chairman, CEO and president Ann Poole left.', 'chairman, CEO and president Ann Poole'],
    ['He met presidential candidate Sen. Ann Poole.', 'presidential candidate Sen. Ann Poole'],
    ['He met Formula One champion Ann Poole.', 'Formula One champion Ann Poole'],
    ['They met with disgraced harbour pilot Ann Poole.', 'disgraced harbour pilot Ann Poole'],
    ['The paper’s night news editor Ann Poole left.', 'night news editor Ann Poole'],
    ['He met city schools superintendent Ann Poole.', 'city schools superintendent Ann Poole'],
  ])('keeps the whole office: %s', (text, titled) => {
    expect(titledIn(text)?.endsWith(titled)).toBe(true);
  });

  it('is not seen where something is counted', () => {
    const text = 'Ann Poole said so. It is less than the $53 million figure Poole gave.';
    const [ann] = findPeople(articleOf([text]));
    const last = ann?.mentions.at(-1)?.titled;
    expect(text.slice(last?.start, last?.end)).toBe('Poole');
  });

  it.each([
    ['It went through the private mail server Ann Poole used.'],
    ['It came with the silver boat trailer Ann Poole had at the time.'],
  ])('is not what somebody does something with: %s', (text) => {
    expect(titledIn(text)).toBe('Ann Poole');
  });

  it.each([
    ['Er traf den iranischen Präsidenten Ute Kroll.', 'iranischen Präsidenten Ute Kroll'],
    ['In Ferris verletzte Abwehrspieler Udo Kroll sich.', 'Abwehrspieler Udo Kroll'],
    ['Im Namen der Regierung bot Ministerin Ute Kroll an, zu gehen.', 'Ministerin Ute Kroll'],
  ])('has its adjectives, and no verb, in German: %s', (text, titled) => {
    expect(titledIn(text, 'de')).toBe(titled);
  });
});
