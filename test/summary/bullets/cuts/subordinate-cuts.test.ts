import { describe, expect, it } from '@jest/globals';
import { findSubordinateCuts } from '../../../../src/summary/bullets/cuts/subordinate-cuts.ts';
import { markCuts } from './mark-cuts.ts';

describe('a clause that commas set off', () => {
  it.each([
    'Die Fähre lief am Montag vor Ostvik auf Grund⟦, wobei ein Mast brach⟧.',
    'Der Hafen von Ostvik wurde am Montag geschlossen⟦, weil das Eis zu dick war⟧.',
    'Emil Haug fuhr am Montag allein nach Seal Island⟦, um nach Booten zu suchen⟧.',
    'Emil Haug kaufte am Montag in Ostvik ein Boot⟦, das lange am Kai gelegen hatte⟧.',
    'Emil Haug sprach am Montag in Ostvik mit einem Fischer⟦, von dem das Boot stammte⟧.',
  ])('goes: %s', (marked) => {
    expect(markCuts(marked, findSubordinateCuts, 'de')).toBe(marked);
  });

  it.each([
    ['a condition', 'Der Hafen von Ostvik öffnet am Montag wieder, wenn das Eis schmilzt.'],
    ['a negation', 'Emil Haug kam am Montag nach Ostvik, obwohl er keine Boote kaufte.'],
    ['whose it is of several', 'Am Montag kamen in Ostvik Fischer an, die Aale verkauften.'],
    ['what is announced', 'Emil Haug hoffte am Montag in Ostvik darauf, dass das Eis schmolz.'],
    ['an apposition', 'Am Montag kam Emil Haug in Ostvik an, der Leiter des Hafens.'],
    ['what is tried', 'Emil Haug wagte am Montag in Ostvik den Versuch, das Boot zu heben.'],
    ['what is too much', 'Das Boot war am Montag in Ostvik zu alt, um noch zu fahren.'],
    ['what goes on', 'Der Mann, der am Montag in Ostvik ankam, kaufte drei Boote aus Luleby.'],
    ['who says it', 'Die Fähre lief am Montag vor Ostvik auf Grund, wie Emil Haug sagte.'],
    ['short', 'Die Fähre sank, weil ein Mast brach.'],
  ])('stays where it is %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findSubordinateCuts, 'de')).toBe(sentence);
  });

  it.each([
    ['it', 'Il porto di Ostvik ha chiuso ieri due moli⟦, che erano pieni di ghiaccio⟧.'],
    ['it', 'OSTVIK - Sono state salvate ieri in porto due barche⟦, fermate da un guasto⟧.'],
    ['it', 'Ieri il ghiaccio ha bloccato la funivia di Ostvik⟦, fermata da un guasto⟧.'],
    ['es', 'La alcaldesa de Ostvik cerró ayer dos muelles⟦, que estaban llenos de hielo⟧.'],
    ['es', 'La tormenta cerró ayer el puerto de Ostvik⟦, provocando largas colas⟧.'],
    ['it', 'Il porto⟦, dove il ghiaccio è alto,⟧ ha chiuso ieri due grandi moli di Ostvik.'],
    ['pt', 'O navio foi afundado ontem ao largo de Ostvik⟦, onde esperavam dois barcos⟧.'],
    ['es', 'El puerto con más barcos cerró ayer dos muelles⟦, que estaban llenos⟧.'],
    ['es', 'El puerto de Ostvik lo cerró ayer la alcaldesa⟦, donde había hielo⟧.'],
    [
      'fr',
      'Deux marins ont été blessés à Ostvik, lorsqu’un bateau⟦, qui quittait le port,⟧ a été percuté.',
    ],
    ['es', 'El puerto de Ostvik cerró sin aviso dos muelles⟦, en los que había hielo⟧.'],
    [
      'pt',
      'O porto de Ostvik fechou ontem dois cais⟦, alegando uma queda, provocada, segundo o dono, por ventos⟧.',
    ],
    ['es', 'Mara Lund⟦, exalcaldesa de Ostvik,⟧ cerró ayer dos muelles por culpa del hielo.'],
    [
      'es',
      'La alcaldesa cerró ayer un muelle de Ostvik⟦, que, según los vecinos, era demasiado viejo⟧.',
    ],
    [
      'it',
      'Il tribunale di Ostvik ha condannato ieri Emil Haug⟦, accusato di aver rubato una barca⟧.',
    ],
    [
      'nl',
      'Door de storm zaten gisteren acht mensen⟦, onder wie een kind,⟧ van de haven afgesneden.',
    ],
    ['de', 'Nach dem Sturm saßen acht Fischer⟦, darunter ein Junge aus Luleby,⟧ im Hafen fest.'],
    [
      'nl',
      'De rechter heeft in Ostvik twee jaar geëist tegen Mara Lund⟦, die, na een ruzie, een boot stal⟧.',
    ],
    ['nl', 'Brask⟦, bouwer van snel groeiende boten,⟧ schrapt dit jaar honderd banen in Ostvik.'],
    ['nl', 'In Ostvik⟦, waar twee boten lagen,⟧ werd gisteren de hele haven gesloten.'],
    ['pt', 'O porto⟦, o maior do país,⟧ fechou ontem dois cais por causa do gelo.'],
    ['de', 'Emil Haug⟦, der Leiter des Hafens,⟧ hat am Montag zwei Boote gekauft.'],
    ['fr', 'Le port d’Ostvik a fermé hier deux quais⟦, où l’eau monte⟧, selon les autorités.'],
    ['fr', 'Le port d’Ostvik a fermé hier deux quais⟦, qui étaient couverts de glace⟧.'],
    ['pt', 'A tempestade fechou ontem o porto de Ostvik⟦, onde esperavam dois navios⟧.'],
    ['nl', 'Het ijs sloot gisteren de haven van Ostvik⟦, waar twee boten lagen⟧.'],
    ['ru', 'Ледокол вошёл вчера в порт Оствик утром⟦, где стояли два корабля⟧.'],
  ])('goes in other languages too: %s: %s', (language, marked) => {
    expect(markCuts(marked, findSubordinateCuts, language)).toBe(marked);
  });

  it.each([
    ['fr', 'Le tribunal a condamné hier Emil Haug à trois ans, dont deux avec sursis, à Ostvik.'],
    ['it', 'Il porto di Ostvik ha chiuso; ieri sera, quando il vento è calato, ha riaperto.'],
    ['pt', 'A prefeita de Ostvik, Mara Lund, fechou ontem o porto e dois cais da cidade.'],
    ['es', 'La alcaldesa de Ostvik cerró ayer dos muelles, que no estaban llenos.'],
    ['pt', 'A tempestade fechou ontem a escola velha de Ostvik, o mercado e a ponte.'],
    ['ru', 'Порт Оствик и весь его берег, где стояли корабли, совет города не тронул.'],
    [
      'fr',
      'Deux marins sont blessés à Ostvik, lorsqu’un bateau de la ville, qui a quitté le port.',
    ],
    ['es', 'El consejo de Ostvik cerró ayer, mientras llovía, el puerto viejo y dos muelles.'],
    ['it', 'Ieri, il porto di Ostvik ha chiuso due moli, aveva detto il sindaco di Luleby.'],
    ['nl', 'De burgemeester heeft in Ostvik, waar het ijs lag, gewaarschuwd voor de storm.'],
    ['de', 'Im Hafen sind acht Fischer gestorben, darunter drei Kinder, wie Mara Lund sagte.'],
    [
      'de',
      'Ostvik will mehrere Boote, darunter die alte Fähre, das Wrack und zwei Kutter, verkaufen.',
    ],
    ['es', 'El juez obligó ayer a la empresa de barcos, que recurrió, a devolver los muelles.'],
    ['de', 'Fischer in Ostvik, Teilen von Norrland, ganz Luleby und Kelp waren ohne Strom.'],
    ['de', 'Emil Haug seit gestern Abend mit zwei Booten im Hafen, weil das Eis brach.'],
    ['de', 'Das Boot war am Montag in Ostvik alt genug, um geschont zu werden.'],
    ['es', 'A su juicio, la alcaldesa de Ostvik cerró ayer dos de sus muelles.'],
    ['es', 'Según la alcaldesa de Ostvik, el puerto cerró ayer dos de sus muelles.'],
    ['nl', 'Het ijs sloot gisteren de haven van Ostvik, die vol lag, en dat bleef zo.'],
    [
      'fr',
      'Le maire d’Ostvik a annoncé hier matin, lors d’une visite au port, que la vieille grue serait bientôt vendue.',
    ],
  ])('stays where it is a part of what is told: %s: %s', (language, sentence) => {
    expect(markCuts(sentence, findSubordinateCuts, language)).toBe(sentence);
  });

  it('is no rule for English', () => {
    const english = 'Die Fähre lief am Montag vor Ostvik auf Grund, wobei ein Mast brach.';
    expect(markCuts(english, findSubordinateCuts, 'en')).toBe(english);
  });
});
