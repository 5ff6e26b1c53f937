/** Plain SQL types: times are ms since 1970, whether is 0 or 1, what is nested is JSON. */
export interface Tables {
  readonly requests: RequestRow;
  readonly articles: ArticleRow;
  readonly links: LinkRow;
  readonly answers: AnswerRow;
  readonly answer_articles: AnswerArticleRow;
}

export interface RequestRow {
  readonly key: string;
  readonly platform: string;
  readonly event_id: string;
  readonly person: string;
  readonly channel: string;
  readonly place: string;
  readonly kind: string;
  /** `open` until it has ended. */
  readonly status: string;
  readonly is_sending: number;
  readonly message: string | null;
  /** The request; gone once it has ended. */
  readonly body: string | null;
  readonly at_ms: number;
}

export interface ArticleRow {
  readonly id: string;
  readonly body: string;
  readonly read_at_ms: number;
  readonly until_ms: number;
}

export interface LinkRow {
  readonly link: string;
  readonly article_id: string;
  readonly at_ms: number;
}

export interface AnswerRow {
  readonly key: string;
  readonly platform: string;
  readonly person: string;
  readonly channel: string;
  readonly place: string;
  readonly message_id: string | null;
  readonly message: string | null;
  readonly articles: string;
  readonly length: string;
  readonly max_quotes: number | null;
  readonly at_ms: number;
  readonly until_ms: number;
}

/** Which answers need an article, so that it goes with the last of them. */
export interface AnswerArticleRow {
  readonly answer_key: string;
  readonly article_id: string;
}
