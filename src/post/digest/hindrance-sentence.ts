import type { ChannelRights } from '../../ports/chat-platform.ts';

type Hindrance = NonNullable<ChannelRights['hindrance']>;

const SENTENCES: Readonly<Record<Hindrance, string>> = {
  'no-member': 'I am not in that channel yet: invite me there, or nothing can be posted.',
  'no-permission':
    'I may not write in that channel yet: let me see it and write there, or nothing can be posted.',
  'no-such-channel':
    'I cannot see that channel, or nothing can be posted there; invite me into it, or choose another one.',
  'no-threads':
    'I may not open threads in that channel, so the full summaries would be missing: let me create public threads.',
};

/** What keeps the bot from posting in a channel, and what to do. */
export function hindranceSentence(hindrance: Hindrance): string {
  return SENTENCES[hindrance];
}
