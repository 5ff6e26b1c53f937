import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../src/article/article.ts';
import { findQuotes } from '../../src/quotes/find-quotes.ts';
import { sizeInWords } from '../../src/summary/bullets/size-in-words.ts';
import { LENGTHS, MAX_BULLET_WORDS } from '../../src/summary/lengths.ts';
import { summarize } from '../../src/summary/summarize.ts';
import type { Length, Summary } from '../../src/summary/summary.ts';
import { inventedArticle } from './invented-article.ts';

const ferry = inventedArticle(
  [
    'OSTVIK (NPA) — Police in Ostvik arrested the harbour pilot Tomas Verrin on Tuesday, four days after a car ferry struck the old breakwater and sank with 61 people on board.',
    'Two passengers drowned. Rescuers in small boats pulled 59 people from the water within an hour.',
    '“Verrin did everything by the book, and nobody listened to him,” said Ilse Okoro, a lawyer from Luleby.',
    'Mr. Verrin, 52, had worked in the port of Ostvik for 19 years without an accident.',
    'But the ferry company Brask Line said it had replaced the broken radar of the ferry in March.',
    '“Every minute without a ferry is dangerous for the sick on the island,” said Ole Fenn, the mayor of Kelp Bay.',
    'Residents of Kelp Bay depend on the ferry to reach a hospital in Luleby.',
    'Norrland’s parliament wants all ferries that are older than 30 years to be inspected by June.',
  ],
  { title: 'Pilot held after ferry sinks off Ostvik' },
);

function summaryOf(article: Article, length: Length = 'standard', maxQuotes?: number): Summary {
  const wanted = maxQuotes === undefined ? { length } : { length, maxQuotes };
  return summarize(article, findQuotes(article), wanted);
}

const textsOf = ({ bullets }: Summary): readonly string[] => bullets.map(({ text }) => text);
const lengths: readonly Length[] = ['brief', 'standard', 'detailed'];

