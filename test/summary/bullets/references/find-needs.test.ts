import { describe, expect, it } from '@jest/globals';
import { findNeeds } from '../../../../src/summary/bullets/references/find-needs.ts';
import { inventedStory, lastLine } from '../invented-story.ts';
import { kindsOf, needsOf } from './needs-of.ts';

describe('a sentence that needs nothing', () => {
  it.each([
    'The council of Ostvik approved a new fee for small boats.',
    'Fishermen in Ostvik sold their boats to a firm in Spain.',
    'Ostvik raised its harbour fee by a tenth this week.',
    'The government of Norrland said the sun would shine in spring.',
    'There is nobody left on Seal Island who can sail.',
    'Despite its age, the sun will shine on Ostvik for long.',
    'Ferries matter to those who live on Seal Island.',
  ])('%s', (sentence) => {
    expect(kindsOf(['Winter came early on the west coast.', sentence])).toEqual([]);
  });
});

it('a pronoun in front of the name it speaks of needs nothing', () => {
  const lede = 'Mara Lund, who runs Ostvik, gave back 14 masks.';
  expect(kindsOf([lede, 'In her speech, Lund said masks belong to islanders.'])).toEqual([]);
});

describe('a thing that another sentence introduced', () => {
  const lede = 'Ostvik signed a deal with Luleby about eels.';

  it.each([
    ['taken up', [lede, 'The deal runs for nine years and three months.'], 'deal'],
    ['somebody else', [lede, 'Emil Haug wrote a letter to the Dane.'], 'dane'],
    ['taken up', [lede, 'Critics say the decision will harm small towns.'], 'decis'],
    ['somebody', [lede, 'The Norwegian has lived on Seal Island for years.'], 'norweg'],
    [
      'taken up by a word for it all',
      [lede, 'The drama began when Luleby sold its harbour.'],
      'drama',
    ],
    ['the subject', [lede, 'The visuals were a joy to all of Ostvik.'], 'visual'],
    ['a kind', [lede, 'The SUV was seen in Ostvik and in Luleby.'], 'suv'],
    ['spoken of', ['Ostvik has a lighthouse.', 'Nobody has painted the lighthouse since May.'], ''],
  ])('is needed where it is %s: %j', (_, sentences, stem) => {
    const needs = needsOf(sentences);
    expect(needs.map(({ kind }) => kind)).toEqual(['thing']);
    expect(needs[0]?.kind === 'thing' ? needs[0].stem : '').toContain(stem);
  });

  it.each([
    ['what follows says which', [lede, 'The deal between Ostvik and Luleby runs for nine years.']],
    ['a name says which', [lede, 'The Luleby deal runs for nine years and three months.']],
    ['there is only one', ['It rained in Ostvik.', 'Clouds hid the sun in all of Norrland.']],
    ['its firm is named', [lede, 'Ostvik Ferries said the company would buy more boats.']],
    ['its player is named', ['It rained.', 'Emil Haug won in Luleby as the Dane rowed alone.']],
    ['the sentence says it', ['It rained.', 'Ostvik signed a deal and broke the deal in May.']],
  ])('is not needed where %s: %j', (_, sentences) => {
    expect(kindsOf(sentences)).toEqual([]);
  });

  it('is not needed by the first sentence, which introduces', () => {
    expect(kindsOf(['The decision to close three schools divides Ostvik.'])).toEqual([]);
  });

  it('is needed by the first sentence where it takes up what stands above the text', () => {
    expect(kindsOf(['The company was founded by seven sailors in Ostvik.'])).toEqual(['thing']);
  });
});

