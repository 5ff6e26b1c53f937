import { describe, expect, it } from '@jest/globals';
import { findAsideCuts } from '../../../../src/summary/bullets/cuts/aside-cuts.ts';
import { markCuts, readClause } from './mark-cuts.ts';

describe('parentheses', () => {
  it.each([
    'The player⟦ (right)⟧ scored in the second half.',
    'The eel⟦ (Anguilla anguilla)⟧ came back to the bay.',
    'The trench is 6,000 metres⟦ (3.7 miles)⟧ deep.',
    'The pilot⟦ (pictured this week)⟧ sailed to Ostvik.',
    'The pilot⟦ (not pictured)⟧ sailed to Ostvik.',
    'The ferry sailed at 9:30 a.m. local time⟦ (3:30 a.m. ET)⟧ on its last way.',
    'The minister⟦ (Labour)⟧ and the governor⟦ (Greens)⟧ signed the plan.',
  ])('go: %s', (row) => {
    expect(markCuts(row, findAsideCuts)).toBe(row);
  });

  it.each([
    ['more than a note', 'The board (one pilot left the party of the mayor in May) stayed.'],
    ['a number', 'The ferry (61 people were on board) sank off the coast.'],
    ['a number', 'The ferry (built in 1998) sank off the coast.'],
    ['an age', 'Mara Lund (56) saw the ferry sink off the coast.'],
    ['a number in words', 'The ferry (twelve people were on board) sank off the coast.'],
    ['a negation', 'The ferry (which was not insured) sank off the coast.'],
    ['an exception', 'Anyone (except children) may fish in the bay.'],
    ['a condition', 'The mayor (if elected again) wants a bridge.'],
    ['who claims it', 'The ferry (said the owner) was safe.'],
    ['whose', 'The port fears rest (for pilots) and sleep (for sailors) at sea.'],
    ['of whom it is denied', 'The crew had no divers (with papers) to search the wreck.'],
    ['half a word', 'The harbour(s) of the coast were closed.'],
    ['an editor’s words', 'Lund called it “the worst [storm] of the century” in a letter.'],
  ])('stay where they hold %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findAsideCuts)).toBe(sentence);
  });
});

describe('asides between dashes', () => {
  it.each([
    'The ferry⟦ — the last of its kind —⟧ sank off the coast.',
    'The ferry⟦ -- the last of its kind --⟧ sank off the coast.',
    'The ferry⟦ – the last of its kind –⟧ sank off the coast.',
    'OSTVIK, Norrland — The council of Luleby closed the old quay⟦ — a relief for the neighbours⟧.',
    'The council of Ostvik closed the old quay⟦ — a relief for the neighbours⟧.',
  ])('go: %s', (row) => {
    expect(markCuts(row, findAsideCuts)).toBe(row);
  });

  it.each([
    ['what was announced', 'Lund hoped to do what a pilot seldom does — to find the wreck.'],
    ['half a clause', 'The odd thing about many of the boats is that they — all of it is wet.'],
    ['another clause', 'Lund left the port in May — in a storm — a move that pleased many.'],
    ['a limit', 'The council cleared the pilot of the old ferry — albeit for a year.'],
    ['what was announced', 'He took a step in May — to leave the port — with dreams of Spain.'],
    ['what goes on', 'If the port is shut for long — as it was — then it is dry.'],
    ['what was announced', 'The truth about the port is in the files of Ostvik — that it leaks.'],
    ['a choice', 'The council spoke of the use — or waste — of the old ferry.'],
    ['one of several', 'Pilots, sailors — and divers — were sent home by the captain.'],
    ['what goes on', 'Lund sold nets — and ropes, oars — and they were soon worn out.'],
    ['what goes on', 'While the boats lay in the bay — the ferry too — they were safe.'],
    ['one word', 'Ostvik fears a second — human — disaster after the storm of May.'],
    ['a number', 'The ferry — it was 40 years old — sank off the coast.'],
    ['a negation', 'The ferry — never a safe ship — sank off the coast.'],
    ['who claims it', 'The ferry — said to be unsafe — sank off the coast.'],
    ['words between marks', 'Lund called it “a relief — for all of us — at last” in a letter.'],
    ['a compound or a range', 'The Lund–Fenn plan for the years to come is well-known in Ostvik.'],
    ['most of the sentence', 'One thing — the mayor of Ostvik wants a bridge for lorries.'],
    ['a list', 'The fair — eel — the boats — the band — was closed by the storm.'],
  ])('stay where they hold %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findAsideCuts)).toBe(sentence);
  });

  it('go only where a bullet would be too long', () => {
    const [aside] = findAsideCuts(readClause('The ferry — the last of its kind — sank.'));
    expect(aside?.cost).toBeGreaterThan(0);
    const [parenthesis] = findAsideCuts(readClause('The ferry (pictured) sank.'));
    expect(parenthesis?.cost).toBe(0);
  });

  it.each([
    ['where it tells a party and its state', 'Mayor Roy Poole (G-Luleby) sank.', 0],
    ['where it tells them in short', 'Mayor Roy Poole (G-Lul.) sank.', 0],
    ['but not where it tells a place', 'The ferry of Ostvik (Norrland) sank.', 1],
    ['nor where it tells who', 'The ferry of the mayor (Greens) sank.', 1],
  ])('always go %s', (_, sentence, cost) => {
    expect(findAsideCuts(readClause(sentence))[0]?.cost).toBe(cost);
  });
});
