import { describe, expect, it } from '@jest/globals';
import { LAST_RESORT } from '../../../../src/summary/bullets/cuts/cut.ts';
import { findOpeningCuts } from '../../../../src/summary/bullets/cuts/opening-cuts.ts';
import { markCuts, readClause } from './mark-cuts.ts';

describe('a dateline', () => {
  it.each([
    '⟦OSTVIK — ⟧The ferry sank off the coast.',
    '⟦KELP BAY — ⟧Fishermen found a whale.',
    '⟦OSTVIK, Norway (NPA) — ⟧The ferry sank off the coast.',
    '⟦OSTVIK, Norway -- ⟧The ferry sank off the coast -- and with it the eels.',
    '⟦OSTVIK, May 3 - ⟧The ferry sank off the coast.',
    '⟦LULEBY (Coast Post) -- ⟧The ferry sank off the coast.',
    '⟦(NPA) - ⟧Shares of the ferry line fell in the morning.',
    '⟦(NPA)⟧Sailors love eels — and the town is buying nets abroad.',
    '⟦(NPA) ⟧Shares of the ferry line fell in the morning.',
    '⟦Kelp Bay (NPA)⟧Police found a boat.',
    '⟦OSTVIK ― ⟧The ferry sank off the coast.',
    '⟦OSTVIK — ⟧Pilots left the quay in peace — the morning after the ferry sank.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findOpeningCuts)).toBe(row);
  });

  it.each([
    'The ferry — the last of its kind — sank off the coast.',
    'Ostvik’s mayor — a former pilot — closed the quay.',
    'Brask Line (a ferry company from Ostvik) sold the boat.',
    'Kelp Bay, Norrland - nine miles from the port - and two pilots came.',
    'NPRA — Brask Line’s partner — sold the ferry in the spring.',
    'OSTVIK — where the ferry sank — mourns its crew and its pilot.',
    'E-scooters are banned from the quay in Ostvik.',
  ])('is no %s', (sentence) => {
    expect(markCuts(sentence, findOpeningCuts)).toBe(sentence);
  });
});

it.each([
  ['de', '⟦Ostvik (npa/lno) - ⟧Das Sturmtief hat in der Nacht die Fähre versenkt.'],
  ['de', '⟦Kelp-Bucht – ⟧Bei einem Unfall auf der Fähre ist ein Lotse ums Leben gekommen.'],
  ['it', '⟦(NPA) - OSTVIK, 23 NOV - ⟧Due lotsi sono stati salvati nel porto di Ostvik.'],
  ['de', 'Emil Haug (der alte Lotse) - so heißt er - hat die Fähre verkauft.'],
  ['de', 'Fähren – Lotsen brauchen sie – fahren nicht nach Ostvik.'],
])('a dateline in %s: %s', (language, row) => {
  expect(markCuts(row, findOpeningCuts, language)).toBe(row);
});

describe('what only announces what is told', () => {
  it.each([
    '⟦This is the moment ⟧a ferry hit the quay of Ostvik.',
    '⟦This is the moment that ⟧two sailors fell into the harbour.',
    '⟦This is the heart-stopping moment when ⟧Roy Poole fell into the harbour.',
    '⟦But ⟧⟦it was the moment ⟧the mayor had waited for.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findOpeningCuts)).toBe(row);
  });

  it.each([
    'This is the moment that changed her life and ours.',
    'This is the moment to leave the harbour.',
    'This is a moment the harbour had waited for.',
    'The moment the ferry sank has been filmed.',
  ])('stays where it is told itself: %s', (sentence) => {
    expect(markCuts(sentence, findOpeningCuts)).toBe(sentence);
  });
});

describe('what ties a sentence to the one before', () => {
  it.each([
    '⟦But ⟧the harbour is closed.',
    '⟦And ⟧then the ferry was sold to a firm in Spain.',
    '⟦However, ⟧the harbour is closed.',
    '⟦Meanwhile, ⟧the harbour is closed.',
    '⟦As a result, ⟧the harbour is closed.',
    '⟦On the other hand, ⟧the harbour is closed.',
    '⟦But meanwhile, ⟧the harbour is closed.',
    '⟦So ⟧the harbour is closed for the winter.',
    '⟦First, ⟧the harbour is closed for the winter.',
    '⟦OSTVIK — ⟧⟦But ⟧the harbour is closed.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findOpeningCuts)).toBe(row);
  });

  it.each([
    'But for the storm, the ferry would have sailed.',
    'Yet another ferry sank off the coast of Kelp Bay.',
    'So many boats sank that the harbour was closed.',
    'So Yun-jin said the boat was lost.',
    'Still waters run deep in the bay of Ostvik.',
    'Also the governor signed the plan.',
    'Indeed the harbour is closed.',
    'Then, as now, the ferry sailed to Luleby in the winter.',
    'Instead, Lund insisted, the quay was sound and dry.',
    'DEAR ANN: My boat sank in the harbour last spring.',
    'Andersen closed the harbour.',
  ])('stays where it is something else: %s', (sentence) => {
    expect(markCuts(sentence, findOpeningCuts)).toBe(sentence);
  });

  it.each([
    ['de', '⟦Doch ⟧der Hafen bleibt geschlossen.'],
    ['fr', '⟦Mais ⟧la compagnie refuse de parler.'],
    ['fr', '⟦Cependant, ⟧le radar avait été réparé.'],
    ['ja', '⟦しかし、⟧会社は取材に応じていない。'],
    ['zh', '⟦此外，⟧渔民担心鱼价上涨。'],
  ])('goes in other languages: %s', (language, row) => {
    expect(markCuts(row, findOpeningCuts, language)).toBe(row);
  });
});

