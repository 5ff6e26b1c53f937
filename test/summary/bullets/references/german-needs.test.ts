import { describe, expect, it } from '@jest/globals';
import { bulletOf, kindsOf as kindsIn } from './needs-of.ts';

const kindsOf = (...sentences: readonly string[]): readonly string[] => kindsIn(sentences, 'de');

describe('a sentence that needs nothing', () => {
  it.each([
    'Das neue Hafengesetz gilt seit gestern in allen Häfen von Norrland.',
    'Das geplante Fährhaus kostet die Gemeinde Ostvik drei Millionen Kronen.',
    'Das am Montag gesunkene Schiff liegt noch immer vor Ostvik auf Grund.',
    'Dem Hafenamt von Ostvik fehlen in diesem Winter zwölf Lotsen.',
    'Die Fischer von Ostvik verkauften ihre Boote an eine Firma in Spanien.',
    'Seinen ersten Winter auf Seal Island verbrachte Emil Haug allein.',
    'Emil Haug sprach in Ostvik von einer „sehr alten Fähre“.',
    'Emil Haug sprach in Ostvik von einer „sehr alten Fähre".',
    'Die Fischer von Ostvik haben zwar neue Boote, aber keine Lotsen.',
    'Emil Haug nannte den Hafen von Ostvik „alt“ und den von Luleby "klein".',
    'Der 45-jährige Emil Haug kaufte in Ostvik zwei Boote.',
    'In Luleby kaufte der 45-jährige Haug zwei Boote.',
    'Eine Frau traf den 45-jährigen Fischer Emil Haug in Ostvik.',
    'Emil Haug sprach in Ostvik von einer »sehr alten Fähre«.',
    'Emil Haug hofft darauf, dass Ostvik bald wieder Gäste hat.',
    'Das Hafenamt von Ostvik teilte mit, Ostvik sei seit Montag eisfrei.',
    'Aus Protest gegen höhere Gebühren blockierten Fischer aus Ostvik den Hafen.',
    'Weil das Eis brach, kehrten Fischer aus Ostvik um, bevor ihre Boote sanken.',
  ])('%s', (sentence) => {
    expect(kindsOf('Der Winter kam früh.', sentence)).toEqual([]);
  });
});

describe('a sentence that leans on the one before', () => {
  it.each([
    ['a pronoun behind its verb', 'Am Montag sagte er alle Fahrten nach Ostvik ab.'],
    ['several of them', 'In Ostvik verkauften sie zwölf Boote an eine Firma.'],
    ['an owner', 'Wie sein Anwalt mitteilte, schläft er seit Montag in Ostvik.'],
    ['an owner who may be the subject', 'Seine Fähre liegt seit Montag im Hafen von Ostvik.'],
    ['reported speech', 'Die Fahrt nach Ostvik sei auch im Winter sicher.'],
    ['a word for what was told', 'Die Fischer von Ostvik leben seit Jahren davon.'],
    [
      'such a word before "und"',
      'Ein Seehund lag darin, und ein Fischer zog ihn ins Boot, das leckte.',
    ],
    [
      'one behind which another statement stands',
      'Ein Aal verfing sich darin, und Emil Haug zog ihn heraus.',
    ],
    ['half of a contrast', 'Ostvik hat zwar nicht alle Lotsen verloren.'],
    ['half of a contrast', 'Die Fischer von Ostvik haben zwar neue Boote.'],
    ['a reason', 'Die Fischer von Ostvik verkauften daher ihre Boote.'],
    ['a connective', 'Demnach bleibt der Hafen von Ostvik bis Mai geschlossen.'],
    ['a connective', 'So fahren in Ostvik vorerst keine Fähren mehr.'],
    ['a time', 'Zwei Tage später kehrten die Fischer von Ostvik zurück.'],
  ])('by %s: %s', (_, sentence) => {
    expect(kindsOf('Der Winter kam früh.', sentence)).toEqual(['sentence-before']);
  });
});

describe('a thing that another sentence introduced', () => {
  const lede = 'Ostvik schloss mit Luleby ein Abkommen über Aale.';

  it.each([
    'Das Abkommen gilt neun Jahre und drei Monate lang.',
    'Fischer aus Norrland lehnen die Vereinbarung ab.',
    'Der 45-Jährige kaufte in Ostvik am Montag zwei Boote.',
    'Der Verein hat mehr als neunhundert Mitglieder.',
  ])('is needed: %s', (sentence) => {
    expect(kindsOf(lede, sentence)).toEqual(['thing']);
  });

  it.each([
    ['a genitive', 'Das Abkommen der beiden Häfen gilt neun Jahre lang.'],
    ['a name', 'Das Ostvik-Abkommen gilt neun Jahre und drei Monate.'],
    ['a place', 'Der Verein in Ostvik hat mehr als neunhundert Mitglieder.'],
    ['a clause', 'Das Boot, das gestern sank, gehörte Emil Haug aus Ostvik.'],
    ['its kind', 'Die Polizei sucht seit Montag nach drei Booten aus Ostvik.'],
  ])('is told by %s: %s', (_, sentence) => {
    expect(kindsOf(lede, sentence)).toEqual([]);
  });
});

describe('what can be no bullet', () => {
  it.each([
    ['opener', 'Das sei in Ostvik seit vielen Jahren so üblich.'],
    ['opener', 'Das sagte Emil Haug am Montag im Hafen von Ostvik.'],
    ['opener', 'Das haben Fischer aus Ostvik am Montag gefordert.'],
    ['opener', 'Dem widersprach Emil Haug am Montag in Ostvik.'],
    ['half-quote', 'Die Fähre sei sehr alt“, sagte Emil Haug in Ostvik.'],
    ['half-quote', 'Emil Haug sprach in Ostvik von einer „sehr alten Fähre.'],
    ['half-quote', 'Die Fähre sei alt“, sagte Emil Haug und nannte Ostvik „schön“.'],
  ])('%s: %s', (because, sentence) => {
    expect(kindsOf('Der Winter kam früh.', sentence)).toEqual([`never: ${because}`]);
  });
});

describe('somebody is introduced where the words fit', () => {
  it.each([
    ['Bürgermeister Emil Haug kam.', 'Haug schlief.', 'Bürgermeister Emil Haug schlief.'],
    [
      'Bürgermeister Emil Haug kam.',
      'In Ostvik schlief Haug.',
      'In Ostvik schlief Bürgermeister Emil Haug.',
    ],
    ['Sie traf den Präsidenten Emil Haug.', 'Haug schlief.', 'Emil Haug schlief.'],
    ['Es kam der Ostviker Bürgermeister Emil Haug.', 'Haug schlief.', 'Emil Haug schlief.'],
    ['Es kam der neue Bürgermeister Emil Haug.', 'Haug schlief.', 'Emil Haug schlief.'],
    [
      'Emil Haug, der Leiter des Hafens, kam.',
      'Haug schlief.',
      'Emil Haug, der Leiter des Hafens, schlief.',
    ],
    ['Emil Haug, der Anwalt ihrer Mutter, kam.', 'Haug schlief.', 'Emil Haug schlief.'],
    ['Emil Haug, der Leiter des Hafens, kam.', 'Ein Hund biss Haug.', 'Ein Hund biss Emil Haug.'],
  ])('%s %s', (first, second, expected) => {
    expect(bulletOf(`${first} ${second}`, 'de')).toBe(expected);
  });
});
