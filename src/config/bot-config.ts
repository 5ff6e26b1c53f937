import type { Config } from './config.ts';

/** Everything that the running bot needs to know, checked and complete. */
export interface BotConfig extends Config {
  /** Absent where it is not set up. */
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
  /** Absent where it is off. */
  readonly playground?: PlaygroundConfig;
  /** Where health and metrics are asked for, and where Slack sends its events in HTTP mode; nowhere without a port. */
  readonly server: { readonly port?: number };
  readonly database: DatabaseConfig;
  readonly log: { readonly level: LogLevel };
  readonly bot: BotHabits;
  readonly digests: DigestHabits;
  readonly digestFile: DigestFilePath;
}

export interface DiscordConfig {
  readonly token: string;
  /** Discord's API elsewhere, without its version: a proxy, a test. */
  readonly apiUrl?: string;
  /** Whether the message-content intent is asked for. */
  readonly messageContent: boolean;
}

export interface SlackConfig {
  /** `xoxb-…` */
  readonly botToken: string;
  readonly apiUrl?: string;
  readonly mode:
    /** Socket Mode; `xapp-…` */
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
}

/** The page in the browser. */
export interface PlaygroundConfig {
  readonly host: string;
  /** The first that is free from 3000 on where it is not said; 0 leaves the choice to the system. */
  readonly port?: number;
  /** Always there where `host` lets others in. */
  readonly password?: string;
}

export interface DatabaseConfig {
  /** A `file:` address, always absolute. */
  readonly url: string;
  /** The same as a path. */
  readonly path: string;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** How the bot behaves where it runs. */
export interface BotHabits {
  /** The name by which people mention it. */
  readonly name: string;
  /** Host names; each means its sub-domains too. */
  readonly blockedSites: readonly string[];
  /** Ids of channels; everywhere where there are none. */
  readonly allowedChannels: readonly string[];
  readonly limits: {
    /** Absent: no limit. */
    readonly perPersonAnHour?: number;
    readonly perPlaceADay?: number;
    /** `Infinity`: no limit. */
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

/** How channel digests are made and kept. */
export interface DigestHabits {
  /** The IANA zone of a digest of which nobody says another. */
  readonly timezone: string;
  /** So late a slot that was missed is still made up for. */
  readonly graceMs: number;
  /** What has not been read by then is left out: from when it is due until it is posted. */
  readonly deadlineMs: number;
  /** How many a server or workspace may have. */
  readonly maxPerPlace: number;
  /** After a source has failed for so long its digest's maker is told. */
  readonly tellAfterMs: number;
}

/** Where plans of a file stand; the file need not be there. */
export interface DigestFilePath {
  /** Always absolute. */
  readonly path: string;
  /** As people see it named. */
  readonly name: string;
}

/** Something wrong with the settings. */
export interface Fault {
  /** Which setting, what is wrong with it and what to do. It never tells the value of a secret. */
  readonly sentence: string;
  /** What does not work until then. */
  readonly without: string;
}

/** The settings of the bot, or everything that is wrong with them. */
export type LoadedBotConfig =
  | { readonly status: 'valid'; readonly config: BotConfig }
  | {
      readonly status: 'faulty';
      readonly faults: readonly Fault[];
      /** What is right all the same: `doctor` tries it. */
      readonly sound: Partial<BotConfig>;
    };
