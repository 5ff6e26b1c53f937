/** Plain SQL types: times are ms since 1970, whether is 0 or 1, what is nested is JSON. */
export interface Tables {
  readonly requests: RequestRow;
  readonly articles: ArticleRow;
  readonly links: LinkRow;
  readonly answers: AnswerRow;
  readonly answer_articles: AnswerArticleRow;
  readonly digest_plans: DigestPlanRow;
  readonly digest_drafts: DigestDraftRow;
  readonly digest_runs: DigestRunRow;
  readonly digest_deliveries: DigestDeliveryRow;
  readonly digest_posted: DigestPostedRow;
  readonly digest_tellings: DigestTellingRow;
  readonly feeds: FeedRow;
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
  readonly cuts: string | null;
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

export interface DigestPlanRow {
  readonly id: string;
  readonly platform: string;
  readonly place: string;
  readonly channel: string;
  /** `chat` or `file`. */
  readonly origin: string;
  /** The name with its letter case folded. */
  readonly name_key: string;
  readonly revision: number;
  readonly body: string;
  readonly next_slot_ms: number | null;
}

export interface DigestDraftRow {
  readonly key: string;
  readonly intent: string;
  readonly platform: string;
  readonly place: string;
  readonly person: string;
  readonly body: string;
  readonly until_ms: number;
}

export interface DigestRunRow {
  readonly id: string;
  readonly plan_id: string;
  readonly platform: string;
  readonly place: string;
  readonly channel: string;
  readonly slot_ms: number;
  readonly kind: string;
  readonly status: string;
  /** As it was when the run was claimed. */
  readonly plan: string;
  readonly holder: string | null;
  readonly held_until_ms: number;
  readonly report: string | null;
  readonly ended_at_ms: number | null;
  readonly asked_by: string | null;
}

/** Gone once the run has ended. */
export interface DigestDeliveryRow {
  readonly key: string;
  readonly run_id: string;
  readonly position: number;
  readonly status: string;
  readonly post: string;
  readonly destination: string | null;
  readonly about: string;
  readonly message: string | null;
}

export interface DigestPostedRow {
  readonly run_id: string;
  readonly position: number;
  readonly platform: string;
  readonly place: string;
  readonly channel: string;
  readonly body: string;
  readonly at_ms: number;
}

export interface DigestTellingRow {
  readonly plan_id: string;
  readonly what: string;
  readonly key: string;
  readonly is_told: number;
  readonly at_ms: number;
}

export interface FeedRow {
  readonly address: string;
  readonly body: string;
  readonly used_at_ms: number;
}
