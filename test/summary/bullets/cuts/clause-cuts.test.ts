import { describe, expect, it } from '@jest/globals';
import { findClauseCuts } from '../../../../src/summary/bullets/cuts/clause-cuts.ts';
import { LAST_RESORT } from '../../../../src/summary/bullets/cuts/cut.ts';
import { markCuts, readClause } from './mark-cuts.ts';

describe('a relative clause behind the subject', () => {
  it.each([
    'There is news of the port: the mayor⟦, best known for a bridge,⟧ resigned after a vote.',
    'The mayor⟦, who runs the port,⟧ resigned after a vote of the council.',
    'The storm⟦, which began at sea,⟧ tore the roofs off the houses in Kelp Bay.',
    'The pilot⟦, whose boat was lost in the storm,⟧ was taken to hospital.',
    'The mayor⟦, who said the port was safe,⟧ resigned after a vote.',
    'The ferry⟦, which stood in “Ostvik” and “The Last Tide,”⟧ is on its way to Spain.',
    'Emil Haug, 71⟦, the pilot of the tug⟧, was taken to hospital.',
    'Emil Haug⟦, a pilot whose tug was lost in the storm,⟧ died in a hospital.',
    'The storm⟦, which struck the failed dam of Luleby,⟧ tore the roofs off in Kelp Bay.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findClauseCuts)).toBe(row);
  });

  it.each([
    ['what is counted in', 'Lund told the board that out, including the pilot, found no boat.'],
    ['a denial', 'The mayor, who denied the charges, resigned after a vote of the council.'],
    ['a negation', 'The mayor, who never took a day off, resigned after a vote.'],
    ['what the sentence is about', 'The sailors who were drunk were sent home by the captain.'],
    [
      'somebody’s words in part',
      'The mayor called the port “a gift, which was dear, to us all” and left.',
    ],
  ])('stays where it holds %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findClauseCuts)).toBe(sentence);
  });
});

it('what says who somebody is goes only for want of anything else', () => {
  const row = 'Mara Lund⟦, the mayor of the old port,⟧ resigned after a vote of the council.';
  expect(markCuts(row, findClauseCuts)).toBe(row);
  const [cut] = findClauseCuts(readClause(row.replace(/[⟦⟧]/gu, '')));
  expect(cut?.cost).toBe(LAST_RESORT);
});

describe('what a comma adds at the end', () => {
  it.each([
    'The ferry sank off the coast after the storm⟦, leaving the island to the birds⟧.',
    'The council closed the old quay in the spring⟦, which was a relief for the neighbours⟧.',
    'The council closed the old quay in the spring⟦, while the market moved to the square⟧.',
    'The council closed the old quay in the spring⟦, as the quarrel over fees went on⟧.',
    'The council closed the old quay in the spring⟦, saying that its walls leaked⟧.',
    'The council closed the old quay in the spring⟦, arguing that it was “not safe” for anybody⟧.',
    'The council closed the old quay in the spring⟦, claiming boats hit it, shook it and broke it⟧.',
    'The council closed the old quay in the spring⟦, adding that it would be mended⟧.',
    'The boat that lay off the coast in the storm has sunk⟦, leaving the island to the birds⟧.',
    'The council closed the old quay in the spring⟦, to mend its walls⟧.',
    'The council closed the old quay in the spring⟦, leaving the boats in the bay⟧, Lund said.',
    'The council closed the old quay in the spring⟦, which pleased many⟧, according to Lund.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findClauseCuts)).toBe(row);
  });

  it.each([
    ['a denial', 'The mayor said the quay would open in the spring, adding that it was not safe.'],
    ['a negation', 'The mayor closed the old quay in the spring, which nobody had asked for.'],
    ['a condition', 'The council will keep the old quay in the spring, as long as the fees last.'],
    ['who claims it', 'The ferry was not safe for the crew or for the passengers, the owner said.'],
    ['who claims it', 'The ferry was safe for the crew in a storm, according to the owner.'],
    ['who claims it', 'The ferry was safe for the crew in a storm, as the owner says.'],
    ['a condition', 'The council will close the old quay in the spring, unless the state pays.'],
    ['a condition', 'The council will close the old quay in the spring, if the state pays.'],
    [
      'a condition',
      'The ferry will sail to the islands in spring, providing that the ice has gone.',
    ],
    ['an exception', 'The whole coast was closed to boats of all kinds, except the ferry.'],
    ['a part of the whole', 'The storm closed all of the ports on the coast, including Ostvik.'],
    ['a contrast to what is denied', 'The boats were sold to a firm in Spain, not to the town.'],
    [
      'one of several',
      'He was tried on three counts in May: taking a boat, hiding its oars and rowing.',
    ],
    ['one of several', 'The council of the town paid for child care, reading, boat and eel clubs.'],
    ['one of several', 'Haug was tried for theft, fraud, smuggling eels and a lie under oath.'],
    ['half an aside', 'Little set Emil Haug of the old port — a quiet, hardworking boy — apart.'],
    ['a condition', 'A new contract with the pilots will be signed, when each fee has been set.'],
    ['an adjective', 'The pilot of the old ferry tore his shirt to wrap their wet, freezing feet.'],
    [
      'half a clause',
      'The pilot said that a boat that lay off the coast in May when it was sold, leaving nobody ill.',
    ],
    [
      'half a clause',
      'Few in the town knew of the long fight that Lund, who was ill, and many more fought.',
    ],
    [
      'who claims it all',
      'The tug came to the old port, where it lay, a pilot of the port who saw it said.',
    ],
    ['one of several', 'You can help the crew in the port, hauling nets, or washing the deck.'],
    ['a way', 'The council took the boats from Ostvik to Luleby, to the islands.'],
    ['what somebody does', 'The port stayed open, with its pilot, Emil Haug, saying it was safe.'],
    ['most of the sentence', 'The ferry sank, leaving the island to the birds.'],
    ['an apposition', 'The prize went to Mara Lund, the mayor of the town of Ostvik.'],
    ['a list', 'The fair had boats from Ostvik, Luleby, Kelp Bay and the islands.'],
    [
      'a list behind a participle',
      'A clerk who sold the boats, spending it all on a house, a car and two horses, was sent to prison.',
    ],
    [
      'words between marks',
      'The council closed the old quay in the spring, leaving it “to the birds”.',
    ],
  ])('stays where it is or holds %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findClauseCuts)).toBe(sentence);
  });
});

it.each([
  ['The mayor, who ran the port, resigned last spring.', 'The mayor, who won 12 seats, resigned.'],
  [
    'The ferry sank off the coast after the storm, leaving the island to the birds.',
    'The ferry sank off the coast after the storm, leaving two people dead.',
  ],
])('a clause with a number goes after all others, if at all: %s', (without, within) => {
  const cost = (sentence: string): number | undefined =>
    findClauseCuts(readClause(sentence))[0]?.cost;
  expect(cost(within) ?? Infinity).toBeGreaterThan(cost(without) ?? Infinity);
});

it('clauses go only where a bullet would be too long', () => {
  const cuts = findClauseCuts(
    readClause('The mayor, who runs the port, closed the quay, leaving the boats in the bay.'),
  );
  expect(cuts.length).toBeGreaterThan(0);
  expect(cuts.every(({ cost }) => cost > 0)).toBe(true);
});

it('clauses stay in languages whose verbs are not known', () => {
  const sentence = 'Le maire, qui dirige le port, a quitté la salle après le vote du conseil.';
  expect(markCuts(sentence, findClauseCuts, 'fr')).toBe(sentence);
});