describe.each(lengths)('a %s summary', (length) => {
  const summary = summaryOf(ferry, length);
  const limits = LENGTHS[length];

  it('keeps within its number of bullets, words and quotes', () => {
    const sizes = textsOf(summary).map(sizeInWords);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.length).toBeLessThanOrEqual(limits.bullets);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limits.maxWords);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_BULLET_WORDS);
    expect(summary.quotes.length).toBeLessThanOrEqual(limits.quotes);
  });

  it('tells in the order of the article', () => {
    const places = summary.bullets.map(({ evidence }) => evidence.at(-1)?.paragraph ?? -1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('tells what the story is first, without its dateline', () => {
    expect(textsOf(summary)[0]).toMatch(/^Police in Ostvik arrested the harbour pilot Tomas/u);
  });

  it('tells what a long opening tells that no mild cut makes short enough', () => {
    const opening =
      'OSTVIK ― The council of Ostvik wants too many papers from the pilots of its harbour, the former mayor Ole Fenn said this week at a meeting in Luleby — an apparent turn from his praise for the No Ship Left Behind law that ushered in the papers more than ten years ago.';
    const [first] = textsOf(
      summaryOf({ ...ferry, paragraphs: [opening, ...ferry.paragraphs.slice(2)] }, length),
    );
    expect(first).toMatch(/^The council of Ostvik wants .+ Ole Fenn said/u);
  });

  it('tells what is said between marks where there is nothing else', () => {
    const paragraphs = [
      '“We saw the old ferry sail into the breakwater of Ostvik in the dark. The pilots of the harbour had warned the company for years. A new radar would have cost less than the two nets of Kelp Bay. The mayor knows what Luleby did about its own boats.”',
    ];
    const told = textsOf(summaryOf({ ...ferry, paragraphs }, length));
    expect(told.length).toBeGreaterThan(0);
    for (const text of told) expect(text).toMatch(/^“[^“”]+”$/u);
  });

  it('opens no bullet with what leans on another sentence', () => {
    for (const text of textsOf(summary))
      expect(text).not.toMatch(/^(?:he|she|it|they|this|that|but|and|meanwhile)\b/iu);
  });

  it('does not tell a thing twice', () => {
    const again = { ...ferry, paragraphs: ferry.paragraphs.flatMap((text) => [text, text]) };
    const texts = textsOf(summaryOf(again, length));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('shows no quote that a bullet has', () => {
    for (const quote of summary.quotes)
      expect(textsOf(summary).some((text) => text.includes(quote.text))).toBe(false);
  });
});

describe('key quotes', () => {
  it.each([0, 1, 2, 4])('are %d at most where that is asked for', (max) => {
    expect(summaryOf(ferry, 'brief', max).quotes.length).toBe(Math.min(2, max));
  });
});

describe('texts that are hardly articles', () => {
  it.each([
    ['nothing', []],
    ['white space', [' ']],
  ])('of %s have no bullets', (_, paragraphs) => {
    const summary = summaryOf(inventedArticle(paragraphs));
    expect(summary).toEqual({ length: 'standard', bullets: [], quotes: [] });
  });

  it('of one sentence have one bullet', () => {
    const only = 'The council of Ostvik approved a new fee for small boats.';
    expect(textsOf(summaryOf(inventedArticle([only])))).toEqual([only]);
  });

  it('of a list have bullets', () => {
    const list = [
      'Walk along the quay at dawn.',
      'Eat smoked eel at the old shop.',
      'Rent a boat.',
    ];
    expect(textsOf(summaryOf(inventedArticle(list))).length).toBeGreaterThan(0);
  });

  it('of endless sentences have no endless bullets', () => {
    const endless = `The council of Ostvik met ${'and talked about the harbour '.repeat(40)}in May.`;
    const summary = summaryOf(inventedArticle([endless, endless]), 'detailed');
    for (const text of textsOf(summary)) expect(sizeInWords(text)).toBeLessThanOrEqual(60);
  });
});

describe('other languages', () => {
  it.each([
    [
      'zh',
      '奥斯特维克警方逮捕了港口引航员，四天前一艘载有61人的渡轮撞上旧防波堤后沉没。',
      '他否认在驾驶台上睡着，并表示雷达早已损坏。',
    ],
    [
      'ko',
      '오스트비크 경찰은 61명을 태운 여객선이 낡은 방파제에 부딪혀 침몰한 사고와 관련해 도선사를 체포했다.',
      '그는 배의 다리에서 졸았다는 혐의를 모두 부인했다.',
    ],
    [
      'ar',
      'اعتقلت الشرطة في أوستفيك مرشد الميناء بعد أربعة أيام من غرق عبارة تقل 61 شخصا.',
      'وهو ينفي أنه نام على جسر العبارة القديمة في الميناء.',
    ],
    [
      'hi',
      'ओस्तविक की पुलिस ने बंदरगाह के पायलट को गिरफ्तार किया, चार दिन पहले नौका डूब गई थी।',
      'उसने पुल पर सोने के आरोप से साफ इनकार किया है।',
    ],
    [
      'de',
      'Die Polizei in Ostwiek hat einen Lotsen festgenommen, vier Tage nachdem eine Fähre gesunken war.',
      'Er bestreitet, auf der Brücke geschlafen zu haben.',
    ],
    [
      'fr',
      'La police d’Ostvik a arrêté un pilote, quatre jours après le naufrage d’un ferry dans le port.',
      'Il nie avoir dormi sur la passerelle du bateau.',
    ],
  ])('tell in one bullet what only the sentence before explains: %s', (language, first, second) => {
    const article = inventedArticle([`${first} ${second}`], { language });
    const space = language === 'zh' ? '' : ' ';
    expect(textsOf(summaryOf(article, 'detailed'))).toEqual([first + space + second]);
  });

  it('have no bullet that does not stand alone', () => {
    const first =
      '警察は火曜日、61人を乗せた渡し船が古い防波堤に衝突した事故で、水先案内人を逮捕した。';
    const second = '彼は居眠りを否認し、装置が壊れていたと話している。';
    const article = inventedArticle([first + second], { language: 'ja' });
    expect(textsOf(summaryOf(article, 'detailed'))).toEqual([first]);
  });
});
