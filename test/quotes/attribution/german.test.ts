import { describe, expect, it } from '@jest/globals';
import { findQuotes } from '../../../src/quotes/find-quotes.ts';
import type { Quote } from '../../../src/quotes/quote.ts';

function quotesIn(...paragraphs: readonly string[]): readonly Quote[] {
  return findQuotes({
    title: '',
    byline: [],
    language: 'de',
    paragraphs,
    subheads: [],
    notes: [],
  });
}

function speakersIn(...paragraphs: readonly string[]): readonly (string | undefined)[] {
  return quotesIn(...paragraphs).map(({ speaker }) => speaker);
}

const said = '„Wir haben den Deich viel zu spät gebaut“';
const announced = '„Wir haben den Deich viel zu spät gebaut.“';

describe('who says what in German', () => {
  it.each([
    ['behind the quotation', `${said}, sagte Ute Kroll.`],
    ['behind a reflexive verb', `${said}, äußerte sich Ute Kroll am Montag.`],
    ['behind "so"', `${said}, so Ute Kroll.`],
    ['before the quotation', `Ute Kroll erklärte gestern: ${announced}`],
    ['behind a verb that something else precedes', `Am Montag sagte Ute Kroll: ${announced}`],
    ['past a place', `In Norden betonte gestern Ute Kroll: ${announced}`],
    ['behind an auxiliary', `So hatte Ute Kroll noch im Mai versichert: ${announced}`],
    ['of a separable verb', `Relativierend fügte Ute Kroll hinzu: ${announced}`],
    ['before a party', `Ute Kroll (SPD) mahnte: ${announced}`],
    ['behind a particle', `Auch Ute Kroll warnte: ${announced}`],
    ['in a dependent clause', `Es kam die Flut, vor der Ute Kroll gewarnt hatte: ${announced}`],
    ['by a colon alone', `Für den Deich warb Ute Kroll mit deutlichen Worten: ${announced}`],
    ['quoted by a paper', `Der Kurier zitierte Ute Kroll mit den Worten: ${announced}`],
  ])('finds the name %s', (_where, text) => {
    expect(speakersIn(text)).toEqual(['Ute Kroll']);
  });

  it('sets the office before the name, once and for all that is said', () => {
    expect(
      quotesIn(
        `${said}, sagte Deichministerin Ute Kroll.`,
        'Kroll betonte: „Das darf nie wieder so lange dauern.“',
      ),
    ).toMatchObject([
      { speaker: 'Deichministerin Ute Kroll' },
      { speaker: 'Deichministerin Ute Kroll' },
    ]);
  });

  it.each([
    ['bent', `Das gilt dem Ministerpräsidenten Jost Harms. Harms sagte: ${announced}`],
    ['of a relative', `Er kam mit ihr. Ihr Bruder Jost Harms sagte: ${announced}`],
  ])('sets no title before the name that is %s', (_which, text) => {
    expect(speakersIn(text)).toEqual(['Jost Harms']);
  });

  it('reads past the genitive of an office to the name', () => {
    expect(speakersIn(`${said}, sagte der Vorsitzende des Deichverbandes, Jost Harms.`)).toEqual([
      'Jost Harms',
    ]);
    expect(
      speakersIn(`Die Sprecherin der Stiftung Watt, Yorina Velde, sagte dazu: ${announced}`),
    ).toEqual(['Yorina Velde']);
  });

  it('keeps a description without a name', () => {
    expect(speakersIn(`${said}, sagte ein Sprecher der Gemeinde.`)).toEqual([
      'ein Sprecher der Gemeinde',
    ]);
  });

  it('takes neither the owner nor the object nor who is spoken about', () => {
    expect(speakersIn(`Ute Krolls Sprecher sagte: ${announced}`)).not.toContain('Ute Kroll');
    expect(speakersIn(`Über Ute Kroll heißt es in dem Schreiben: ${announced}`)).toEqual([
      undefined,
    ]);
    expect(
      speakersIn(
        `Gegenüber dem Kurier sagte der Bürgermeister: ${announced}`,
        'Ute Kroll schwieg.',
      ),
    ).toEqual(['der Bürgermeister']);
  });

  it('joins what the attribution splits', () => {
    const [quote, ...rest] = quotesIn(
      '„Der Deich hält noch zwei Jahre“, sagte Ute Kroll, „danach hilft nur noch Beten.“',
    );
    expect(rest).toEqual([]);
    expect(quote?.spans).toHaveLength(2);
  });

  it('shows neither titles nor slogans', () => {
    expect(
      quotesIn('Unter dem Motto „Wir lassen uns das Watt nicht nehmen“ zogen sie durch Norden.'),
    ).toEqual([]);
  });
});
