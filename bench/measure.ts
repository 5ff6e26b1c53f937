/** One line of the table: what was measured here, beside the marks to hold it against. */
export interface Row {
  readonly measure: string;
  readonly here: string;
  readonly bestElsewhere: string;
  readonly reach: string;
  /** Absent where the line has no mark to reach. */
  readonly reached?: boolean;
}

/** What becomes of a part: its lines, or why it was left out. */
export type Measured =
  | { readonly status: 'measured'; readonly rows: readonly Row[] }
  | { readonly status: 'left-out'; readonly why: string };

/** Where the data is. */
export interface Places {
  /** Folder of the annotated pages; they are not part of the project. */
  readonly corpora: string;
  /** Folder of the project's own pages and what they must become. */
  readonly fixtures: string;
}

export type Measure = (places: Places) => Promise<Measured>;
