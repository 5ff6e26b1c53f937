import type { Article } from '../../src/article/article.ts';

/** An invented story and questions to it: the paragraph that answers, or none. */
export interface AskedStory {
  readonly article: Article;
  readonly questions: readonly (readonly [question: string, paragraph: number | undefined])[];
}

function story(title: string, paragraphs: readonly string[], language = 'en'): Article {
  return { title, byline: [], language, paragraphs, subheads: [], notes: [] };
}

/** The first half was looked at when the rules were made; the second is what the bench reports. */
export const askedStories: readonly AskedStory[] = [
  {
    article: story('Ostvik closes its old ferry', [
      'The town of Ostvik will take its last steam ferry out of service in October, the council decided on Tuesday by nine votes to four.',
      'The Sea Hen has carried people and sheep to the outer islands since 1931. It needs a new boiler that would cost 2.4 million crowns.',
      '“We cannot ask the schools to pay for a boiler,” said Mayor Tilde Brask, who had voted for the ferry two years ago.',
      'An electric boat built in Luleby will replace it. It takes 120 passengers and needs 40 minutes for the crossing, a quarter of an hour less than before.',
      'Islanders fear for their market. Their spokesman, Anders Holm, wants a vote of all 3,100 residents because nobody asked them.',
    ]),
    questions: [
      ['When does the ferry stop running?', 0],
      ['How many votes were against it?', 0],
      ['How much would the new boiler cost?', 1],
      ['Since when has the Sea Hen carried people?', 1],
      ['Who is the mayor?', 2],
      ['How many passengers does the new boat take?', 3],
      ['Where was the electric boat built?', 3],
      ['Why does Anders Holm want a vote?', 4],
      ['How old is the mayor?', undefined],
      ['What do tickets for the crossing cost?', undefined],
      ['Which bank lends the money?', undefined],
    ],
  },
  {
    article: story('A beetle that drinks fog', [
      'Biologists at the University of Carrow have found out how a desert beetle drinks from the morning fog.',
      'The animal stands on its head on the ridge of a dune. Drops form on bumps on its wings and run down to its mouth.',
      'The bumps attract water and the wax between them repels it, says Ilse Brandt, who led the study. Her team filmed 212 beetles over three winters.',
      'The researchers copied the pattern onto plates of glass. A square metre collected four litres a night, twice as much as the nets that villages use.',
      'A firm in Luleby wants to sell such plates from 2033. Brandt warns that dust might clog them.',
    ]),
    questions: [
      ['Who led the study?', 2],
      ['How many beetles were filmed?', 2],
      ['How do the beetles get water to their mouth?', 1],
      ['How much water does a square metre of glass collect?', 3],
      ['What could clog the plates?', 4],
      ['When will the plates be sold?', 4],
      ['How long do the beetles live?', undefined],
      ['Who paid for the research?', undefined],
      ['What do birds eat in the desert?', undefined],
    ],
  },
  {
    article: story('Kelp Bay beat Norrland after extra time', [
      'Kelp Bay won the island cup on Saturday, beating Norrland 3-2 after extra time in front of 8,400 people.',
      'Captain Mara Lund scored twice, the second time with a header in the 118th minute.',
      'Norrland had led 2-0 at half-time through goals of Erik Moe and Jon Fenn. Their goalkeeper, Siri Aune, broke a finger and went on playing.',
      '“I told them that nobody sails home after the first storm,” said coach Petter Vik.',
      'Kelp Bay will meet the mainland champions in May. Lund may be missing: she saw her fifth yellow card.',
    ]),
    questions: [
      ['What was the score?', 0],
      ['Who scored the winning goal?', 1],
      ['Who scored for Norrland?', 2],
      ['What happened to the goalkeeper?', 2],
      ['Why may Lund be missing in May?', 4],
      ['How many people watched?', 0],
      ['Who was the referee?', undefined],
      ['What does a season ticket cost?', undefined],
    ],
  },
  {
    article: story(
      'Luleby baut eine Brücke aus Holz',
      [
        'Die Stadt Luleby baut bis zum Herbst eine Brücke aus Holz über den Fjord. Das teilte das Bauamt am Montag mit.',
        'Die Brücke wird 340 Meter lang und kostet 18 Millionen Kronen. Beton wäre teurer gewesen, weil der Grund weich ist.',
        'Bürgermeisterin Ida Holm nannte sie ein Zeichen. Die Fischer fürchten, dass ihre Masten nicht darunter durchpassen.',
        'Der Architekt Jens Aker hat schon drei solche Brücken entworfen.',
      ],
      'de',
    ),
    questions: [
      ['Wie lang wird die Brücke?', 1],
      ['Warum wäre Beton teurer gewesen?', 1],
      ['Was fürchten die Fischer?', 2],
      ['Wer ist der Architekt?', 3],
      ['Wann ist die Brücke fertig?', 0],
      ['Wie alt ist die Bürgermeisterin?', undefined],
      ['Wer liefert das Holz?', undefined],
    ],
  },
  {
    article: story('Eel firm sacks a third of its workers', [
      'Brask Eels, the largest employer of the west coast, will sack 310 of its 930 workers, it said on Thursday.',
      'The company blames the price of feed, which has doubled within a year, and a warm summer that killed two million fish.',
      'Its shares fell by 14 percent in Carrow. “This is late, and it is not enough,” said Nora Stahl, an analyst at Fenn Bank.',
      'The smokehouse in Ostvik stays open. The plant in Kelp Bay will close in March, after 62 years.',
      'Union leader Gunnar Dahl called for a strike. Talks with the owners begin next week in Luleby.',
    ]),
    questions: [
      ['How many workers will lose their jobs?', 0],
      ['Why does the company cut jobs?', 1],
      ['What did the analyst say?', 2],
      ['Which plant will close?', 3],
      ['Where do the talks take place?', 4],
      ['Who called for a strike?', 4],
      ['How far did the shares fall?', 2],
      ['Who is the chief executive?', undefined],
      ['How much profit did the company make?', undefined],
      ['Will the workers get compensation?', undefined],
    ],
  },
  {
    article: story('Painter of harbours dies at 91', [
      'Sunniva Aas, who painted the harbours of the north for seventy years, died on Sunday at her home on Seal Island. She was 91.',
      'Born in Luleby as the daughter of a net maker, she left school at fourteen and learned to mix colours from a shipwright.',
      'Her best known picture, “The Quay at Four in the Morning”, hangs in the national gallery. A copy of it stood on the old fifty-crown note.',
      'She never sold a painting to a hotel. “They would hang it beside a lift,” she told a newspaper in 1998.',
      'Aas leaves two sons and a studio full of unfinished work, which the town wants to open to visitors.',
    ]),
    questions: [
      ['Where did she die?', 0],
      ['How old was she?', 0],
      ['What was her father?', 1],
      ['Which picture is her best known?', 2],
      ['Why did she never sell to a hotel?', 3],
      ['How many sons does she leave?', 4],
      ['What does the town want to do with the studio?', 4],
      ['Which prizes did she win?', undefined],
      ['Who was her husband?', undefined],
    ],
  },
  {
    article: story('What the new harbour fee means', [
      'From 1 January every boat longer than six metres has to pay a fee in the harbours of Norrland. Here is what to know.',
      'The fee is twelve crowns a metre and night. Rowing boats and boats of the rescue service go free.',
      'It is paid through an app or at a machine on the quay. Whoever does not pay within three days gets a fine of 400 crowns.',
      'The money goes to the dredging of three channels that have silted up since the floods of 2029.',
      'Sailing clubs have sued against it. A court in Carrow will hear the case in February.',
    ]),
    questions: [
      ['How high is the fee?', 1],
      ['Which boats go free?', 1],
      ['What is the fine for not paying?', 2],
      ['What is the money for?', 3],
      ['Who has sued?', 4],
      ['When will the court hear the case?', 4],
      ['When does the fee begin?', 0],
      ['Who invented the app?', undefined],
      ['Do dogs have to be on a leash?', undefined],
    ],
  },
];