describe('somebody or something that another sentence named', () => {
  it.each([
    ['In 2031 she was the first woman on board a research ship.', 'somebody'],
    ['Nobody knew where he had gone on that night.', 'somebody'],
    ['Its owner lives in Spain with three dogs and a parrot.', 'sentence-before'],
    ['Researchers called this result a step forward for medicine.', 'sentence-before'],
    ['One had served with a cook from Luleby in the navy.', 'sentence-before'],
    ['Nine of them have sailed from Luleby with a cook from Ostvik.', 'sentence-before'],
    ['The 1,200 sailed to Luleby with a cook from Ostvik.', 'sentence-before'],
    ['The one who does is the pilot most identified with the quay in Ostvik.', 'sentence-before'],
    ['The others were pulled from the water within an hour.', 'sentence-before'],
    ['Snow fell on Ostvik that day and closed all schools.', 'sentence-before'],
    ['Critics said there the water was too deep for small boats.', 'sentence-before'],
    ['Painted to look like a ferry, it fooled all sailors of Ostvik.', 'sentence-before'],
    ['Sailors of Ostvik paid a fee for that form in May.', 'sentence-before'],
    ['The same was said of sailors in Ostvik and Luleby.', 'sentence-before'],
    ['What they found were eels and a box of masks.', 'sentence-before'],
    ['Satisfied, it swam back to the harbour of Ostvik.', 'sentence-before'],
    ['Here, a sailor from Ostvik tells what she has learned.', 'sentence-before'],
    ['If one leaves, Ostvik buys a ferry in May.', 'sentence-before'],
    ['Nurses in Ostvik said another 30 sailors had drowned.', 'sentence-before'],
    ['First it was hard to row in Ostvik, then to sail.', 'sentence-before'],
    ['Another sailor from Luleby drowned in May.', 'sentence-before'],
    ['Six other boats from Luleby sank in the same storm.', 'sentence-before'],
    ['Mara Lund might have had another soon before the race.', 'sentence-before'],
    ['Nobody in Ostvik had seen eels of such a size before.', 'sentence-before'],
    ['The harbour board of Ostvik responded with a fine.', 'sentence-before'],
  ])('is needed: %s', (sentence, kind) => {
    expect(kindsOf(['Winter came early on the west coast.', sentence])).toContain(kind);
  });

  it.each([
    ['en', 'Mara Lund and other sailors left the harbour of Ostvik.'],
    ['en', 'Each other boat in Ostvik was painted green in May.'],
    ['de', 'Mara Lund rechnet mit weiteren Stürmen vor Ostvik.'],
  ])('is not needed where others are told apart in the sentence: %s %s', (language, sentence) => {
    expect(kindsOf(['Winter came early.', sentence], language)).toEqual([]);
  });

  it('is needed where a German sentence opens with what it adds', () => {
    const sentences = ['Im Hafen war es still.', 'Die weiteren Boote blieben in Ostvik.'];
    expect(kindsOf(sentences, 'de')).toContain('sentence-before');
  });

  it('is not needed where a name stands for it already', () => {
    const story = inventedStory(['It snowed. She was seen in Ostvik by three sailors.']);
    const line = lastLine(story);
    const resolved = new Set([line.tokens[0]?.start ?? -1]);
    expect(findNeeds(story, line, { kept: line.tokens, resolved })).toEqual([]);
  });

  it('is needed where the name was cut', () => {
    const story = inventedStory([
      'Tomas Verrin left. Mr. Verrin slept. Soon Mr. Verrin woke, and in spring he was sent home.',
    ]);
    const line = lastLine(story);
    const kindsIn = (kept: typeof line.tokens): readonly string[] =>
      findNeeds(story, line, { kept, resolved: new Set() }).map(({ kind }) => kind);
    expect(kindsIn(line.tokens)).toEqual([]);
    expect(kindsIn(line.tokens.slice(line.tokens.findIndex(({ text }) => text === 'in')))).toEqual([
      'somebody',
    ]);
  });
});

describe('what may be no statement', () => {
  it.each([
    ['Anna Lund waves to sailors in front of Ostvik harbour.', ['statement']],
    ['A sailor leans on a rail in Ostvik in May.', ['statement']],
    ['Ostvik against Luleby in a protest over fees.', ['statement']],
    ['Anna Lund, 71, is shown with a boat in Ostvik.', ['statement']],
    ['Lost at sea: Anna Lund was found off Ostvik.', ['statement']],
    ['Anna Lund (left), a pilot, was found off Ostvik.', ['statement']],
    ['Anna Lund (behind the mast, left) was found off Ostvik.', ['statement']],
    ['Anna Lund (not the left wing) was found off Ostvik.', []],
    ['Police: Anna Lund was found off Ostvik.', []],
    ['Anna Lund was shown a boat in Ostvik this Saturday.', []],
    ['Anna Lund, who waves to sailors, was born in Ostvik.', []],
    ['A ferry leans to port when it is loaded with sand.', []],
    ["There'll be snow in Ostvik for a week.", []],
  ])('is a need: %s', (sentence, kinds) => {
    expect(kindsOf(['Winter came early on the west coast.', sentence])).toEqual(kinds);
  });
});

it.each([
  'Police seized five sailors, all of them from Ostvik, in the hold of a ferry.',
  'Roy Poole robbed three sailors in Ostvik, where one of them, a cook, fell.',
  'Roy Poole sold twelve boats in Ostvik, and nine of them have sunk.',
  'Roy Lund met Ann Poole over a letter that the pair wrote to Ostvik.',
])('what the sentence itself explains is no need: %s', (sentence) => {
  expect(kindsOf(['Winter came early on the west coast.', sentence])).toEqual([]);
});

