import { describe, expect, it } from '@jest/globals';
import { detectLanguage, settleLanguage } from '../../src/text/language.ts';

const texts: readonly (readonly [language: string, text: string])[] = [
  ['en', 'The ship left the harbour on Monday and it was never seen again.'],
  ['de', 'Das Schiff hat den Hafen am Montag verlassen und wurde nicht mehr gesehen.'],
  ['fr', "Le bateau a quitté le port lundi et il n'a pas été revu."],
  ['es', 'El barco salió del puerto el lunes y no se ha vuelto a ver.'],
  ['pt', 'O navio deixou o porto na segunda e não foi mais visto.'],
  ['it', 'La nave ha lasciato il porto lunedì e non è più stata vista.'],
  ['nl', 'Het schip verliet maandag de haven en is niet meer gezien.'],
  ['ru', 'Корабль вышел из порта в понедельник и больше его не видели.'],
  ['tr', 'Gemi pazartesi günü limandan ayrıldı ve bir daha görülmedi.'],
  ['ar', 'غادرت السفينة الميناء يوم الاثنين ولم يرها أحد منذ ذلك.'],
  ['hi', 'जहाज सोमवार को बंदरगाह से निकला और फिर नहीं देखा गया।'],
  ['zh', '这艘船星期一离开港口，再也没有人见过它。'],
  ['ja', '船は月曜日に港を出て、その後見られていない。'],
  ['ko', '배는 월요일에 항구를 떠났고 다시는 보이지 않았다.'],
  ['und', '12345 67890'],
  ['und', ''],
  ['und', 'Корабель вийшов із порту в понеділок і більше його не бачили.'],
];

describe('detectLanguage', () => {
  it.each(texts)('answers %s for: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('settleLanguage', () => {
  const german = texts.find(([language]) => language === 'de')?.[1] ?? '';
  const long = Array.from({ length: 6 }, () => german).join(' ');

  it.each([
    ['en', long, 'de', 'a text tells better than what is said of it'],
    ['en', german, 'en', 'one sentence may be quoted'],
    ['en', '12345 67890 '.repeat(40), 'en', 'the text tells nothing'],
    ['gl', long, 'gl', 'its words are not known'],
    ['und', german, 'de', 'nothing is said of it'],
  ])('declared %s', (declared, text, expected) => {
    expect(settleLanguage(declared, text)).toBe(expected);
  });
});
