import type { Channel } from './open-channel.ts';
import type { SharedFiles } from './open-shared-files.ts';

/** Removes all that stands in the channel, and what was given there. */
export function emptyChannel({
  channel,
  files,
}: {
  readonly channel: Channel;
  readonly files: SharedFiles;
}): void {
  channel.remove(...channel.list().map(({ id }) => id));
  files.clear();
}
