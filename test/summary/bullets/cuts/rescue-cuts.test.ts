import { describe, expect, it } from '@jest/globals';
import { findRescueCuts } from '../../../../src/summary/bullets/cuts/rescue-cuts.ts';
import { markCuts, readClause } from './mark-cuts.ts';

describe('what a sentence loses that would be told nowhere otherwise', () => {
  it.each([
    [
      'a lead with a clause of its own',
      '⟦Struggling to stay open until the last boats are sold in March, ⟧Ostvik and Luleby are racing to find buyers for the oldest yards.',
    ],
    [
      'a lead with dashes in it',
      '⟦As divers searched the bay for the crew — for a week now — ⟧Mara Lund called off the search in the north of the island.',
    ],
    [
      'a lead with commas in it',
      '⟦Sitting down with a reporter, during which she spoke of the fee, ⟧Mara Lund remarked that she was a little surprised by all of this.',
    ],
    [
      'a lead before the only mark',
      '⟦When the ferry left the quay after a long night in the storm, ⟧pilots of the port wondered why the radar was still not mended.',
    ],
    [
      'a lead with "not only"',
      '⟦After weeks spent not only to find the ferry but to lift it from the bay, ⟧Mara Lund called off the search in the north of the island.',
    ],
    [
      'where a name is',
      'Eight crews who had been in the long winter storm were flown back to Ostvik⟦ where doctors will see to them⟧, according to the port.',
    ],
    [
      'what stands between a subject and its verb',
      'Mara Lund⟦, 68, a friend of the pilot since their years at the school in Luleby,⟧ was held up as living proof that the port is safe.',
    ],
    [
      'a relative clause before a day',
      'The pilot Mara Lund⟦, who since the sinking of the ferry and the trial has kept silent,⟧ on Friday declared that the port was not safe.',
    ],
    [
      'what a dash adds',
      'The port wants too many papers from its pilots, the mayor said at a meeting⟦ — a turn from her praise of the No Ship Left Behind law⟧.',
    ],
    [
      'all that a dash adds, and not its end alone',
      'The ferry sank off the island in the storm⟦ — most crews saw it as they came home from the bay⟧.',
    ],
    [
      'a noun that takes up what was said',
      'Both mayors were on opposing sides of the fight for the ferry⟦, differences that pilots have seen for years⟧.',
    ],
    [
      'a time before or behind something else',
      'The mayor sent a list of wrong figures to all the pilots⟦, just a day after crews had struck⟧.',
    ],
    [
      'a circumstance behind a day',
      'The mayor attacked her rival on the fee and the ferry at a debate Sunday⟦ as she sought to win back the island⟧.',
    ],
    [
      'for what somebody is blamed',
      'The mayor had no good word for Roy Poole because he called her stupid⟦ for raising the fee on ferries⟧.',
    ],
    [
      'a clause that denies something itself',
      'Clerks of the port found two long cracks in the old ferry of Ostvik⟦, leaving 600 children without a boat⟧.',
    ],
    [
      'what is told of something that is not known yet',
      'Crews in Ostvik will pay more for the quay from May on since the council voted late on Monday to mend a crane⟦ that clerks have found fault with for years⟧.',
    ],
    [
      'what the last name is',
      'The port of Ostvik announced on Monday the results of its first year with Kelp-2⟦, a radar for small boats, in the bay⟧.',
    ],
    [
      'what somebody is, before a day',
      'Mara Lund⟦, 68, a friend of the pilot since their years at the school in Luleby,⟧ today announced that the port of Ostvik is not safe.',
    ],
    [
      'what takes up what was said',
      'The port of Ostvik only last month began to save the letters of all its mayors and pilots, a clerk of the council said⟦, a turn that few in the town had seen coming⟧.',
    ],
    [
      'what a subject of several words did',
      'A clerk who had sold the boats of the port⟦, spending it all on a house, a car and two horses,⟧ was sent to prison on Monday.',
    ],
    [
      'a lead before a statement with a later "its"',
      '⟦Coming down on the port over the long delay of the quay, ⟧the high court on Monday gave the council a week to open at least one of its gates.',
    ],
    [
      'the second of two that hang on one "to"',
      'Mara Lund and her crew came back in the last minute of the race to take the cup of Ostvik⟦ and keep it for the year⟧.',
    ],
    [
      'the second of two at the end',
      'Clerks of the port found two long cracks in the old ferry of Ostvik on Monday and will leave more than a hundred crews to the winter⟦ and the island to a single doctor⟧.',
    ],
    [
      'what is told of a source',
      'Crews of old ferries sleep less at sea than those of new ones, a study⟦ of more than 700 pilots⟧ suggests.',
    ],
    [
      'a circumstance behind a range that is over',
      'The mayors quarrelled over issues from the ferry fee to the school⟦ as crews looked on in the hall⟧.',
    ],
  ])('%s', (_, row) => {
    expect(markCuts(row, findRescueCuts)).toBe(row);
  });

  it.each([
    [
      'who says it',
      'According to the harbour police of Ostvik, Mara Lund was at the wheel all night.',
    ],
    [
      'who says it',
      'Mara Lund, 68, police said, was at the wheel of the ferry for all of the night.',
    ],
    [
      'who says it',
      'The ferry was old and had no radar for most of its last two years — police said.',
    ],
    [
      'a condition',
      'If the ferry sails in the storm of the night, Mara Lund will lose her post at the port.',
    ],
    [
      'a condition behind what would go',
      'The mayor of Ostvik will close the port for the winter, leaving two crews at sea, unless the ice breaks.',
    ],
    [
      'for what somebody voted',
      'The old council of the town of Ostvik voted late on Monday night to raise the fee on ferries.',
    ],
    [
      'what somebody is asked to do',
      'The old mayor of the town of Ostvik asked all pilots of the ferries on the quay to leave the port.',
    ],
    [
      'a subject and its verb behind a lead',
      'As a 12-year-old, Emil Haug had stood on the quay of Ostvik and watched in awe how Mara Lund, the best of all pilots, won six races off the island in a row.',
    ],
    [
      'the last of three',
      'The mayor of the old town of Ostvik said on Monday to the crews of all ferries that there was one pilot, one doctor and one teacher of the school.',
    ],
    [
      'one of two owners',
      "The mayor of the old town of Ostvik said on Monday to the crews of all ferries that she knew of the port's and the council's old plans.",
    ],
    [
      'the noun of an attribute',
      'The name of the old pilot of Ostvik made most people think of a cruel, conniving sailor whose ferry sank.',
    ],
    [
      'what somebody is seen as',
      'The mayor of the old town of Ostvik said to her crews that the pilot saw himself as a "dead man" and left the port.',
    ],
    [
      'one of a pair',
      'The mayor of the old town of Ostvik said on Monday to the crews of all ferries that both the captain and the pilot were at sea.',
    ],
    [
      'whom it does not hold for',
      'The mayor of Ostvik was asked to leave the hall for the night, leaving two clerks there, not the pilots.',
    ],
    [
      'what a sentence of few words tells of something',
      'The council of Ostvik voted on Monday for a law that bars ferries from the port.',
    ],
    [
      'a denial',
      'The mayor did not leave her post at the port of Ostvik because of the fee she had raised.',
    ],
    [
      'what the rest takes up',
      'When the old crew of the ferry left Ostvik with its owner, Mara Lund gave them a new boat.',
    ],
    [
      'the rest of a list',
      'While visiting the ports of Kelp Bay, Ostvik and other towns that pilots named, she was ill for most of it.',
    ],
    [
      'one of several',
      'The pilot Mara Lund, the mayor and a clerk, went to the island for a week of talks in May.',
    ],
    [
      'a denial',
      'The port said that it will not stop the ferry after the loss of three boats while its pilots examine the radar.',
    ],
    [
      'a limit',
      'The court told the paper to pay the mayor for printing the old claims, although most of it was true in the end.',
    ],
    [
      'who it was about',
      'Mara Lund, 61, resigned from the port on Thursday after her deputy, a pilot, was arrested for taking bribes.',
    ],
    [
      'who says it',
      'Roy Poole, pilots in the north of the island who knew him allege, used the money to buy two old boats and a net.',
    ],
    [
      'who says it',
      'The port will lose most of its old crews to a yard in Luleby as the fleet shrinks, two pilots who saw the plan said.',
    ],
    [
      'how far it holds',
      'In tests with two old boats that had been mended in the yard, the new engine used half of the oil in a week.',
    ],
    [
      'how far it holds',
      'The new fee will be paid from January by all Norwegians who live on the island for most of the long year.',
    ],
    [
      'a condition',
      'The fleet will lend the port two boats over the year to come, as long as its crews come back.',
    ],
    [
      'a condition',
      'The two ports will open their quays to all of the boats again once both have signed.',
    ],
    [
      'a contrast',
      'The crews of the port will be back on their boats on Monday after talks in the spring, but two yards stay shut.',
    ],
    [
      'what came of it',
      'Doctors told the crew on Sunday that he could sail again in the spring of the year before he fell ill and died.',
    ],
    [
      'the verb',
      'The court set the pilot of the ferry free on Wednesday after the company, which had kept the boat, was fined.',
    ],
    [
      'what is said of it',
      'The mayor described the sinking of the ferry and the loss of its crew as a failure for which she must answer.',
    ],
    [
      'the first of a list',
      'The pilot of the old ferry was found guilty on three counts: taking a boat, leaving the quay, and theft.',
    ],
    [
      'half a range',
      'The mayor spoke of her years at sea, from her time with the fleet as crews were hired by the day to the trial.',
    ],
    [
      'half a comparison',
      'The port of Ostvik sent to the islands of the north as many as 300 boats in the first week.',
    ],
    [
      'what belongs to a clause that is not over',
      'Roy Poole sold the old ferry in the spring of the year as Ostvik, leaving the race, closed its yards.',
    ],
    [
      'the end of a sentence that is a circumstance',
      'Now that the ferry has been sold to a firm in the south, leaving the island with one boat.',
    ],
  ])('never %s: %s', (_, row) => {
    expect(markCuts(row, findRescueCuts)).toBe(row);
  });
});

it('of what somebody is goes the detail, or all of it', () => {
  const cuts = [
    'Brask Line, the old company⟦ that carries pilots, crews and clerks to the islands⟧, has sold all of its boats to a firm in Spain.',
    'Brask Line⟦, the old company that carries pilots, crews and clerks to the islands,⟧ has sold all of its boats to a firm in Spain.',
  ];
  for (const row of cuts) {
    const [, cut = ''] = /⟦(.+)⟧/u.exec(row) ?? [];
    const sentence = row.replace(/[⟦⟧]/gu, '');
    const found = findRescueCuts(readClause(sentence));
    expect(found.map(({ start, end }) => sentence.slice(start, end))).toContain(cut);
  }
});