describe('a place in front', () => {
  it.each([
    '⟦Ostvik, NY – ⟧Mara Lund bought boats in May.',
    '⟦NORTH OSTVIK: ⟧Their boats lost, 150 sailors returned in May.',
    'Emil Haug, Mara Lund – the two sailors – were lost in May.',
    'POLICE: Two sailors were lost in May.',
    'NATO: Two sailors were lost in May.',
    'OSTVIKER: The northern harbour.',
  ])('goes, but not who says so, nor a name: %s', (row) => {
    expect(markCuts(row, findOpeningCuts)).toBe(row);
  });
});

describe('what sets the scene', () => {
  it.each([
    '⟦After the storm, ⟧Lund closed the quay and the market for a week.',
    '⟦During the trial, ⟧the court heard that the boat was stolen.',
    '⟦Throughout the war, ⟧the island stayed open and traded with all sides.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findOpeningCuts)).toBe(row);
  });

  it.each([
    ['a condition', 'If elected, Lund will cut the harbour tax for all of the boats.'],
    ['a condition', 'Unless the state pays, the council will close the bridge to lorries.'],
    ['a limit', 'Until the ferry is back, the children stay in the school on the island.'],
    ['a number alone', 'In 2029, the council closed the bridge to all of the lorries.'],
    ['luck alone', 'With luck, the council will open the bridge to all of the lorries.'],
    ['a negation', 'Without a permit, the company built a wharf in the bay of Ostvik.'],
    ['who claims it', 'According to Lund, the ferry was safe for the crew in a storm.'],
    ['half a list', 'In Ostvik, Luleby and Kelp Bay, the schools were closed for a week.'],
    ['the subject', 'After the storm the council closed the quay and the market.'],
    ['no clause behind it', 'In the spring, the summer and the autumn.'],
    ['most of the sentence', 'After the storm, Lund closed the quay.'],
    ['what the speaker says', 'After the storm, Lund insisted, the quay was sound and dry.'],
    ['what is taken up', 'After the sails of the ferry tore, Mara Lund sewed them in the harbour.'],
    ['until when', 'By Monday afternoon, the port had sold nine of its old boats to Spain.'],
    ['than whom', 'After the pilot was saved, the crew found two others in the old harbour.'],
    ['what holds for a day', 'As of Tuesday, the council had closed the bridge to all lorries.'],
    ['an apposition', 'In a letter to Emil Haug, a pilot who was hurt, Lund asked for time.'],
  ])('stays where it is or holds %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findOpeningCuts)).toBe(sentence);
  });

  it.each([
    ['⟦After 12 years, ⟧the council closed the bridge to all of the lorries.'],
    ['⟦During a search of the quay, ⟧divers found a boat that was lost in May.'],
    ['⟦After a year of silence, ⟧there is news of the boat that was lost in May.'],
    ['⟦After a year of talks, ⟧former mayor Mara Lund has sold the quay of Ostvik.'],
    ['⟦By Friday, ⟧Mara Lund wants to see a plan for the old quay of Ostvik.'],
    ['⟦Since Friday, ⟧Mara Lund has been at sea with two of the old pilots.'],
    ['⟦With eels dying in all of the rivers, ⟧the council closed the bridge to lorries.'],
  ])('goes for want of anything else where it counts or goes along: %s', (row) => {
    expect(markCuts(row, findOpeningCuts)).toBe(row);
    const [cut] = findOpeningCuts(readClause(row.replace(/[⟦⟧]/gu, '')));
    expect(cut?.cost).toBe(LAST_RESORT);
  });

  it('goes only where a bullet would be too long, and what else stands in front goes always', () => {
    const clause = readClause(
      'OSTVIK — But after the storm, Lund closed the quay and the market for a week.',
    );
    expect(findOpeningCuts(clause).map(({ rule, cost }) => [rule, cost > 0])).toEqual([
      ['dateline', false],
      ['connective', false],
      ['lead', true],
    ]);
  });
});

it('a sentence without words has nothing to cut', () => {
  expect(findOpeningCuts(readClause(''))).toEqual([]);
  expect(findOpeningCuts(readClause('— … —'))).toEqual([]);
});
