import { describe, expect, it } from '@jest/globals';
import { findMarkedRuns } from '../../../src/quotes/marks/find-marked-runs.ts';
import type { MarkedRun } from '../../../src/quotes/marks/marked-run.ts';

function runsIn(paragraphs: readonly string[], language = 'en'): readonly MarkedRun[] {
  return findMarkedRuns({ paragraphs, language });
}

function wordsOf(paragraphs: readonly string[], run: MarkedRun): string {
  return (paragraphs[run.span.paragraph] ?? '').slice(run.span.start, run.span.end);
}

/** What the runs of one paragraph say, whatever their kind. */
function between(text: string, language = 'en'): readonly string[] {
  return runsIn([text], language).map((run) => wordsOf([text], run));
}

function speechIn(text: string, language = 'en'): readonly string[] {
  return runsIn([text], language)
    .filter(({ kind }) => kind === 'speech')
    .map((run) => wordsOf([text], run));
}

describe('the styles of marks', () => {
  const said = 'The old mill will never turn again';

  it.each([
    ['“', '”'],
    ['"', '"'],
    ['„', '“'],
    ['„', '”'],
    ['”', '”'],
    ['«', '»'],
    ['»', '«'],
    ['»', '»'],
    ['« ', ' »'],
    ['‹', '›'],
    ["''", "''"],
    ['``', "''"],
    [',,', '”'],
    ['＂', '＂'],
    ['‘', '’'],
    ["'", "'"],
    ['‚', '‘'],
    ['「', '」'],
    ['『', '』'],
    ['“', '"'],
    ['"', '”'],
    ['„', '"'],
    ['“', '“'],
  ])('finds what stands between %s and %s', (open, close) => {
    const text = `Mara Quill said: ${open}${said},${close} and she left.`;
    expect(between(text)).toEqual([`${said},`]);
  });

  it('gives the words and, apart, their place with the marks', () => {
    const text = 'She said: « It rained all night long. »';
    expect(runsIn([text], 'fr')).toEqual([
      {
        span: { paragraph: 0, start: 12, end: 37 },
        outer: { paragraph: 0, start: 10, end: 39 },
        marks: 'angle',
        continues: false,
        kind: 'speech',
      },
    ]);
  });
});

describe('pairing', () => {
  it('keeps two runs apart that an attribution stands between', () => {
    expect(between('"We built it," Orla Finch said. "Nobody helped us."')).toEqual([
      'We built it,',
      'Nobody helped us.',
    ]);
  });

  it('reads a closing German mark that opens in English', () => {
    expect(
      between('„Wir bauen“, sagte Ute Kroll. „Und wir bauen weiter“, fügte sie an.', 'de'),
    ).toEqual(['Wir bauen', 'Und wir bauen weiter']);
  });

  it('keeps nested marks inside the run that they belong to', () => {
    expect(between('“They called it ‘the end of the pier’ and laughed,” he said.')).toEqual([
      'They called it ‘the end of the pier’ and laughed,',
    ]);
    expect(between('«Nos dijo “basta” y se fue», contó Inés.', 'es')).toEqual([
      'Nos dijo “basta” y se fue',
    ]);
  });

  it('does not take a mark without its partner across paragraphs', () => {
    const paragraphs = [
      '"We were never asked, said Orla Finch of the harbour board.',
      'The board met on Monday.',
      '"I was there," said Tam Reed. "It was cold."',
    ];
    expect(runsIn(paragraphs).map((run) => wordsOf(paragraphs, run))).toEqual([
      'I was there,',
      'It was cold.',
    ]);
  });

  it('finds the later quotations of a paragraph whose first lost its closing mark', () => {
    expect(
      between('“We were never asked, said Orla Finch. “They just came,” she said. “At night.”'),
    ).toEqual(['They just came,', 'At night.']);
  });

  it('finds the later quotations of a paragraph whose first lost its opening mark', () => {
    expect(between('We were never asked,” said Orla Finch. “They just came,” she said.')).toEqual([
      'They just came,',
    ]);
  });

  it('takes a quotation that a colon announces to the end when its closing mark is lost', () => {
    expect(speechIn('Orla Finch said: “Nobody ever asked us about the wall.')).toEqual([
      'Nobody ever asked us about the wall.',
    ]);
  });

  it('does not show as speech what may hold narrator’s words between tangled marks', () => {
    const text = '“He asked for “quiet boats” and we said no to that,” Orla Finch said.';
    expect(speechIn(text)).toEqual([]);
  });

  it('trims spaces and doubled marks off the edges', () => {
    expect(between('She said ““ We are leaving on the morning tide. ””')).toEqual([
      'We are leaving on the morning tide.',
    ]);
  });

  it('finds nothing between marks that hold no word', () => {
    expect(between('He wrote “…” and "" and « ! ».')).toEqual([]);
  });
});