describe('a surname that two people bear', () => {
  const family = 'Roy Lund and Ann Lund run Ostvik.';

  it('is a need where nobody can say whose it is', () => {
    expect(kindsOf([family, 'Police said Lund left Ostvik in May.'])).toEqual(['thing']);
  });

  it('is one need however often it stands there', () => {
    expect(kindsOf([family, 'Police said Lund left as Lund had no boat.'])).toEqual(['thing']);
  });

  it.each(['Police said Ann Lund left Ostvik in May.', 'Police said Ostvik was calm in May.'])(
    'is none in full, nor any other name: %s',
    (sentence) => {
      expect(kindsOf([family, sentence])).toEqual([]);
    },
  );
});

describe('the voice of the writer', () => {
  it.each([
    ['I moved to Ostvik three winters ago and stayed.', ['voice']],
    ['Wool is what you need next to skin in winter.', ['voice']],
    ['Mara Lund said “we were wrong” on air in Ostvik on a cold morning in May.', []],
    ['“I thought he was lost,” said Mara Lund of Ostvik.', ['voice']],
    ['“Eels have no price,” said Mara Lund of Ostvik.', []],
  ])(
    'is heard outside quotation marks, and where they hold much of the sentence: %s',
    (sentence, kinds) => {
      expect(kindsOf(['Winter came early on the west coast.', sentence])).toEqual(kinds);
    },
  );
});

it('the voice of the writer is left rather than a thing that is not introduced', () => {
  const lede = 'Winter came early on the west coast.';
  const weightOf = (sentence: string): number => {
    const [need] = needsOf([lede, sentence]);
    return need !== undefined && need.kind !== 'never' ? need.weight : Infinity;
  };
  const thing = weightOf('The deal runs for nine years and three months.');
  expect(weightOf('I moved to Ostvik three winters ago and stayed.')).toBeGreaterThan(thing);
  expect(weightOf('Wool is what you need next to skin in winter.')).toBeGreaterThan(thing);
});

it('the voice of the writer is expected where they tell it all in person', () => {
  const letter = ['I moved to Ostvik.', 'My boat sank.', 'You would like the eels, as I do.'];
  const weigh = (before: readonly string[]): number => {
    const [need] = needsOf([...before, 'I stayed in Ostvik for three winters.']);
    return need?.kind === 'voice' ? need.weight : Infinity;
  };
  expect(weigh(letter)).toBeLessThan(weigh(['Winter came early.', 'A boat sank.', 'Eels died.']));
});

