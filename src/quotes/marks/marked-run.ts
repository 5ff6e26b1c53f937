import type { Span } from '../../article/article.ts';
import type { MarkFamily } from './glyphs.ts';

/** Words between quotation marks within one paragraph. */
export interface MarkedRun {
  /** The words between the marks, marks and edge spaces excluded. */
  readonly span: Span;
  /** With its marks; the same as `span` at an edge where the mark is missing. */
  readonly outer: Span;
  readonly marks: MarkFamily;
  /**
   * The paragraph ends without a closing mark and the quotation goes on in the next run, which stands at the start of
   * the next paragraph.
   */
  readonly continues: boolean;
  /** What the words are by their look and place alone, whoever may have said them. */
  readonly kind: RunKind;
}

/**
 * `speech`: a sentence or clause that somebody can have said. `fragment`: a part of the narrator's sentence, of a few
 * words or without a clause of its own. `label`: a scare quote, title, name, slogan, headline; and
 * what tangled marks enclose, since the narrator's words may be among it.
 */
export type RunKind = 'speech' | 'fragment' | 'label';
