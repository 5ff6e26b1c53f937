import type { Report } from '../src/digest/stories/report.ts';

/** Reports of so many feeds, of which a fifth tell what another told in nearly the same words. The same each time. */
export function inventReports(count: number, feeds = 50): readonly Report[] {
  return Array.from({ length: count }, (_, index) => inventReport(index, feeds));
}

function inventReport(index: number, feeds: number): Report {
  const event = index % 5 === 4 ? index - 2 : index;
  const pick = (words: readonly string[], salt: number): string =>
    words[hash(event * 31 + salt) % words.length] ?? '';
  const place = `${pick(STARTS, 1)}${pick(MIDDLES, 2)}${pick(ENDS, 3)}`;
  const person = `${pick(STARTS, 4)}a ${pick(MIDDLES, 5)}${pick(ENDS, 6)}en`;
  const count = 3 + (hash(event) % 900);
  const [what, where, who] = [pick(EVENTS, 7), pick(WHERE, 8), pick(OFFICES, 9)];
  return {
    id: String(index),
    url: `https://feed${index % feeds}.example/${index}`,
    title:
      index === event ? `${what} in ${place} ${where}` : `${place}: ${what} ${where}, says ${who}`,
    text: `${who} ${person} spoke of ${count} people when ${what} came to the ${where} of ${place}. ${pick(TAILS, 10)} ${pick(TAILS, 11)}`,
    publishedAtMs: 1_790_000_000_000 + (hash(event + 7) % 86_400) * 1000 + (index - event) * 60_000,
    language: 'en',
    source: `Feed ${index % feeds}`,
    sourceIndex: index % feeds,
    position: Math.floor(index / feeds),
  };
}

/** Spreads whole numbers (Knuth's multiplicative hash). */
function hash(number: number): number {
  return Math.imul(number + 1, 2_654_435_761) >>> 8;
}

const STARTS = [
  'Har',
  'Ott',
  'Bren',
  'Skar',
  'Mor',
  'Lind',
  'Pel',
  'Tarr',
  'Vall',
  'Corr',
  'Dorn',
  'Fenn',
];
const MIDDLES = ['er', 'holm', 'a', 'wick', 'ing', 'os', 'ul', 'em', 'et', 'ar'];
const ENDS = ['ford', 'by', 'stadt', 'ton', 'gate', 'moor', 'dale', 'haven', 'bruck', 'sund'];
const EVENTS = [
  'fire',
  'flood',
  'strike',
  'election',
  'robbery',
  'protest',
  'accident',
  'festival',
  'outage',
  'recall',
  'auction',
  'storm',
];
const WHERE = [
  'harbour',
  'station',
  'market',
  'hospital',
  'school',
  'factory',
  'museum',
  'bridge',
  'stadium',
  'library',
];
const OFFICES = [
  'Mayor',
  'Minister',
  'Inspector',
  'Professor',
  'Director',
  'Captain',
  'Judge',
  'Coach',
];
const TAILS = [
  'Nobody had expected it so early in the year.',
  'The council will look at the papers on Thursday.',
  'Neighbours brought blankets, soup and a piano.',
  'Trains were late until the evening.',
  'An older plan had been given up for want of money.',
  'The insurance will not pay for the roof.',
  'Children had a day off and built a raft.',
  'A choir sang in front of the town hall.',
];
