import type { Article, Span } from '../article/article.ts';
import type { Summary } from '../summary/summary.ts';
import { articleSection } from './article-section.ts';
import type { Part, Post, Section } from './post.ts';

/** Where a summary's bullets stand: below each the article's own words that it was made of. */
export function sourcesPost(
  summaries: readonly {
    readonly id?: string;
    readonly article: Article;
    readonly summary: Summary;
  }[],
): Post {
  return {
    sections: summaries.map(sourcesSection),
    actions: [],
  };
}

function sourcesSection({
  id,
  article,
  summary: { bullets },
}: Parameters<typeof sourcesPost>[0][number]): Section {
  return articleSection(
    article,
    bullets.flatMap(({ text, evidence }): readonly Part[] => {
      const passages = asSentences(evidence).map((span) => passagePart(article, span));
      const [first, ...more] = passages;
      // A sentence that was taken as it is need not be read twice.
      const isWhole = more.length === 0 && first?.kind === 'passage' && first.text === text;
      const below: readonly Part[] = isWhole
        ? [{ kind: 'text', text: `Word for word: ${first.place}.` }]
        : passages;
      return [{ kind: 'bullet', text, evidence }, ...below];
    }),
    id,
  );
}

/** A piece of an article and where it stands. */
export function passagePart(article: Article, span: Span): Part {
  const { paragraph, start, end } = span;
  return {
    kind: 'passage',
    text: (article.paragraphs[paragraph] ?? '').slice(start, end),
    place: placeOf(article, paragraph),
    evidence: [span],
  };
}

/** `paragraph 4 of 12` */
export function placeOf({ paragraphs }: Article, paragraph: number): string {
  return `paragraph ${paragraph + 1} of ${paragraphs.length}`;
}

/** What stands so close together was one sentence before something was cut out of it. */
const MAX_GAP_CHARS = 200;

/** The places as a reader looks for them: what is left of one sentence is shown as that sentence, and once. */
function asSentences(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start)) {
    const last = joined.at(-1);
    if (last?.paragraph === span.paragraph && span.start - last.end <= MAX_GAP_CHARS)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