describe('marks that quote nobody', () => {
  it.each([
    ['feet and inches', 'The 6\'2" keeper beat the 5\' 11" striker by a head.'],
    ['inches', 'A 15" screen and a 17" screen stood on the desk.'],
    ['attributes', 'See <note id="672138" author="Reed" href=“http://quay.example”> there.'],
    ['code', 'Set `"name": "quay"` in the file.'],
    ['apostrophes', "It's the players' fault, and the '90s weren't kind to 'em."],
    ['curly apostrophes', 'It’s the players’ fault, and the ’90s weren’t kind to ’em.'],
    ['Hebrew abbreviations', 'הוא שירת בצה"ל וגר בארה"ב שנים רבות'],
  ])('are left out: %s', (_name, text) => {
    expect(between(text)).toEqual([]);
  });

  it('do not end a quotation that they stand in', () => {
    expect(between('"He is 6\'2" tall and strong," said Tam Reed.')).toEqual([
      'He is 6\'2" tall and strong,',
    ]);
    expect(between('"The 15" pipe burst at noon," said Tam Reed.')).toEqual([
      'The 15" pipe burst at noon,',
    ]);
  });
});

describe('single marks', () => {
  it('quote in an article that sets speech between them', () => {
    expect(
      speechIn("'It wasn't the boys' fault at all,' he said. 'They're good lads, our lot.'"),
    ).toEqual(["It wasn't the boys' fault at all,", "They're good lads, our lot."]);
  });

  it('quote with curly marks too, and hold double ones', () => {
    expect(speechIn('‘She told me “never again” and I’m sure she meant it,’ he said.')).toEqual([
      'She told me “never again” and I’m sure she meant it,',
    ]);
  });

  it('end before a small word even where a genitive could stand', () => {
    expect(between("'They blamed the boats' when it failed, and 'it was cold, as ever.'")).toEqual([
      'They blamed the boats',
      'it was cold, as ever.',
    ]);
  });

  it('are no runs where double marks carry what is said', () => {
    expect(
      between('"The harbour is closed for the day," she said. The \'Gull\' stayed out.'),
    ).toEqual(['The harbour is closed for the day,']);
  });
});

describe('quotations over several paragraphs', () => {
  it('go on while each paragraph opens and only the last closes', () => {
    const paragraphs = [
      'Orla Finch wrote: “We have waited for nine years.',
      '“In all that time nobody came to look.',
      '“Now it is too late.”',
      '“I agree,” said Tam Reed.',
    ];
    const runs = runsIn(paragraphs);
    expect(runs.map((run) => [wordsOf(paragraphs, run), run.continues])).toEqual([
      ['We have waited for nine years.', true],
      ['In all that time nobody came to look.', true],
      ['Now it is too late.', false],
      ['I agree,', false],
    ]);
    expect(runs.slice(0, 2).map(({ kind }) => kind)).toEqual(['speech', 'speech']);
  });

  it('end with the paragraph where the next opens with no mark: the narrator may have the word', () => {
    const paragraphs = [
      '"We have waited for nine years for a wall.',
      'The mayor of Saltby spoke on Monday."',
    ];
    const [first, second] = runsIn(paragraphs);
    expect(first?.continues).toBe(false);
    expect(second?.kind).toBe('label');
  });
});

