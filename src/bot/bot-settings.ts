/** How the bot behaves where it runs. */
export interface BotSettings {
  /** The name by which people mention it. */
  readonly name: string;
  /** Sites that are not opened, their sub-domains included. */
  readonly blockedSites: readonly string[];
  /** The only channels it works in, by the platform's ids; everywhere where there are none. */
  readonly allowedChannels: readonly string[];
  readonly limits: {
    /** Absent: no limit. */
    readonly perPersonAnHour?: number;
    readonly perPlaceADay?: number;
    readonly waiting: number;
    readonly waitingPerPerson: number;
  };
  readonly keep: {
    readonly articlesMs: number;
    /** Texts and files that people gave. */
    readonly textsMs: number;
    readonly privateAnswersMs: number;
  };
  /** So long an article that was read at a link is not fetched again. */
  readonly freshMs: number;
  /** So long what runs may go on when the process is to end. */
  readonly graceMs: number;
}
