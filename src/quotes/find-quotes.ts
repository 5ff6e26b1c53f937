import type { Article } from '../article/article.ts';
import { findPeople } from '../people/find-people.ts';
import type { Person } from '../people/person.ts';
import { attributeRuns } from './attribution/attribute-runs.ts';
import type { AttributedRun } from './attribution/attribute-runs.ts';
import type { Stage } from './attribution/stage.ts';
import { isQuotation } from './attribution/is-quotation.ts';
import { readScene } from './attribution/narration.ts';
import type { Scene } from './attribution/narration.ts';
import type { MentionsByStart, PlacedMention } from './attribution/phrase-search.ts';
import { readSpeaker } from './attribution/read-speaker.ts';
import { sayingWordsOf } from './attribution/words-of-saying.ts';
import { findMarkedRuns } from './marks/find-marked-runs.ts';
import type { MarkedRun } from './marks/marked-run.ts';
import { mayBeSaid } from './attribution/may-be-said.ts';
import type { Quote } from './quote.ts';

/** Every direct quote of the article, in its order. `people` are those it names, where they were found before. */
export function findQuotes(
  article: Article,
  people: readonly Person[] = findPeople(article),
): readonly Quote[] {
  const words = sayingWordsOf(article.language);
  const runs = findMarkedRuns(article);
  const stage: Stage = {
    people,
    texts: article.paragraphs,
    mentions: placeMentions(people, article.paragraphs.length),
    words,
  };
  const byParagraph = groupRuns(runs, article.paragraphs.length);
  const scenes = article.paragraphs.map((text, paragraph) => {
    const own = byParagraph[paragraph] ?? [];
    return readScene({
      paragraph,
      text,
      runs: own.filter((run) => mayBeSaid(run, text)),
      labels: own.filter((run) => !mayBeSaid(run, text)),
      abbreviations: words.people.abbreviations,
    });
  });
  return readQuotes(attributeRuns(scenes, stage), { stage, scenes });
}

function groupRuns(runs: readonly MarkedRun[], count: number): readonly (readonly MarkedRun[])[] {
  const groups: MarkedRun[][] = Array.from({ length: count }, () => []);
  for (const run of runs) groups[run.span.paragraph]?.push(run);
  return groups;
}

function placeMentions(people: readonly Person[], count: number): readonly MentionsByStart[] {
  const places: Map<number, PlacedMention>[] = Array.from(
    { length: count },
    () => new Map<number, PlacedMention>(),
  );
  people.forEach(({ mentions }, person) => {
    for (const mention of mentions) {
      const place = places[mention.name.paragraph];
      place?.set(mention.name.start, { person, mention });
      place?.set(mention.titled.start, { person, mention });
    }
  });
  return places;
}

interface Played {
  readonly stage: Stage;
  readonly scenes: readonly Scene[];
}

/** One quote for the runs that belong together, where one of them is a quotation. */
function readQuotes(runs: readonly AttributedRun[], { stage, scenes }: Played): readonly Quote[] {
  const groups: AttributedRun[][] = [];
  for (const one of runs) {
    const last = groups.at(-1);
    if (one.joins && last !== undefined) last.push(one);
    else groups.push([one]);
  }
  return groups
    .filter((group) => group.some((one) => isQuotation(one, scenes[one.run.span.paragraph], stage)))
    .map((group) => readQuote(group, stage));
}

function readQuote(group: readonly AttributedRun[], stage: Stage): Quote {
  const spans = group.map(({ run }) => run.span);
  const text = spans
    .map(({ paragraph, start, end }) => (stage.texts[paragraph] ?? '').slice(start, end))
    .join(' ');
  return {
    text,
    spans,
    ...readSpeaker(group.find(({ voice }) => voice !== undefined)?.voice, stage),
  };
}
