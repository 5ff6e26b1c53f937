import type { APIAttachment } from 'discord.js';
import type { PlatformFile } from '../../../ports/request.ts';

/** A file of a message or an option; Discord's address for it ends within a day. */
export function readFile({ filename, content_type, size, url }: APIAttachment): PlatformFile {
  const mediaType = content_type?.split(';')[0]?.trim();
  return {
    name: filename,
    sizeBytes: size,
    address: { url },
    ...(mediaType === undefined || mediaType === '' ? {} : { mediaType }),
  };
}

/** Pictures, films and sounds hold no article; they come last. */
export function isMedia({ mediaType = '' }: PlatformFile): boolean {
  return /^(?:image|video|audio)\//u.test(mediaType);
}
