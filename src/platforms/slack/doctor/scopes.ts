export interface NeededScope {
  readonly scope: string;
  /** What does not work without it. */
  readonly without: string;
}

/** The least that everything needs: https://docs.slack.dev/reference/scopes */
export const NEEDED_SCOPES: readonly NeededScope[] = [
  {
    scope: 'commands',
    without: '/summarize, /digest, /nutgraf and “Summarize” in the menu of messages',
  },
  { scope: 'chat:write', without: 'every answer' },
  { scope: 'app_mentions:read', without: 'mentions' },
  { scope: 'im:history', without: 'direct messages' },
  { scope: 'files:read', without: 'files and snippets' },
  {
    scope: 'channels:history',
    without:
      'a thread’s first link, replies to answers, and finding a digest again after a crash, in public channels',
  },
  {
    scope: 'groups:history',
    without:
      'a thread’s first link, replies to answers, and finding a digest again after a crash, in private channels',
  },
  {
    scope: 'channels:read',
    without: 'digests in public channels, and erasing what is kept of one when I am put out of it',
  },
  {
    scope: 'groups:read',
    without: 'digests in private channels, and erasing what is kept of one when I am put out of it',
  },
  {
    scope: 'users:read',
    without:
      'admins who remove answers and change digests that others asked for, and the time zones of those who make digests',
  },
  {
    scope: 'im:write',
    without: 'telling the maker of a digest that it fails, and digests in direct messages',
  },
];

export interface NeededEvent {
  readonly event: string;
  readonly scope?: string;
}

/** https://docs.slack.dev/reference/events */
export const NEEDED_EVENTS: readonly NeededEvent[] = [
  { event: 'app_mention', scope: 'app_mentions:read' },
  { event: 'message.im', scope: 'im:history' },
  { event: 'message.channels', scope: 'channels:history' },
  { event: 'message.groups', scope: 'groups:history' },
  { event: 'app_uninstalled' },
  { event: 'tokens_revoked' },
  { event: 'channel_left', scope: 'channels:read' },
  { event: 'channel_deleted', scope: 'channels:read' },
  { event: 'group_left', scope: 'groups:read' },
  { event: 'group_deleted', scope: 'groups:read' },
];
