/** A feed as its format has it, not yet cleaned: every text may hold markup, entities and worse. */
export interface FeedDraft {
  readonly title?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly ttlMs?: number | undefined;
  readonly items: readonly ItemDraft[];
}

export interface ItemDraft {
  readonly guid?: string | undefined;
  /** The likeliest first; may be relative. */
  readonly links: readonly (string | undefined)[];
  readonly title?: string | undefined;
  /** HTML, the fullest first. */
  readonly texts: readonly (string | undefined)[];
  /** Without markup; JSON Feed alone tells it apart. */
  readonly bareText?: string | undefined;
  readonly published: readonly (string | undefined)[];
  readonly updated: readonly (string | undefined)[];
  readonly authors: readonly (string | undefined)[];
}
