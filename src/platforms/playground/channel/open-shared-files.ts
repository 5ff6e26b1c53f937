import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SharedFile } from '../message.ts';

/** Files and pasted pages that a person gave: the latest of them. */
export interface SharedFiles {
  put(name: string, body: Uint8Array): SharedFile;
  /** `undefined` where it is kept no longer. */
  read(id: string): Uint8Array | undefined;
  clear(): void;
}

export interface SharedFilesOptions {
  readonly folder: string;
  readonly newKey: () => string;
}

/** Ours: the oldest go. */
const MAX_FILES = 20;
const ID = /^[\w-]{22}$/u;

export function openSharedFiles({ folder, newKey }: SharedFilesOptions): SharedFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    put(name, body) {
      const id = newKey();
      writeFileSync(path.join(folder, id), body, { mode: 0o600 });
      dropOldest(folder);
      return { id, name, sizeBytes: body.length };
    },
    read(id) {
      const file = ID.test(id) ? path.join(folder, id) : undefined;
      if (file === undefined || statSync(file, { throwIfNoEntry: false }) === undefined)
        return undefined;
      return readFileSync(file);
    },
    clear() {
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { force: true });
    },
  };
}

function dropOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const file = path.join(folder, name);
    return { file, atMs: statSync(file).mtimeMs };
  });
  files.sort((one, other) => other.atMs - one.atMs);
  for (const { file } of files.slice(MAX_FILES)) rmSync(file, { force: true });
}
