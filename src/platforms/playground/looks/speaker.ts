/** Whose message it is, as the clients show it above the words. */
export interface Speaker {
  readonly name: string;
  readonly isApp: boolean;
}

/** What a message's JSON does not tell and a client knows. */
export interface Surroundings {
  readonly speaker: Speaker;
  /** As the client shows it: `Today at 09:41`. */
  readonly time: string;
  /** The names of the people and apps whose ids stand in mentions. */
  readonly names?: ReadonlyMap<string, string>;
}