describe('what is never a bullet', () => {
  it.each([
    [
      'no-sentence',
      'Mayor opens new bridge Three held after barn fire School band wins eel prize Port sold.',
    ],
    ['opener', 'He denied that the ferry had sunk.'],
    ['opener', 'They were pulled from the water within an hour.'],
    ['opener', 'This is the worst year for eels since records began.'],
    ['opener', 'Which is why the ferry to Ostvik was sold to a firm.'],
    ['opener', 'Or the night when the ferry sank off the coast of Ostvik.'],
    ['opener', '“It was bound to sink,” said Mara Lund, a sailor from Ostvik town.'],
    ['half-quote', 'Mara Lund called the ferry “old and rusty in a letter to Ostvik.'],
    ['half-quote', 'The ferry was old and rusty,” said Mara Lund of the harbour board.'],
    ['half-quote', "We still have two boats left before winter,' Mara Lund told Ostvik radio."],
    ['half-quote', 'Mara Lund said that low fees ‘go to the heart of what Ostvik wants.'],
    ['half-quote', 'The ferry (an old one sank off the coast of Ostvik.'],
    ['question', 'Who will pay for a new ferry between Ostvik and Luleby?'],
    ['no-sentence', 'Two people drowned.'],
    ['no-sentence', 'A view of the harbour of Ostvik from the old lighthouse'],
    ['no-sentence', '[an] inn … built by sailors who live in Ostvik.'],
    ['no-sentence', 'If the ferry sinks near Ostvik — in a winter in which nobody sails.'],
    ['no-sentence', 'Had Mara Lund kept the unlicensed radar in the harbour of Ostvik.'],
    ['no-sentence', 'Why the old harbour of Ostvik is promising.'],
    ['no-sentence', 'Among the rules that come into force in Ostvik today are:.'],
    ['no-sentence', 'Among the rules in force in Ostvik today are: Other fees will rise as well.'],
    ['no-sentence', 'Anna Lund: possession of a stolen boat, held in Ostvik.'],
    ['no-sentence', 'Mara B. Lund: possession of a stolen boat, held in Ostvik.'],
    ['half-quote', 'Mara Lund thanked the board of Ostvik for ‘.'],
    ['no-sentence', 'HARBOUR: The northern one, with a view of Ostvik.'],
    ['no-sentence', 'The one that hit Ostvik and the one that was seen in Luleby.'],
    ['no-sentence', 'The sailor Mara Lund who was seen in Ostvik.'],
    ['no-sentence', 'Mara Lund scores for Ostvik against Luleby on'],
    ['no-sentence', '3 wins, 2 draws, 1 loss, 14 boats passed.'],
    ['no-sentence', 'If Ostvik buys boats which are as good as ours—in a year in which we sailed.'],
    ['no-sentence', 'Home | News | Sport | Weather | The harbour of Ostvik.'],
    ['all-speech', '“We came at dawn and found all boats gone,” said Odd Holm.'],
    ['all-speech', '—The boats of Ostvik had gone —said Odd Holm of Luleby.'],
    ['junk', 'Click here for more pictures of the old harbour of Ostvik.'],
    ['junk', 'Mara Lund, sailor, born 4 May 1937; died 9 June 2021.'],
    ['junk', 'Here’s the latest report on the old harbour of Ostvik.'],
    ['junk', 'The following chart shows what eels cost in Ostvik each year.'],
    ['junk', 'Subscribe to our newsletter about the old harbour of Ostvik.'],
  ])('%s: %s', (because, sentence) => {
    expect(kindsOf(['Winter came early on the west coast.', sentence])).toEqual([
      `never: ${because}`,
    ]);
  });

  it.each([
    'HARBOUR: Mara Lund bought boats for Ostvik in May.',
    'Mara Lund sues people for comments posted in Ostvik in May.',
    'Subscribers of Ostvik Radio met Mara Lund in May.',
    'The sailor who was seen in Ostvik left for Luleby in May.',
    'Why the ferry sank is what Mara Lund wants to know.',
    'If those who sail leave Ostvik the town will lose its school.',
    '3 sailors, 2 cooks and 1 pilot left the old ferry before it sank off Ostvik.',
    'The boats that won in Ostvik are: two ferries and a tug.',
    "The sailors' boats lay in the harbour of Ostvik all winter.",
    "Mara Lund painted the boats of Ostvik's sailors in the '90s style.",
  ])('a whole sentence with apostrophes or a clause as its subject may be one: %s', (sentence) => {
    expect(kindsOf(['Winter came early on the west coast.', sentence])).not.toContainEqual(
      expect.stringContaining('never'),
    );
  });

  it.each([
    ['de', 'Er bestreitet, auf der Brücke geschlafen zu haben.'],
    ['de', 'Dies ist das schlechteste Jahr für den Aal seit langem.'],
    ['fr', 'Il nie avoir dormi sur la passerelle du bateau.'],
    ['es', 'Ella negó haber dormido en el puente del barco.'],
    ['it', 'Questo è il peggior anno per le anguille del porto.'],
    ['pt', 'Ele nega ter dormido na ponte do navio da cidade.'],
    ['nl', 'Hij ontkent dat hij op de brug van het schip sliep.'],
    ['ru', 'Он отрицает, что спал на мостике старого парома.'],
    ['ja', 'これは過去四十年で最悪の事故とされ、島の住民は悲しんでいる。'],
    ['zh', '他否认在驾驶台上睡着，并表示雷达早已损坏。'],
    ['ko', '그는 배의 다리에서 졸았다는 혐의를 모두 부인했다.'],
    ['ar', 'وهو ينفي أنه نام على جسر العبارة القديمة في الميناء.'],
    ['hi', 'उसने पुल पर सोने के आरोप से साफ इनकार किया है।'],
  ])('a sentence that opens with a pronoun of its language: %s', (language, sentence) => {
    expect(kindsOf([sentence], language)).toEqual(['never: opener']);
  });
});

describe('what goes on from a line that broke off', () => {
  const rest = 'Brask Line and its old ferry were sold to a firm in Spain.';
  const isBullet = (above: string, subheads: readonly number[] = []): boolean => {
    const story = inventedStory([above, rest], { subheads });
    const line = lastLine(story);
    const needs = findNeeds(story, line, { kept: line.tokens, resolved: new Set() });
    return needs.every(({ kind }) => kind !== 'never');
  };
  const broken = 'The council of Ostvik has sold the ferry of the island to';

  it('is no sentence', () => {
    expect(isBullet(broken)).toBe(false);
  });

  it('is one below a heading, or below what has come to its end', () => {
    expect(isBullet('The day before')).toBe(true);
    expect(isBullet(broken, [0])).toBe(true);
    expect(isBullet('The council of Ostvik sold two ferries, and knew whom it sold them to.')).toBe(
      true,
    );
  });
});
