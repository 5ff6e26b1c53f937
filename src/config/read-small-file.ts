import { readFileSync, statSync } from 'node:fs';

/** Settings are short; what is longer is something else. */
const MAX_BYTES = 1024 * 1024;

export type SmallFile =
  | { readonly status: 'read'; readonly text: string }
  | { readonly status: 'absent' }
  | { readonly status: 'unreadable'; readonly reason: string };

/** Reads a file of settings: an ordinary one, of a size that settings have. */
export function readSmallFile(path: string): SmallFile {
  try {
    const kind = statSync(path);
    if (kind.isDirectory()) return { status: 'unreadable', reason: 'it is a folder' };
    if (!kind.isFile()) return { status: 'unreadable', reason: 'it is no ordinary file' };
    if (kind.size > MAX_BYTES) return { status: 'unreadable', reason: 'it is larger than 1 MB' };
    return { status: 'read', text: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 'absent' };
    return { status: 'unreadable', reason: code ?? String(error) };
  }
}
