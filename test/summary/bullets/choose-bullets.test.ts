import { describe, expect, it } from '@jest/globals';
import { chooseBullets } from '../../../src/summary/bullets/choose-bullets.ts';
import { LENGTHS } from '../../../src/summary/lengths.ts';
import { rankStory } from '../../../src/summary/ranking/rank-story.ts';
import { inventedStory } from './invented-story.ts';

function bulletsOf(paragraphs: readonly string[], language = 'en'): readonly string[] {
  const story = inventedStory(paragraphs, { language });
  const sentences = story.lines.map(({ sentence }) => sentence);
  const ranking = rankStory(story.article, sentences);
  return chooseBullets(story, ranking, LENGTHS.standard).bullets.map(({ text }) => text);
}

const rest = [
  'The council of Ostvik sold the ferry of the island to a firm in Spain for two million crowns.',
  'Nurses in Luleby fear for the hospital of the island and for its staff in winter.',
  'Norrland wants all ferries that are older than thirty years to be inspected by June.',
];

describe('what opens a text', () => {
  it.each([
    [
      'its own people',
      'A diver of the harbour and his cousin were rescued off Seal Island in May.',
    ],
    [
      'its own time',
      'The storm has struck Ostvik again, this time tearing the roofs off the school.',
    ],
  ])('may lean on %s', (_, opening) => {
    expect(bulletsOf([opening, ...rest])[0]).toBe(opening);
  });

  it('may be no riddle', () => {
    const riddle = 'As attempts to sail round Seal Island go, it was pretty impressive.';
    expect(bulletsOf([riddle, ...rest])).not.toContain(riddle);
  });
});

it('in a language that the ranking was not learned from what stands early counts', () => {
  const early = 'Das Hafenamt von Ostvik verkaufte zwei Kräne nach Spanien.';
  const late = 'Das Bauamt von Luleby verkaufte zwei Bagger nach Italien.';
  const between = [
    'Die Fähre von Ostvik sank im Mai vor der Küste von Norrland.',
    'Taucher aus Norrland suchten im Mai nach der Fähre und ihrer Ladung.',
    'Im Mai war die Küste von Norrland für die Fähre zu stürmisch.',
    'Eine zweite Fähre von Ostvik erreichte im Mai die Küste.',
    'Vor der Küste von Norrland liegt seit Mai auch eine Fähre aus Luleby.',
    'Für eine Fähre ist Norrland im Mai ein Wagnis.',
    'Norrland prüft seit Mai jede Fähre von der Küste.',
  ];
  const bullets = bulletsOf([between[0] ?? '', early, ...between.slice(1), late], 'de');
  expect(bullets).toContain(early);
  expect(bullets).not.toContain(late);
});
