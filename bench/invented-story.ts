const SENTENCES_A_PARAGRAPH = 4;

const PEOPLE = [
  'Ilse Marwood',
  'Tomas Verrin',
  'Odile Kasparek',
  'the harbour master',
  'her brother',
];
const DEEDS = ['counted', 'repaired', 'watched', 'described', 'followed', 'remembered', 'sold'];
const THINGS = [
  'the old ferry',
  'seven crates of pears',
  'a map of the estuary',
  'the night train',
];
const PLACES = ['on the north quay', 'behind the mill', 'near Elverholt', 'in the council chamber'];
const TIMES = [
  'before dawn',
  'after the storm',
  'that autumn',
  'during the long strike',
  'at noon',
];

/** Paragraphs of invented, grammatical prose; the same count gives the same text, no two paragraphs are alike. */
export function writeStory(paragraphs: number): readonly string[] {
  return Array.from({ length: paragraphs }, (_, paragraph) =>
    Array.from({ length: SENTENCES_A_PARAGRAPH }, (_, sentence) =>
      writeSentence(paragraph * SENTENCES_A_PARAGRAPH + sentence),
    ).join(' '),
  );
}

/** The same with a quote in every third paragraph, some of them split by who said it. */
export function writeQuotedStory(paragraphs: number): readonly string[] {
  return writeStory(paragraphs).map((paragraph, number) => {
    if (number % 3 !== 0) return paragraph;
    const who = pick(PEOPLE, number);
    const said = `“${writeSentence(number * 11).replace(/\.$/u, ',')}” said ${who}.`;
    return number % 2 === 0 ? `${said} “${writeSentence(number * 13)}”` : `${paragraph} ${said}`;
  });
}

function writeSentence(number: number): string {
  const who = pick(PEOPLE, number);
  const start = `${who.charAt(0).toUpperCase()}${who.slice(1)} ${pick(DEEDS, number)} ${pick(THINGS, number * 3)}`;
  const end = `${pick(PLACES, number * 5 + 1)} ${pick(TIMES, number * 7 + 2)}`;
  return `${start} ${end}, which the ${number + 1} people who were there could still tell apart from every other day.`;
}

function pick(words: readonly string[], number: number): string {
  return words[number % words.length] ?? '';
}