describe('what words between marks are', () => {
  it.each([
    ['“The sea will take the lower road first,” she said.', 'speech'],
    ['She said that “the sea will take” the lower road.', 'fragment'],
    ['She said he “has always been afraid of the open sea.”', 'fragment'],
    ['She said “there is no road left for us to lose.”', 'speech'],
    ['“Never,” she said.', 'fragment'],
    ['She wrote a novel called “the sea and all its sons”.', 'label'],
    ['He sang “Seven Lanterns for Margaret Bell” at the end.', 'label'],
    ['The “Blue Lantern” sank.', 'label'],
    ['She asked: “Why did nobody come to see us?”', 'speech'],
  ])('%s is %s', (text, kind) => {
    expect(runsIn([text]).map((run) => run.kind)).toEqual([kind]);
  });

  it.each([
    ['Der Film „Wer zuletzt am Ufer bleibt“ läuft heute.', 'label'],
    ['Sie nannte es „einen Fehler, den wir alle bereuen“.', 'fragment'],
    ['Sie hofft, „dass der Deich noch zwei Jahre hält“.', 'fragment'],
    ['Der Verein Oever („Ufer ohne jede große Angst“) tagte.', 'label'],
    ['„Wir haben den Deich zu spät gebaut“, sagte Ute Kroll.', 'speech'],
    ['Ute Kroll teilte mit: „Der Deich hält noch zwei Jahre.“', 'speech'],
  ])('%s is %s', (text, kind) => {
    expect(runsIn([text], 'de').map((run) => run.kind)).toEqual([kind]);
  });
});

describe('other languages', () => {
  it.each([
    ['fr', '« Le phare restera fermé tout l’hiver », a déclaré Anne Morvan.'],
    ['es', '«El faro seguirá cerrado todo el invierno», dijo Inés Robledo.'],
    ['pt', '“O farol vai ficar fechado todo o inverno”, disse Rui Salgado.'],
    ['it', '«Il faro resterà chiuso per tutto l’inverno», ha detto Ada Monti.'],
    ['nl', '‘De vuurtoren blijft de hele winter dicht,’ zei Joke Veld.'],
    ['ru', '«Маяк будет закрыт всю эту зиму», — сказала Анна Волкова.'],
    ['tr', '“Deniz feneri bütün kış boyunca kapalı kalacak” dedi Ayla Demirci.'],
    ['ar', 'وقالت ليلى منصور: «المنارة ستبقى مغلقة طوال هذا الشتاء».'],
    ['hi', 'मीरा जोशी ने कहा, "दीपघर पूरी सर्दी भर बंद रहेगा।"'],
    ['zh', '林秋水说：“灯塔整个冬天都会关闭，我们没有别的办法。”'],
    ['ja', '水野さんは「灯台は冬の間ずっと閉まっています」と話した。'],
    ['ko', '윤가람 소장은 "등대는 겨울 내내 문을 닫을 것입니다"라고 말했다.'],
  ])('%s: finds who is quoted', (language, text) => {
    expect(speechIn(text, language)).toHaveLength(1);
  });

  it.each([
    ['fr', 'Le film intitulé « la mer et tous ses enfants » sort jeudi.'],
    ['es', 'La novela titulada “el mar y todos sus hijos” sale el jueves.'],
    ['ru', 'Газета «Утренний берег» вышла в четверг.'],
    ['ja', '映画「灯台」は木曜日に公開される。'],
    ['zh', '这部名为“灯塔”的电影周四上映。'],
    ['ko', '영화 "등대"는 목요일에 개봉한다.'],
  ])('%s: takes a title for none', (language, text) => {
    expect(speechIn(text, language)).toEqual([]);
  });

  it('goes by the marks where the language is told wrong', () => {
    expect(speechIn('„Wir haben den Deich zu spät gebaut“, sagte Ute Kroll.', 'en')).toEqual([
      'Wir haben den Deich zu spät gebaut',
    ]);
  });
});
