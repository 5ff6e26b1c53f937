/** As much as a text may have to be summarized within two seconds. */
const textChars = 1_000_000;

function fill(unit: string): string {
  return unit.repeat(Math.floor(textChars / unit.length));
}

/** The same with a number that makes each piece another one. */
function count(unitOf: (number: number) => string): string {
  const units: string[] = [];
  let chars = 0;
  for (let number = 0; chars < textChars; number += 1) {
    const unit = unitOf(number);
    units.push(unit);
    chars += unit.length;
  }
  return units.join('').slice(0, textChars);
}

/** An invented name for each number. */
function nameOf(number: number): string {
  const letters = 'aeioubdgklmnrst';
  let rest = number;
  let name = '';
  do {
    name += letters.charAt(rest % letters.length);
    rest = Math.floor(rest / letters.length);
  } while (rest > 0);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}vik`;
}

/** Nothing but marks that may open and close a quote. */
const marks: Readonly<Record<string, () => string>> = {
  'opening marks': () => fill('“'),
  'closing marks': () => fill('”'),
  'straight marks': () => fill('"'),
  'straight marks and spaces': () => fill('" '),
  'pairs of marks with nothing between': () => fill('“”'),
  'low and high marks in turn': () => fill('„“'),
  'pointed marks both ways': () => fill('»«'),
  'marks of every kind': () => fill('“„«‹「‘"\'’」›»“”'),
  'marks in marks': () => fill('“‘') + fill('’”'),
  apostrophes: () => fill("it's its' ’tis "),
  'a word in marks over and over': () => fill('“Eels” '),
  'an opening mark before every word': () => fill('“eels '),
  'a closing mark after every word': () => fill('eels” '),
  'paragraphs that open a quote which none closes': () => fill('“The eels are back in the bay.\n'),
  'paragraphs of one mark': () => fill('“\n'),
  'brackets that open': () => fill('( ['),
  'dashes and commas': () => fill('— , '),
};

/** Who said it, more often than anybody did. */
const speech: Readonly<Record<string, () => string>> = {
  'a quote after the other': () => fill('“The eels are back in the bay,” said Mara Voss. '),
  'quotes that attributions split': () => fill('“The eels,” said Voss, “are back,” she said, '),
  'a quote a paragraph': () => fill('“The eels are back in the bay again,” she said.\n'),
  'other speakers each time': () =>
    count((at) => `“The eels are back now,” said Mara ${nameOf(at)}, head of bay ${at}.\n`),
  'verbs of speech': () => fill('said told asked '),
  'he said, she said': () => fill('he said, she said, '),
  'those who told those who told': () => fill('Voss told Brask that Mara told Tilde that '),
  'sources of sources': () => fill('according to the head of '),
  'colons before quotes': () => fill('Voss: “The eels are back in the bay.” '),
  'a quote of all the text': () => `Voss said: “${fill('The eels are back in the bay. ')}”`,
};

/** Names and what people are. */
const people: Readonly<Record<string, () => string>> = {
  'a name over and over': () => fill('Mara Voss '),
  'a name of all the text': () => fill('Mara '),
  'other names each time': () => count((at) => `Mara ${nameOf(at)} came. `),
  'a surname that thousands share': () => count((at) => `${nameOf(at)} Voss met Voss. `),
  'titles of titles': () => fill('President Professor Dr. '),
  'roles in roles': () => fill('Mara Voss, who runs the bay, which '),
  'a role of all the text': () => `Mara Voss, ${fill('head of the office of the ')}`,
  initials: () => fill('A. B. C. '),
  'titles that end like sentences': () => fill('Mr. Mrs. Prof. '),
  pronouns: () => fill('he she it they him her '),
  'small words of many capitals': () => fill('The Of And The In '),
  possessives: () => fill("Mara's Voss's "),
};

/** Sentences that are none, or too many. */
const sentences: Readonly<Record<string, () => string>> = {
  'one letter': () => fill('x'),
  'one sentence': () => fill('the eels came back to the bay and '),
  'one sentence of clauses': () => fill('which came back, as the eels, who had left, did, '),
  'a sentence over and over': () => fill('The eels came back to the bay on Friday morning. '),
  'a sentence a paragraph': () => fill('The eels came back to the bay on Friday morning.\n'),
  'other sentences each time': () =>
    count((at) => `The eels of ${nameOf(at)} came back to bay ${at} on Friday morning. `),
  'paragraphs of one letter': () => fill('x\n'),
  'full stops': () => fill('. '),
  'ellipses and question marks': () => fill('… ? ! '),
  'hyphens in one word': () => fill('eel-'),
  numbers: () => fill('1,000.5 '),
  'bars as of tables': () => fill('a | b | c\n'),
  'German clauses': () => fill('die Aale, die, wie die, die, der, das, '),
  'Chinese without a space': () => fill('鳗鱼回来了。“他说”，'),
  'Japanese speech': () => fill('「うなぎが戻った」と彼は言った。'),
  'Arabic speech': () => fill('قال «عاد الثعبان» وقال '),
  'combining marks': () => `a${fill('\u0301')}`,
  emoji: () => fill('👩‍🚀 '),
};

/** Clean texts made to break or to slow down whoever looks for quotes, people and sentences in them. */
export const hostileTexts: Readonly<Record<string, () => string>> = {
  ...marks,
  ...speech,
  ...people,
  ...sentences,
};
