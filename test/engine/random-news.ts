import fc from 'fast-check';

const names = [
  'Tilde Brask',
  'Brask',
  'Mr. Brask',
  'Mara van der Voss',
  'Ms. Voss',
  'Dr. Ilse Okoro',
  'the mayor',
  'a campaign aide',
  'she',
  'he',
  'they',
  'the harbour board',
  'Tilde Brask, who sells eel at the quay,',
  'Mara Voss, the mayor of Ostvik',
  'President A. B. Lund',
  "Okoro's brother",
];
const verbs = ['said', 'told reporters', 'asked', 'added', 'wrote in a letter', 'argued', 'says'];
const clauses = [
  'the eels came back to the bay on Friday',
  'the harbour will open again in May',
  'nobody had seen it coming',
  'it cost 4.2 million crowns',
  'we were wrong about the price',
  'the board of the U.S. firm resigned',
  'the ferry, which was built in 1998, sank off Kelp Bay',
  'they don’t know what’s next',
  'that was on Tuesday, he thought',
  'the plan (it has three parts) failed',
  'the “open harbour” was never open',
  'this is — if anything — a beginning',
  'the deal was signed, but not by her',
];
const marks = [
  ['“', '”'],
  ['"', '"'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ["'", "'"],
  ["''", "''"],
  ['“', ''],
  ['', '”'],
  ['"', '”'],
  ['“', '"'],
] as const;
const ends = ['.', '.', '.', '!', '?', '…', ''];

const name = fc.constantFrom(...names);
const verb = fc.constantFrom(...verbs);
const clause = fc.constantFrom(...clauses);
const mark = fc.constantFrom(...marks);
const end = fc.constantFrom(...ends);

const sentence = fc.oneof(
  fc.tuple(clause, clause, end).map(([one, other, stop]) => `${capital(one)}, and ${other}${stop}`),
  fc.tuple(name, verb, clause).map(([who, said, what]) => `${capital(who)} ${said} that ${what}.`),
  fc.tuple(name, name).map(([who, other]) => `${capital(who)} met ${other} in Ostvik on Monday.`),
  fc.tuple(name, clause).map(([who, what]) => `But according to ${who}, ${what}.`),
);

const quoted = fc.oneof(
  fc
    .tuple(mark, clause, name, verb)
    .map(([[open, close], what, who, said]) => `${open}${capital(what)},${close} ${said} ${who}.`),
  fc
    .tuple(mark, clause, clause, name, verb)
    .map(
      ([[open, close], one, other, who, said]) =>
        `${open}${capital(one)},${close} ${who} ${said}. ${open}${capital(other)}.${close}`,
    ),
  fc
    .tuple(mark, clause, end, name, verb)
    .map(
      ([[open, close], what, stop, who, said]) =>
        `${capital(who)} ${said}: ${open}${capital(what)}${stop}${close}`,
    ),
  fc.tuple(mark, clause).map(([[open, close], what]) => `${open}${capital(what)}.${close}`),
  fc.tuple(mark, clause).map(([[open], what]) => `${open}${capital(what)}.`),
);

const paragraph = fc
  .array(fc.oneof({ weight: 2, arbitrary: sentence }, { weight: 2, arbitrary: quoted }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((sentences) => sentences.join(' '));

/** Invented news, a paragraph a line: statements and quotes of every style, some of them broken. */
export const randomNews: fc.Arbitrary<string> = fc
  .array(paragraph, { minLength: 1, maxLength: 12 })
  .map((paragraphs) => paragraphs.join('\n'));

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
