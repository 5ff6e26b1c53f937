import { describe, expect, it } from '@jest/globals';
import { bulletOf, kindsOf, needsOf } from './needs-of.ts';

describe('a sentence that needs nothing', () => {
  it.each([
    ['fr', 'Le port d’Ostvik sera fermé tout l’hiver à cause de la glace.'],
    ['fr', 'Le groupe norvégien Brask a vendu hier deux bateaux à Ostvik.'],
    ['es', 'La huelga larga de los pilotos cierra hoy el puerto de Ostvik.'],
    ['fr', 'Dans son discours, Emil Haug a promis deux bateaux à Ostvik.'],
    ['es', 'La alcaldesa de Ostvik cerró ayer el puerto a causa del hielo.'],
    ['es', 'Los pescadores de Ostvik vendieron sus barcos a un vecino de Luleby.'],
    ['es', 'Murió ayer en Ostvik la alcaldesa Mara Lund.'],
    ['fr', 'Le deuxième quai d’Ostvik a été fermé hier à cause de la glace.'],
    ['pt', 'Ficaram 12 barcos no porto de Ostvik durante o inverno.'],
    ['it', "E' di due barche affondate il bilancio della notte a Ostvik."],
    ['it', 'Le barche di Ostvik resteranno in porto fino alla primavera.'],
    ['it', 'Gli abitanti di Ostvik hanno ottenuto due barche nuove.'],
    ['pt', 'O porto de Ostvik ficará fechado durante todo o inverno.'],
    ['nl', 'Het ijs voor de kust van Ostvik is dit jaar dikker dan ooit.'],
    ['nl', 'Mara Lund kocht in Ostvik de boot die in mei zonk.'],
    ['nl', 'Jarenlang vertrouwden 63 loodsen hun boten toe aan Ostvik.'],
    ['nl', 'Een loods van 71 zei in Ostvik dat ze nooit meer zal varen.'],
    ['nl', 'Ostvik kocht twee boten, daarmee is de haven weer vol.'],
    ['nl', 'Het nieuwe havengeld geldt in Ostvik vanaf de zomer.'],
    ['ru', 'Порт Оствик закрыли на всю зиму из-за толстого льда.'],
    ['tr', 'Belediye Ostvik balıkçılarına yeni bir liman için söz verdi.'],
    ['it', 'L’accordo dell’azienda di Ostvik dura nove anni e tre mesi.'],
    ['tr', 'Ostvik limanı kalın buz nedeniyle kış boyunca kapalı kalacak.'],
  ])('%s: %s', (language, sentence) => {
    expect(kindsOf(['Ostvik.', sentence], language)).toEqual([]);
  });
});

describe('a sentence that leans on the one before', () => {
  it.each([
    ['fr', 'a pronoun', 'Dans un discours à Ostvik, il a promis deux bateaux.'],
    ['fr', 'a time', 'Deux bateaux ont quitté le port d’Ostvik la veille.'],
    ['fr', 'a word for what was told', 'Les pêcheurs d’Ostvik rejettent cette idée.'],
    ['es', 'a word for what was told', 'Los pescadores de Ostvik rechazan esa idea.'],
    ['es', 'a time', 'Dos barcos salieron de Ostvik al día siguiente.'],
    ['es', 'a verb without its subject', 'Negó que los barcos de Ostvik fueran viejos.'],
    ['es', 'a verb without its subject', 'Dijo que los barcos de Ostvik son viejos.'],
    ['es', 'a verb without its subject', 'Hizo saber que los barcos de Ostvik son viejos.'],
    ['pt', 'a verb without its subject', 'Disse que os barcos de Ostvik são velhos.'],
    ['it', 'a verb without its subject', 'Disse che le barche di Ostvik sono vecchie.'],
    ['es', 'a verb without its subject', 'Evitó hablar de los barcos de Ostvik.'],
    ['it', 'a verb without its subject', 'Ha detto che le barche di Ostvik sono vecchie.'],
    ['es', 'a verb without its subject', 'Murió en 1953 en un hospital de Ostvik.'],
    ['it', 'a verb without its subject', 'Era alla guida della barca e portava due reti.'],
    ['pt', 'a verb without its subject', 'Foi vaiado durante o jogo em Ostvik e pediu desculpas.'],
    ['fr', 'one more', 'Un sixième bateau a quitté hier le port d’Ostvik.'],
    ['pt', 'one more', 'Um sétimo barco ficou ontem no porto de Ostvik.'],
    ['es', 'whose', '“El hielo no dura”, ha dicho en Ostvik su presidenta, Mara Lund.'],
    ['it', 'a word for what was told', 'I pescatori di Ostvik respingono questa idea.'],
    ['it', 'a time', 'Due barche hanno lasciato Ostvik il giorno prima.'],
    ['pt', 'a word for what was told', 'Os pescadores de Ostvik rejeitam essa ideia.'],
    ['nl', 'a pronoun', 'Volgens hem blijft Ostvik de hele winter dicht.'],
    ['nl', 'a pronoun', 'In Ostvik kochten zij twee boten.'],
    ['nl', 'a pronoun', 'Straks, als ze om moet varen, duurt de tocht naar Ostvik twee uur.'],
    ['nl', 'a word for what was told', 'Van dat bedrijf is Ostvik voor een kwart eigenaar.'],
    ['nl', 'a word for what was told', 'Ostvik is daarmee dit jaar klaar.'],
    ['de', 'who said it', 'Der Hafen von Ostvik ist wegen des Eises geschlossen, sagte er.'],
    ['nl', 'who said it', 'De haven van Ostvik is sinds mei dicht, zegt ze.'],
    ['fr', 'who said it', 'Le port d’Ostvik est fermé à cause du gel, explique-t-il.'],
    ['it', 'who said it', 'Il porto di Ostvik è chiuso da due mesi, ha spiegato.'],
    ['de', 'whom', 'Mara Lund hat ihn in Ostvik an eine Firma verkauft.'],
    ['ru', 'who said it', 'По его словам, порт Оствик останется закрытым.'],
    ['tr', 'a time', 'İki gemi ertesi gün Ostvik limanından ayrıldı.'],
  ])('%s: by %s: %s', (language, _, sentence) => {
    const kinds = kindsOf(['Ostvik.', sentence], language);
    expect(kinds.length).toBeGreaterThan(0);
    expect(new Set(kinds)).toEqual(new Set(['sentence-before']));
  });
});

