import { describe, expect, it } from '@jest/globals';
import { findQuotes } from '../../../src/quotes/find-quotes.ts';

function speakersIn(language: string, ...paragraphs: readonly string[]): readonly unknown[] {
  return findQuotes({
    title: '',
    byline: [],
    language,
    paragraphs,
    subheads: [],
    notes: [],
  }).map(({ speaker }) => speaker);
}

describe('who says what in other languages', () => {
  it.each([
    ['fr', '« Le phare restera fermé tout l’hiver », a déclaré Anne Morvan.', 'Anne Morvan'],
    ['fr', 'Le maire Yves Morvan explique : « Nous n’avions plus le choix. »', 'Yves Morvan'],
    ['fr', '« Le phare restera fermé tout l’hiver », selon Anne Morvan.', 'Anne Morvan'],
    ['fr', '« Nous fermons le phare ce soir », a déclaré la ministre Anne Morvan.', 'Anne Morvan'],
    ['es', '«El faro seguirá cerrado todo el invierno», dijo Inés Robledo.', 'Inés Robledo'],
    [
      'es',
      'La alcaldesa Inés Robledo afirmó: «El faro seguirá cerrado todo el año».',
      'Inés Robledo',
    ],
    ['es', '“El faro seguirá cerrado todo el año”, según explicó Inés Robledo.', 'Inés Robledo'],
    ['pt', '“O farol vai ficar fechado todo o inverno”, disse Rui Salgado.', 'Rui Salgado'],
    ['pt', 'O ministro Rui Salgado afirmou: “O farol vai ficar fechado”.', 'Rui Salgado'],
    ['it', '«Il faro resterà chiuso per tutto l’inverno», ha detto Ada Monti.', 'Ada Monti'],
    ['it', 'La sindaca Ada Monti spiega: «Il faro resterà chiuso tutto l’inverno».', 'Ada Monti'],
    ['nl', '“De vuurtoren blijft de hele winter dicht,” zei Joke Veldman.', 'Joke Veldman'],
    ['nl', 'Burgemeester Joke Veldman zei: “De vuurtoren blijft dicht.”', 'Joke Veldman'],
    ['nl', '“De vuurtoren blijft de hele winter dicht”, aldus Joke Veldman.', 'Joke Veldman'],
  ])('%s: %s', (language, text, speaker) => {
    expect(speakersIn(language, text)).toEqual([speaker]);
  });

  it.each([
    ['fr', '« Le phare restera fermé tout l’hiver. » La mer était calme.'],
    ['es', '«El faro seguirá cerrado todo el invierno». El mar estaba en calma.'],
    ['it', '«Il faro resterà chiuso per tutto l’inverno». Il mare era calmo.'],
    ['nl', '“De vuurtoren blijft de hele winter dicht.” De zee was kalm.'],
  ])('%s: names nobody where nobody is named', (language, text) => {
    expect(speakersIn(language, text)).toEqual([undefined]);
  });
});
