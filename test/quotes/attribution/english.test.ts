import { describe, expect, it } from '@jest/globals';
import { findQuotes } from '../../../src/quotes/find-quotes.ts';
import { articleOf } from '../article-of.ts';

const Q = 'We have never seen anything like it in this valley,';
const B = 'We have never seen anything like it in this valley.';

/** The speakers of the paragraphs' quotes, each once. */
function speakersIn(paragraphs: readonly string[]): string | undefined {
  const speakers = findQuotes(articleOf(paragraphs)).map(({ speaker }) => speaker);
  return [...new Set(speakers)].filter((speaker) => speaker !== undefined).join('|') || undefined;
}

describe('who says what in English', () => {
  it.each<[readonly string[], string | undefined]>([
    [['The full statement is as follows:', `“${B}`, `“${B}`, `“${B}”`], 'The full statement'],
    [['Her letter to the board reads as follows:', `“${B}”`], 'Her letter to the board'],
    [['The order read, in part, as follows:', `“${B}”`], 'The order'],
    [
      [
        'Jane Poole is the mayor. The Ledger reported after Jane Poole left the town hall:',
        `“${B}”`,
      ],
      'The Ledger',
    ],
    [['CNN reported that night:', `“${B}`, `“${B}”`], 'CNN'],
    [['As the Morning Ledger reported:', `“${B}”`], 'the Morning Ledger'],
    [[`The mayor, Jane Poole, put it as follows: “${B}”`], 'Jane Poole'],
    [[`Here is what Jane Poole told the paper: “${B}”`], 'Jane Poole'],
    [[`Jane Poole was quoted by the Ledger as saying: “${B}”`], 'Jane Poole'],
    [[`“${Q}” Jane Poole was quoted as saying.`], 'Jane Poole'],
    [[`“${Q}” Jane Poole, the mayor, was quoted by state media as saying.`], 'Jane Poole'],
    [[`“${Q}” the paper quoted Jane Poole as saying.`], 'Jane Poole'],
    [[`“${Q}” read the banner.`], 'the banner'],
    [[`“${Q}” said one. “${B}”`], undefined],
    [[`“${Q}” one villager said.`], 'one villager'],
    [[`Villagers sent the council letters, with one writing: “${B}”`], undefined],
    [[`Dozens sent letters, with one resident telling the paper: “${B}”`], 'one resident'],
    [[`Jane Poole took the stage with others, saying: “${B}”`], 'Jane Poole'],
    [[`“${Q}” said another resident, who gave her name only as Jo.`], 'another resident'],
    [[`“${Q}” said 34-year-old Jane Poole.`], 'Jane Poole'],
    [[`“${Q}” said Jane Poole, 34.`], 'Jane Poole'],
    [[`“${Q}” said fellow villager Jane Poole, 34, of Ferris Lane.`], 'Jane Poole'],
    [[`“${Q}” said Jane Poole’s lawyer, Tom Birk.`], 'Tom Birk'],
    [[`“${Q}” said Jane Poole’s lawyer.`], 'Jane Poole’s lawyer'],
    [[`“${Q}” Poole’s lawyer, Tom Birk, said in a statement.`], 'Tom Birk'],
    [
      [`“${Q}” a spokesperson for the department said in an emailed statement.`],
      'a spokesperson for the department',
    ],
    [[`“${Q}” the department’s Tom Birk said.`], 'Tom Birk'],
    [[`“${Q}” Tom Birk of the Valley Trust said.`], 'Tom Birk'],
    [[`“${Q}” Tom Birk from the Valley Trust told the BBC.`], 'Tom Birk'],
    [[`“${Q}” Tom Birk, from the Valley Trust, told the BBC.`], 'Tom Birk'],
    [[`“${Q}” says Professor Tom Birk of Valley University.`], 'Tom Birk'],
    [[`“${Q}” Dr Birk said. Dr Tom Birk is a geologist.`], 'Tom Birk'],
    [[`Tom Birk, a geologist, was there. “${Q}” he says.`], 'Tom Birk'],
    [[`Tom Birk, a geologist, was there with Sam Hale. “${Q}” he says.`], 'Tom Birk'],
    [['Tom Birk argued with Sam Hale.', `“${Q}” he said.`], 'Tom Birk'],
    [[`When asked about the flood, Tom Birk shrugged. “${B}”`], 'Tom Birk'],
    [['Tom Birk shook his head.', `“${B}”`], 'Tom Birk'],
    [[`Tom Birk said the valley was lost: “${B}”`], 'Tom Birk'],
    [[`Tom Birk, who runs the mill, said that “${Q}” and left.`], 'Tom Birk'],
    [[`Asked by Tom Birk whether the dam was safe, Jane Poole said, “${B}”`], 'Jane Poole'],
    [[`Asked whether the dam was safe, a visibly tired Jane Poole said: “${B}”`], 'Jane Poole'],
    [[`Jane Poole told Tom Birk: “${B}”`], 'Jane Poole'],
    [[`Tom Birk was told by Jane Poole: “${B}”`], 'Jane Poole'],
    [[`In her book, Jane Poole writes: “${B}”`], 'Jane Poole'],
    [[`On Twitter, Jane Poole wrote, “${B}”`], 'Jane Poole'],
    [[`Jane Poole took to Twitter to complain. “${B}” she wrote.`], 'Jane Poole'],
    [[`“${Q}” she said. “${B}”`], undefined],
    [[`Police said: “${B}”`], 'Police'],
    [[`Officials in Valley said: “${B}”`], 'Officials in Valley'],
    [[`“${Q}” Ms Poole added, in reference to Tom Birk. Jane Poole is mayor.`], 'Jane Poole'],
    [[`“${Q}” Ms Poole said of Tom Birk. “${B}” Jane Poole is mayor.`], 'Jane Poole'],
    [[`“${Q}” said Ms Poole, referring to Tom Birk. Jane Poole is mayor.`], 'Jane Poole'],
    [[`“${Q}” according to Tom Birk, the miller.`], 'Tom Birk'],
    [[`“${Q}” Jane Poole said, according to Tom Birk, the miller.`], 'Jane Poole'],
    [[`According to the agency, one user posted: “${Q}”`], 'one user'],
    [[`According to Tom Birk, Jane Poole said, “${Q}”`], 'Jane Poole'],
    [[`According to Tom Birk, the miller, “${Q}”`], 'Tom Birk'],
    [[`“${Q}” according to the agency, one user posted.`], 'one user'],
    [[`According to Tom Birk, “${B}”`], 'Tom Birk'],
    [[`For Tom Birk, it is plain. “${Q}” says the miller.`], 'the miller'],
    [[`The BBC’s Tom Birk said: “${B}”`], 'Tom Birk'],
    [[`Her mother said, “${B}”`], 'Her mother'],
    [[`His son Tom Birk said, “${B}”`], 'Tom Birk'],
    [[`“${Q}” his mother, Jane Poole, recalled.`], 'Jane Poole'],
    [[`“${Q}” recalled his mother.`], 'his mother'],
    [['Then Jane Poole spoke.', `“${B}”`], 'Jane Poole'],
    [['Jane Poole:', `“${B}”`], 'Jane Poole'],
    [[`Jane Poole: “${B}” Tom Birk: “${B}”`], 'Jane Poole|Tom Birk'],
    [[`“${Q}” Jane Poole said. Tom Birk said: “${B}”`], 'Jane Poole|Tom Birk'],
    [[`Jane Poole said: “${B}” But Tom Birk disagreed. “${Q}” he said.`], 'Jane Poole|Tom Birk'],
    [[`“${B}” – Jane Poole, mayor.`], 'Jane Poole'],
    [[`“${B}” (Jane Poole)`], 'Jane Poole'],
    [[`“${B}”`, '— Jane Poole, mayor of Valley'], 'Jane Poole'],
    [
      [
        `Justice Poole, writing for the majority, said: “${B}” Justice Jane Poole was appointed in 2011.`,
      ],
      'Jane Poole',
    ],
    [[`Writing in the Ledger, Jane Poole said: “${B}”`], 'Jane Poole'],
    [[`“${Q}” reports the Ledger.`], 'the Ledger'],
    [[`“${Q}” the White House said.`], 'the White House'],
    [[`“${Q}” said the U.S. Geological Survey.`], 'the U.S. Geological Survey'],
    [[`“${Q}” a U.N. official said.`], 'a U.N. official'],
    [
      [`“${Q}” said a senior U.S. official, speaking on condition of anonymity.`],
      'a senior U.S. official',
    ],
    [[`“${Q}” said Maj. Gen. Thomas R. Birk, commander of the Valley Guard.`], 'Thomas R. Birk'],
    [[`“${Q}” King Olav said. King Olav of Noreland was 80.`], 'Olav'],
    [[`“${Q}” Pope Benedictus said on Sunday.`], 'Benedictus'],
    [[`“${Q}” the Rev. Tom Birk preached.`], 'Tom Birk'],
    [[`“${Q}” the singer Adela Moon told fans.`], 'Adela Moon'],
    [[`“${Q}” co-author Adela Moon said in a news release.`], 'Adela Moon'],
    [[`“${Q}” Moon, the study’s lead author, said. Adela Moon works at Valley.`], 'Adela Moon'],
    [[`“${Q}” explains Adela Moon’s co-author, Xu Wenling, of Tianhe University.`], 'Xu Wenling'],
    [[`“${Q}” Nguyễn Thị Lan, a farmer, said.`], 'Nguyễn Thị Lan'],
  ])('is read from %j: %s', (paragraphs, speaker) => {
    expect(speakersIn(paragraphs)).toBe(speaker);
  });

  it('keeps a quotation that its attribution splits in one quote of two spans', () => {
    const [quote, ...others] = findQuotes(articleOf([`“${Q}” said Ann Poole, a miller. “${B}”`]));
    expect(others).toEqual([]);
    expect(quote).toMatchObject({ text: `${Q} ${B}`, speaker: 'Ann Poole', role: 'miller' });
    expect(quote?.spans).toHaveLength(2);
  });

  it('does not join what the narrator quotes in a sentence of his own', () => {
    const text = `“${Q}” Ann Poole said, adding that it was “worse than anything she had known before.”`;
    expect(findQuotes(articleOf([text])).map(({ spans }) => spans.length)).toEqual([1]);
  });

  it('does not take the next statement for who says the last', () => {
    const text = `Ann Poole shrugged. “${B}” Roy Hale said that he would not sell the mill to her.`;
    expect(speakersIn([text])).not.toBe('Roy Hale');
  });

  it('leaves scare quotes, titles and slogans alone', () => {
    const text =
      'The “so-called experts” read “The Long Way Down” under a banner that said “Mill Now”.';
    expect(findQuotes(articleOf([text]))).toEqual([]);
  });

  it('names nobody for a pronoun that may mean either of two', () => {
    const texts = [
      'A spokeswoman said the mill was lost.',
      `“${Q}” she said.`,
      'Ann Poole is mayor.',
    ];
    expect(speakersIn(texts)).toBeUndefined();
  });
});
