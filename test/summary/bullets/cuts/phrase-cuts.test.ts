import { describe, expect, it } from '@jest/globals';
import { findPhraseCuts } from '../../../../src/summary/bullets/cuts/phrase-cuts.ts';
import { markCuts } from './mark-cuts.ts';

describe('a phrase that commas set off in a Romance language', () => {
  it.each([
    ['es', '⟦Tras once horas de debate, ⟧el puerto de Ostvik cerró ayer dos muelles.'],
    ['pt', '⟦Após onze horas de debate, ⟧o conselho de Ostvik fechou ontem dois cais.'],
    ['fr', '⟦Après onze heures de débat, ⟧la maire d’Ostvik, Mara Lund, a fermé hier deux quais.'],
    ['fr', '⟦Réunis mardi soir à Ostvik, ⟧les élus de la ville ont fermé deux vieux quais.'],
    [
      'es',
      '⟦En una sesión de once horas, suspendida dos veces, ⟧el consejo de Ostvik cerró ayer dos muelles.',
    ],
    ['it', 'LULEBY - ⟦Dopo undici ore di gelo, ⟧il porto di Ostvik ha chiuso ieri due moli.'],
  ])('goes from before the subject: %s: %s', (language, row) => {
    expect(markCuts(row, findPhraseCuts, language)).toBe(row);
  });

  it.each([
    ['es', 'Un equipo de buzos⟦, dirigido por Mara Lund, de Ostvik,⟧ ha encontrado dos barcos.'],
    ['es', 'El puerto⟦, con las obras en marcha,⟧ se hundió ayer en el mar de Ostvik.'],
    ['fr', 'Trois marins⟦, soupçonnés d’avoir pris un bateau,⟧ ont été vus jeudi à Ostvik.'],
    ['fr', 'Les élus ont fermé⟦, par onze voix contre deux,⟧ le plus vieux quai d’Ostvik.'],
    ['fr', 'Les marins ont accueilli la décision⟦, rendue lundi par un juge,⟧ de fermer le quai.'],
    ['pt', 'A polícia prendeu ontem de manhã⟦, em Ostvik e Luleby,⟧ seis marinheiros do porto.'],
  ])('goes from inside: %s: %s', (language, row) => {
    expect(markCuts(row, findPhraseCuts, language)).toBe(row);
  });

  it.each([
    ['es', 'El consejo de Ostvik cerró ayer el puerto viejo⟦, un muelle que se hunde⟧.'],
    ['it', 'Il porto di Ostvik ha chiuso ieri due vecchi moli⟦, nei pressi di Luleby⟧.'],
    [
      'fr',
      'Le port d’Ostvik a fermé hier deux vieux quais⟦, à l’ouest de Luleby⟧, selon Emil Haug.',
    ],
  ])('goes from the end: %s: %s', (language, row) => {
    expect(markCuts(row, findPhraseCuts, language)).toBe(row);
  });

  it.each([
    [
      'what a verb is about',
      'es',
      'El consejo de Ostvik rechazó ayer, sin debate, el alza del precio del agua.',
    ],
    [
      'a thing of a list',
      'es',
      'El consejo de Ostvik cerró ayer los muelles, el mercado, la lonja y la escuela.',
    ],
    [
      'an exception',
      'pt',
      'Todos os barcos, com exceção de dois, ficaram ontem no porto de Ostvik.',
    ],
    ['an exception', 'fr', 'Tous les marins, à l’exception de deux, ont été vus hier à Ostvik.'],
    [
      'not the last of it',
      'es',
      'El tribunal ha condenado al alcalde, acusado de robar, a dos años, una multa y el exilio.',
    ],
    ['no participle', 'fr', 'Le port a fermé, mais en 2020, le tribunal a rouvert les deux quais.'],
    ['what a place is', 'es', 'En Ostvik, la ciudad más fría, los barcos llegaron ayer al puerto.'],
    ['who claims it', 'es', 'Para la Fiscalía, el alcalde robó dos barcos viejos del puerto.'],
    ['a condition', 'es', 'En caso de hielo, el puerto de Ostvik cerrará mañana dos muelles.'],
    ['of whom it holds', 'pt', 'Em ratos, o remédio de Ostvik reduziu ontem o tumor em dois dias.'],
    [
      'half a subject',
      'it',
      'Gran parte dei marinai di Ostvik e Luleby, evacuati ieri, in serata è tornata.',
    ],
    [
      'half a subject',
      'fr',
      'Les deux bateaux qu’elle avait laissés dans le port, couverts de glace, ont coulé.',
    ],
    [
      'a thing of a list',
      'pt',
      'A tempestade fechou ontem a escola velha de Ostvik, o mercado e a ponte.',
    ],
    [
      'who claims it',
      'es',
      'Según la alcaldesa de Ostvik, el puerto cerró ayer dos de sus muelles.',
    ],
    [
      'what is asked',
      'it',
      'Mara Lund voleva sapere ieri a Ostvik soltanto perché, a cento metri, il molo cede.',
    ],
    [
      'somebody',
      'pt',
      'A prefeita de Ostvik, Mara Lund, fechou ontem o porto e dois cais da cidade.',
    ],
    [
      'words between marks',
      'es',
      'El consejo de Ostvik cerró ayer el puerto viejo, un muelle “de barro”.',
    ],
  ])('stays where it is %s: %s: %s', (_, language, sentence) => {
    expect(markCuts(sentence, findPhraseCuts, language)).toBe(sentence);
  });

  it.each([
    ['en', 'After eleven hours of debate, the port of Ostvik closed two of its oldest quays.'],
    ['de', 'Nach elf Stunden Debatte, hieß es, schloss der Hafen von Ostvik zwei alte Kais.'],
    ['nl', 'Na elf uur debat, zo bleek, sloot de haven van Ostvik gisteren twee oude kades.'],
  ])('is no rule for %s', (language, sentence) => {
    expect(markCuts(sentence, findPhraseCuts, language)).toBe(sentence);
  });
});
