import { textPost } from './text-post.ts';

/** Where somebody talks to the bot and the platform does not show it what they say. */
export const withheldPost = textPost(
  'Discord does not show me what you wrote: mention me in it, reply with the ping on, or use the buttons.',
);
