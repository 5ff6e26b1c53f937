import de from './data/de.json' with { type: 'json' };
import en from './data/en.json' with { type: 'json' };

/** A word, number or sign of a schedule and what it means in its language. */
export interface Token {
  readonly kind: TokenKind;
  /** Of a time: minutes since 00:00. Of a number, an ordinal, a weekday, a month: which. */
  readonly value: number;
  readonly text: string;
}

export type TokenKind =
  | keyof typeof en.words
  | 'time'
  | 'number'
  | 'ordinal'
  | 'named-weekday'
  | 'named-month'
  | 'unknown';

/** What a word means in one language. */
export type Vocabulary = ReadonlyMap<string, Omit<Token, 'text'>>;

interface LanguageData {
  readonly words: Readonly<Record<string, string>>;
  readonly ordinalSuffixes: string;
  readonly weekdays: Readonly<Record<string, string>>;
  readonly ordinals: Readonly<Record<string, string>>;
  readonly months: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, string>>;
}

export interface Language {
  readonly vocabulary: Vocabulary;
  readonly ordinalSuffixes: ReadonlySet<string>;
}

/** The languages whose words are understood, tried in this order. */
export const languages: readonly Language[] = [en, de].map(readLanguage);

function readLanguage(data: LanguageData): Language {
  const vocabulary = new Map<string, Omit<Token, 'text'>>();
  const learn = (words: string, meaning: Omit<Token, 'text'>): void => {
    for (const word of words.split(' ')) if (word !== '') vocabulary.set(word, meaning);
  };
  for (const [kind, words] of Object.entries(data.words)) {
    learn(words, { kind: kind as TokenKind, value: 0 });
  }
  const numbered = {
    'named-weekday': data.weekdays,
    ordinal: data.ordinals,
    'named-month': data.months,
    number: data.numbers,
  } as const;
  for (const [kind, table] of Object.entries(numbered)) {
    for (const [value, words] of Object.entries(table)) {
      learn(words, { kind: kind as TokenKind, value: Number(value) });
    }
  }
  return { vocabulary, ordinalSuffixes: new Set(data.ordinalSuffixes.split(' ')) };
}

/** A time with its minutes; digits and what is glued to them; a word; a sign. */
const PIECE =
  /(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?!\d)|(?<digits>\d+)(?<glued>\.(?=\s|,|$)|\p{L}*)|(?<word>\p{L}+(?:['’]\p{L}+)?)\.?|(?<sign>\S)/gu;

/** Cuts a text into tokens. Every character but white space is in one of them. */
export function readTokens(text: string, language: Language): readonly Token[] {
  const plain = text
    .toLowerCase()
    .replace(/\b([ap])\. ?m\b\.?/gu, '$1m')
    .replace(/[.!]+$/u, '');
  return [...plain.matchAll(PIECE)].flatMap((match) => tokensOf(match, language));
}

function tokensOf(match: RegExpExecArray, language: Language): readonly Token[] {
  const [text] = match;
  const { hour, minute, digits, glued = '', word, sign } = match.groups ?? {};
  if (hour !== undefined) {
    const isTime = Number(hour) < 24 && Number(minute) < 60;
    return [{ kind: 'time', value: isTime ? Number(hour) * 60 + Number(minute) : NaN, text }];
  }
  if (digits !== undefined) {
    const value = Number(digits);
    if (glued === '') return [numberOf(digits)];
    if (language.ordinalSuffixes.has(glued)) return [{ kind: 'ordinal', value, text }];
    return [numberOf(digits), meaningOf(glued, language)];
  }
  return [word === undefined ? signOf(sign ?? text) : meaningOf(word, language)];
}

/** Four digits are a time, as on timetables; fewer are a number. */
function numberOf(digits: string): Token {
  if (digits.length !== 4) return { kind: 'number', value: Number(digits), text: digits };
  const [hour, minute] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  const isTime = hour < 24 && minute < 60;
  return { kind: 'time', value: isTime ? hour * 60 + minute : NaN, text: digits };
}

function meaningOf(word: string, { vocabulary }: Language): Token {
  const meaning = vocabulary.get(word.replace('’', "'"));
  return { ...(meaning ?? { kind: 'unknown', value: 0 }), text: word };
}

function signOf(sign: string): Token {
  if (/[,;&+/]/u.test(sign)) return { kind: 'and', value: 0, text: sign };
  if (/[-–—]/u.test(sign)) return { kind: 'to', value: 0, text: sign };
  return { kind: sign === '@' ? 'at' : 'unknown', value: 0, text: sign };
}
