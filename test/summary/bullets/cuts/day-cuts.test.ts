import { describe, expect, it } from '@jest/globals';
import { NEWS_DAY } from '../../../../src/summary/bullets/cuts/cut.ts';
import { findDayCuts } from '../../../../src/summary/bullets/cuts/day-cuts.ts';
import { markCuts, readClause } from './mark-cuts.ts';

describe('the day on which something was done', () => {
  it.each([
    'The ferry struck the breakwater⟦ on Tuesday⟧, and it sank.',
    'The ferry struck the breakwater⟦ on Tuesday night⟧ off the coast.',
    'Police said⟦ Tuesday⟧ that the ferry had sunk.',
    'Police said⟦ early Tuesday⟧ that the ferry had sunk.',
    'The bridge reopened⟦ on Monday⟧ after repairs.',
    'A whale was found in Ostvik⟦ Thursday⟧ by two boys.',
    'The mayor resigned⟦ yesterday⟧ after a vote.',
    'The list was released⟦ on Monday⟧ after a vote.',
    'The pilot said the storm may have sunk the ferry off Kelp Bay⟦ on Tuesday⟧.',
    'The pilot will rest after he was hurt in a race off Kelp Bay⟦ on Tuesday⟧.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findDayCuts)).toBe(row);
  });

  it.each([
    ['is to come', 'The council will vote on Tuesday on the new harbour tax.'],
    ['is to come', 'The trial begins on Friday at the district court.'],
    ['is to come', 'Drivers must pay from Monday to cross the old bridge.'],
    ['is a deadline', 'The owners were told to leave the quay by Friday at noon.'],
    ['bounds something', 'The quay was closed until Sunday because of the storm.'],
    ['bounds something', 'The quay was closed from Tuesday to Friday because of the storm.'],
    ['is one of several', 'The library was closed on Sunday and Monday.'],
    ['opens the sentence', 'Tuesday was the coldest day of the winter in Ostvik.'],
    ['is part of a name', 'The mayor spoke on Black Friday about the shops.'],
    ['is part of a name', 'The mayor spoke on Ash Wednesday about the shops.'],
    ['is part of a name', 'The striker joined Sheffield Wednesday in the summer.'],
    ['is part of a name', 'Her column stood in the Sunday Times for years.'],
    ['has an owner’s ending', "The team won Saturday's match against Kelp Bay."],
    ['has a date behind it', 'The shop opened on Tuesday 3 May near the quay.'],
    ['has a date behind it', 'The shop opened on Friday the 13th of May.'],
    ['is last week’s or next week’s', 'The ferry sank last Tuesday off the coast.'],
    ['is what was spent', 'The mayor spent Tuesday on a tour of the new quays.'],
    [
      'tells when what it speaks of came',
      'The mayor told a reporter in an interview aired on Monday when asked about the fee.',
    ],
    ['tells when what it speaks of came', 'The fee rose by a tenth in figures released Tuesday.'],
    ['tells which one', '(NPA) -- On a tape released Sunday, the pilot speaks of the ferry.'],
    ['tells which one', 'In an order issued Friday, the court gave the port 60 days.'],
    ['is a date that was set', 'The council and the port have set Tuesday as a date for the sale.'],
    ['tells which one', 'Lund was the third pilot speaking Tuesday who knew of the leak.'],
    ['is no certain day', 'The ferry sailed every Tuesday and came back in a week.'],
    ['is no certain day', 'The ferry sank on a Tuesday and nobody knew why.'],
    ['stands between quotation marks', 'The sign said “closed on Tuesday for repairs” in red.'],
    ['is today and the news itself', 'What the patients need today is a doctor in the valley.'],
  ])('stays where it %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findDayCuts)).toBe(sentence);
  });

  it('costs next to nothing, and nothing where something was said on it', () => {
    const cuts = findDayCuts(readClause('The ferry sank on Tuesday off the coast.'));
    expect(cuts).toEqual([{ start: 14, end: 25, rule: 'day', cost: NEWS_DAY }]);
    const [said] = findDayCuts(readClause('The ferry had sunk off the coast, Lund said Tuesday.'));
    expect(said?.cost).toBe(0);
  });

  it('goes in German too', () => {
    const row = 'Die Fähre lief⟦ am Dienstag⟧ im Hafen auf Grund.';
    expect(markCuts(row, findDayCuts, 'de')).toBe(row);
    const toCome = 'Die Fähre wird am Dienstag im Hafen gehoben.';
    expect(markCuts(toCome, findDayCuts, 'de')).toBe(toCome);
  });

  it('stays in languages whose days are not known', () => {
    const sentence = 'Lautta upposi tiistaina satamaan.';
    expect(markCuts(sentence, findDayCuts, 'fi')).toBe(sentence);
  });
});