it.each([
  ['es', 'Los pescadores de Ostvik rechazan esa idea.', undefined],
  ['de', 'Die Fischer von Ostvik lehnen diesen Plan ab.', undefined],
  ['de', 'Seine Fähre liegt seit Montag im Hafen von Ostvik.', undefined],
  ['de', 'Am Montag sagte er alle Fahrten nach Ostvik ab.', true],
  ['es', 'Negó que los barcos de Ostvik fueran viejos.', true],
])(
  '%s: only a pronoun or none is what a sentence is about: %s',
  (language, sentence, isSubject) => {
    const needs = needsOf(['Ostvik.', sentence], language);
    expect(
      needs.map((need) => (need.kind === 'sentence-before' ? need.isSubject : need.kind)),
    ).toEqual([isSubject]);
  },
);

describe('a thing that another sentence introduced', () => {
  it.each([
    [
      'fr',
      'L’accord court sur neuf ans et trois mois.',
      'L’accord entre Ostvik et Luleby court sur neuf ans.',
    ],
    [
      'es',
      'El acuerdo tiene una vigencia de nueve años.',
      'El acuerdo entre Ostvik y Luleby dura nueve años.',
    ],
    ['it', 'L’accordo dura nove anni e tre mesi.', 'L’accordo tra Ostvik e Luleby dura nove anni.'],
    [
      'pt',
      'O acordo tem uma vigência de nove anos.',
      'O acordo entre Ostvik e Luleby dura nove anos.',
    ],
    [
      'nl',
      'Het akkoord loopt negen jaar en drie maanden.',
      'Het akkoord tussen Ostvik en Luleby loopt negen jaar.',
    ],
  ])('%s: %s', (language, open, told) => {
    expect(kindsOf(['Ostvik.', open], language)).toEqual(['thing']);
    expect(kindsOf(['Ostvik.', told], language)).toEqual([]);
  });
});

it.each([
  ['es', 'Encontró ayer una maleta vieja.', 'La maleta pesaba más de veinte kilos.'],
  ['fr', 'Elle a trouvé hier une valise.', 'La valise pesait plus de vingt kilos.'],
  ['it', 'Ha trovato ieri una valigia.', 'La valigia pesava più di venti chili.'],
  ['pt', 'Encontrou ontem uma mala velha.', 'A mala pesava mais de vinte quilos.'],
  ['nl', 'Zij vond gisteren een oude koffer.', 'De koffer woog meer dan twintig kilo.'],
  ['nl', 'Zij heeft een nieuw plan.', 'Het plan kost volgens Ostvik negen miljoen.'],
])('%s: what is taken up as the subject, behind "%s": %s', (language, introduced, sentence) => {
  expect(kindsOf([introduced, sentence], language)).toEqual(['thing']);
  expect(bulletOf(`${introduced} ${sentence}`, language)).toBe(sentence);
});

it.each([
  [
    'nl',
    'Burgemeester Mara van den Brask zweeg.',
    'Van de haven van Ostvik is dit jaar niets over.',
  ],
  [
    'de',
    'Der Lotse Emil von Haug schwieg.',
    'Von Ostvik aus fahren in diesem Winter keine Fähren.',
  ],
])('%s: "van" and "von" open a sentence, whoever bears them: %s', (language, named, sentence) => {
  expect(kindsOf([named, sentence], language)).toEqual([]);
});

describe('what can be no bullet', () => {
  it.each([
    ['es', 'Ella prometió dos barcos nuevos a los pescadores de Ostvik.'],
    ['it', 'Lui ha promesso due barche nuove ai pescatori di Ostvik.'],
    ['nl', 'Het is in Ostvik al jaren niet meer zo koud geweest.'],
    ['ko', '그건 오스트비크 항구의 어부들에게 좋은 소식이 아니었다.'],
  ])('%s: %s', (language, sentence) => {
    expect(kindsOf(['Ostvik.', sentence], language)).toEqual(['never: opener']);
  });
});

describe('somebody is introduced where the words fit', () => {
  it.each([
    ['es', 'Vino la alcaldesa Mara Lund. Para Lund es viejo.', 'Para Mara Lund es viejo.'],
    ['es', 'Mara Lund, la abogada de su madre, salió. Lund duerme.', 'Mara Lund duerme.'],
    ['nl', 'Dat kan met burgemeester Mara Lund. Lund sliep.', 'Burgemeester Mara Lund sliep.'],
    ['nl', 'Dat kan met Ostvikse burgemeester Mara Lund. Lund sliep.', 'Mara Lund sliep.'],
  ])('%s: %s', (language, text, expected) => {
    expect(bulletOf(text, language)).toBe(expected);
  });
});
