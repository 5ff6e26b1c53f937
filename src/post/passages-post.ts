import type { Article, Span } from '../article/article.ts';
import { articleSection } from './article-section.ts';
import type { Post, Section } from './post.ts';
import { passagePart } from './sources-post.ts';

/** An article and the places in it that answer a question; none where it does not say. */
export interface FoundIn {
  /** As the article is kept. */
  readonly id?: string;
  readonly article: Article;
  readonly places: readonly Span[];
}

/** What the articles say to a question, word for word, or that they do not say it. */
export function passagesPost(found: readonly FoundIn[]): Post {
  const telling = found.filter(({ places }) => places.length > 0);
  if (telling.length === 0) return nonePost(found);
  return {
    sections: telling.map(({ id, article, places }) =>
      articleSection(
        article,
        places.map((place) => passagePart(article, place)),
        id,
      ),
    ),
    actions: [],
  };
}

/** The same as parts of a longer answer, below the question. */
export function passagesUnder(question: string, found: readonly FoundIn[]): readonly Section[] {
  return passagesPost(found).sections.map(({ parts, articleId }, at) => ({
    parts: at === 0 ? [{ kind: 'heading', text: question }, ...parts] : parts,
    notes: [],
    ...(articleId === undefined ? {} : { articleId }),
  }));
}

/** It is about the articles all the same: the next question may be, too. */
function nonePost(found: readonly FoundIn[]): Post {
  const where = found.length === 1 ? 'article' : 'articles';
  const text = `I find no passage in the ${where} that says that.`;
  const id = found[0]?.id;
  return {
    sections: [
      {
        parts: [{ kind: 'text', text }],
        notes: [],
        ...(id === undefined ? {} : { articleId: id }),
      },
    ],
    actions: [],
  };
}
