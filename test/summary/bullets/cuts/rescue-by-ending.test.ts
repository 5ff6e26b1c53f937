import { describe, expect, it } from '@jest/globals';
import { findRescueCuts } from '../../../../src/summary/bullets/cuts/rescue-cuts.ts';
import { markCuts } from './mark-cuts.ts';

describe('what a sentence loses that would be told nowhere otherwise', () => {
  it.each([
    [
      'pt',
      'O piloto Tomé Verrin⟦, de 39 anos, que havia deixado o cais na véspera e caiu na água,⟧ recebeu a medalha do porto de Ostvik neste sábado.',
    ],
    [
      'es',
      'El piloto Tomás Verrin⟦, de 39 años, que había salido del muelle con la última marea,⟧ recibió ayer en el muelle la medalla del puerto de Ostvik.',
    ],
    [
      'fr',
      'Une femme de Luleby a été blessée dans le port d’Ostvik dans la nuit⟦ lors du passage d’une tempête de 130 nœuds⟧.',
    ],
    [
      'pt',
      'A polícia de Ostvik prendeu na segunda-feira seis pilotos do porto velho⟦ para descobrir quem vendeu os barcos da ilha⟧.',
    ],
    [
      'fr',
      'Deux pilotes ont été blessés⟦, samedi 18 octobre,⟧ dans une tempête au large du port d’Ostvik⟦, entre la pointe et les îles de Luleby⟧.',
    ],
    [
      'fr',
      'Le tribunal d’Ostvik a vendu l’ancienne compagnie des bateaux de Luleby⟦, en vente depuis juin⟧⟦, dont les pilotes restent à terre⟧.',
    ],
    [
      'fr',
      'Les pilotes ont trouvé la force de ramener au port d’Ostvik⟦ dans la nuit de lundi⟧ un grand bateau⟦ qui prenait l’eau depuis deux jours⟧.',
    ],
    [
      'fr',
      'Deux pilotes ont été sauvés et une barque a coulé dans la tempête qui a balayé la côte d’Ostvik⟦, où le port restait fermé lundi⟧, a indiqué la mairie.',
    ],
    [
      'fr',
      'La mairie d’Ostvik a annoncé une perte de deux millions⟦, contre un bénéfice de trois millions en 2023⟧, et présenté un plan.',
    ],
    [
      'fr',
      'Le port d’Ostvik a suspendu les travaux au lendemain du départ de deux pilotes⟦, accusés d’avoir vendu une barque⟧, ont annoncé les autorités.',
    ],
    [
      'es',
      'Los bomberos de Ostvik sacaron a tres pilotos⟦, uno de ellos grave⟧, y vaciaron⟦ en la mañana de ayer⟧ el puerto viejo.',
    ],
    [
      'es',
      'Los pilotos que duermen en el barco tienen más accidentes que los demás, según un estudio reciente⟦ que ha seguido a dos mil⟧.',
    ],
    [
      'es',
      'El puerto de Ostvik compró ayer dos barcos nuevos⟦, una de las promesas con las que la alcaldesa, Mara Lund, ganó⟧.',
    ],
    [
      'es',
      'El puerto de Ostvik dejó casi ganada la regata de mayo y el torneo de los barcos viejos⟦, en una tarde que los pilotos recordarán⟧.',
    ],
    [
      'es',
      'Un hombre de 34 años⟦, acusado de vender en Luleby barcos que no existían,⟧ fue detenido ayer en el puerto viejo de Ostvik.',
    ],
    [
      'it',
      'Due barche nuove per i piloti e una lunga lista di spese: è la scelta fatta ieri dal consiglio della città⟦, al termine di una lunga seduta⟧.',
    ],
    [
      'it',
      'E’ di due barche affondate e dodici piloti feriti il bilancio⟦, ancora provvisorio,⟧ della tempesta di ieri nel porto di Ostvik.',
    ],
    [
      'it',
      '⟦Sei ore di voto e due liti nella notte di Ostvik: ⟧la legge è stata approvata e chiude il porto ai piloti.',
    ],
    [
      'it',
      'Il porto di Ostvik ha chiuso ieri le porte a tutte le barche⟦: il ghiaccio è troppo spesso per i piloti⟧.',
    ],
  ])('in %s: %s', (language, row) => {
    expect(markCuts(row, findRescueCuts, language)).toBe(row);
  });

  it.each([
    [
      'a condition',
      'es',
      'El puerto de Ostvik, si la tormenta llega a la costa de Norrland, cerró ayer la entrada a todos los barcos.',
    ],
    [
      'the statement behind a colon',
      'it',
      'Sei ore di voto nella notte, due liti e un pilota che ha lasciato la sala: è passata così la legge.',
    ],
    [
      'what a colon opens',
      'it',
      'Il porto di Ostvik ha annunciato ieri a tutti i piloti delle barche: il ghiaccio è troppo spesso.',
    ],
    [
      'one of several places',
      'it',
      'Le barche sono state viste ieri in porto, in mare e lungo la costa, a Ostvik, a Luleby, e sulle isole.',
    ],
    [
      'where both of two stand',
      'fr',
      'Les pilotes d’Ostvik ont dû choisir lundi leur route vers les îles, soit par le nord, soit par le port de Luleby.',
    ],
    [
      'what more is told of',
      'es',
      'La escuela de Ostvik, construida con dos millones de coronas, de los que uno es prestado, abre el lunes sus puertas.',
    ],
    [
      'what a second verb needs',
      'es',
      'El puerto de Ostvik ganó la regata en una tarde que los pilotos empezaron perdiendo y terminaron con tres barcos.',
    ],
    [
      'what a colon tells more of',
      'it',
      'Sei anni di carcere e una multa di ottomila euro: è la condanna inflitta ieri a Ostvik al pilota Emil Haug.',
    ],
    [
      'a claim',
      'es',
      'El piloto Tomás Verrin, que según la policía del puerto había salido con la marea, recibió ayer la medalla de Ostvik.',
    ],
    [
      'what a denial holds for',
      'pt',
      'O porto de Ostvik não recebeu na segunda-feira os barcos da ilha depois da tempestade de maio.',
    ],
    [
      'what a clause still waits for',
      'es',
      'El puerto de Ostvik cerró ayer la entrada a los barcos cuando una grúa tras la tormenta de mayo cayó al agua.',
    ],
    [
      'all that would be left of it',
      'it',
      'Quando la tempesta passò sul porto vecchio di Ostvik e di Luleby dopo le nove di sera, due barche affondarono.',
    ],
    [
      'a word that belongs to what stands before it',
      'it',
      'Il porto vecchio di Ostvik aprì le porte a tutte le barche vent’anni dopo.',
    ],
    [
      'what one of two verbs may need',
      'pt',
      'O piloto Tomé Verrin, de 39 anos, deixou o cais na véspera, recebeu a medalha do porto de Ostvik neste sábado.',
    ],
  ])('but not %s (%s): %s', (_, language, sentence) => {
    expect(markCuts(sentence, findRescueCuts, language)).toBe(sentence);
  });
});
