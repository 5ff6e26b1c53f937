import { expect, it } from '@jest/globals';
import { findCandidates, fitCandidate } from '../../../src/summary/bullets/candidate.ts';
import { rankStory } from '../../../src/summary/ranking/rank-story.ts';
import { inventedStory } from './invented-story.ts';

/** The lede among what can be bullets. */
function ledeOf(paragraphs: readonly string[]): string | undefined {
  const story = inventedStory(paragraphs);
  const sentences = story.lines.map(({ sentence }) => sentence);
  const candidates = findCandidates(story, rankStory(story.article, sentences), 'strict');
  return candidates.find(({ isLede }) => isLede)?.line.sentence.text;
}

const news = 'The council of Ostvik sold its last ferry to a firm in Spain.';
const more = 'Nurses in Luleby fear for the hospital and its staff in winter.';

it.each([
  ['opens the text', [news, more]],
  ['stands below a place', ['OSTVIK, NORRLAND', news, more]],
  ['stands below a question', ['Who will buy the last ferry of Ostvik in May?', news, more]],
  ['stands below a greeting and a kicker', ['Good morning!', 'The news', news, more]],
])('the lede is the sentence that %s', (_, paragraphs) => {
  expect(ledeOf(paragraphs)).toBe(news);
});

it('nothing is the lede that stands far down', () => {
  expect(ledeOf(['Ostvik', 'Luleby', 'Kelp Bay', 'Seal Island', news, more])).toBeUndefined();
});

it('an opening that reads easily keeps its circumstance, a sentence below loses it', () => {
  const opening =
    'Mara Lund is mourned as the queen of the islands, prompting yawns and sighs in sheds and attics.';
  const below =
    'Emil Haug is mourned as the king of the islands, prompting shrugs and songs in bars and kitchens.';
  const story = inventedStory([opening, news, more, news, more, news, more, below]);
  const ranking = rankStory(
    story.article,
    story.lines.map(({ sentence }) => sentence),
  );
  const above = { people: new Set<never>(), stems: new Set<never>() };
  const texts = findCandidates(story, ranking, 'strict').map(
    (candidate) => fitCandidate(candidate, above, { story, ranking })?.bullet.text,
  );
  expect(texts).toContain(opening);
  expect(texts).toContain('Emil Haug is mourned as the king of the islands.');
});

it('what closes somebody’s words is none, whatever is cut from it', () => {
  const end =
    'The ferry of Ostvik was the queen of the islands, prompting yawns and sighs in sheds and attics.”';
  const story = inventedStory([`“We saw it from the quay. ${end} Nobody came.`, news, more]);
  const ranking = rankStory(
    story.article,
    story.lines.map(({ sentence }) => sentence),
  );
  const texts = findCandidates(story, ranking, 'strict').map(({ line }) => line.sentence.text);
  expect(texts).toEqual([news, more]);
});
