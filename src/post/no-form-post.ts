import { textPost } from './text-post.ts';

/** Where the form that a command opens does not come up. */
export const noFormPost = textPost(
  'My form does not open; put what I shall read behind the command: /summarize https://example.com/story',
);
