import de from './data/de.json' with { type: 'json' };
import en from './data/en.json' with { type: 'json' };

/** Which words of a language make a quotation worth showing, and which do not. */
export interface QuoteWords {
  /** Words of judgement and feeling. */
  readonly telling: ReadonlySet<string>;
  /** Phrases that say what everybody says. */
  readonly filler: readonly string[];
  /** A quotation that opens with one of these leans on what was said before. */
  readonly open: ReadonlySet<string>;
}

const DATA: Readonly<Record<string, { telling: string; filler: string; open: string }>> = {
  de,
  en,
};

const NONE: QuoteWords = { telling: new Set(), filler: [], open: new Set() };
const known = new Map(
  Object.entries(DATA).map(([language, { telling, filler, open }]): [string, QuoteWords] => [
    language,
    {
      telling: new Set(telling.split(' ')),
      filler: filler.split('|'),
      open: new Set(open.split(' ')),
    },
  ]),
);

/** The words of a language by its BCP 47 primary tag; none of a language without data. */
export function quoteWordsOf(language: string): QuoteWords {
  return known.get(language) ?? NONE;
}
