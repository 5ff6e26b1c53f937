/** What of a message's JSON is shown: https://docs.slack.dev/reference/methods/chat.postMessage */
export interface SlackBody {
  /** Shown where there are no blocks. */
  readonly text: string;
  /** https://docs.slack.dev/reference/block-kit/blocks */
  readonly blocks?: readonly SlackBlock[];
  /** `ephemeral` where one person alone sees it. */
  readonly response_type?: string;
}

export interface SlackBlock {
  readonly type: string;
  readonly [name: string]: unknown;
}
