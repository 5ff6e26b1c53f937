import signData from './run-signs.json' with { type: 'json' };

/** What a language's words around and in marks tell. */
export interface RunSigns {
  /** A quoted sentence has its capital even inside another: what begins small is a part of the narrator's. */
  readonly smallRunsOn: boolean;
  /** Whether the text before an opening mark announces speech. */
  readonly announce: (before: string) => boolean;
  /** Whether the text after a closing mark takes up speech. */
  readonly takeUp: (after: string) => boolean;
  /** Whether words start like a clause of their own. */
  readonly startClause: (words: string) => boolean;
  /** Whether the text before an opening mark says that a name, title or slogan comes. */
  readonly name: (before: string) => boolean;
}

interface SignWords {
  readonly smallRunsOn?: boolean;
  readonly before?: string;
  readonly after?: string;
  readonly starts?: string;
  readonly names?: string;
}

/** Languages whose words are not set apart by spaces, or whose particles hang on to them. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
const SIGNS: ReadonlyMap<string, RunSigns> = new Map(
  Object.entries<SignWords>(signData.languages).map(([language, words]) => [
    language,
    signsFrom(words, UNSPACED.has(language)),
  ]),
);
const NO_SIGNS = signsFrom({}, false);

/** The signs of a language; none for a language that is not known. */
export function runSignsOf(language: string): RunSigns {
  return SIGNS.get(language) ?? NO_SIGNS;
}

/** Chinese and Japanese write no spaces, and Korean none before a particle: there a beginning or end of a word counts. */
function signsFrom(words: SignWords, isUnspaced: boolean): RunSigns {
  const before = listed(words.before);
  const after = listed(words.after);
  const starts = listed(words.starts);
  const names = listed(words.names);
  const endsIn = isUnspaced ? endsInOneOf : lastWordIsOneOf;
  const startsIn = isUnspaced ? startsInOneOf : firstWordIsOneOf;
  return {
    smallRunsOn: words.smallRunsOn === true,
    announce: (text) => endsIn(text.toLowerCase(), before),
    takeUp: (text) => startsIn(text.toLowerCase(), after),
    startClause: (text) => startsIn(text.slice(0, 24).toLowerCase(), starts),
    name: (text) => endsIn(text.toLowerCase(), names),
  };
}

function listed(words = ''): readonly string[] {
  return words.split(' ').filter((word) => word !== '');
}

function endsInOneOf(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.endsWith(word));
}

function startsInOneOf(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.startsWith(word));
}

function lastWordIsOneOf(text: string, words: readonly string[]): boolean {
  return words.includes(text.slice(text.lastIndexOf(' ') + 1));
}

function firstWordIsOneOf(text: string, words: readonly string[]): boolean {
  const word = /^[^\s,.;:!?]{1,20}/u.exec(text)?.[0] ?? '';
  return words.includes(word.replace('’', "'"));
}
