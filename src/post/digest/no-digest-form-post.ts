import { textPost } from '../text-post.ts';

/** Where the form for a digest does not come up. */
export const noDigestFormPost = textPost(
  'My form does not open; try the command once more in a moment. Nothing has changed.',
);
