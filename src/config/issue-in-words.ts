import type { SettingsFile } from './settings-file.ts';

/** What zod found wrong, as far as it is told. */
export interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** A sentence for each setting that is wrong, with the file and the line where it stands. */
export function issueInWords(issue: Issue, files: readonly SettingsFile[]): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => {
      const path = [...issue.path, key];
      return `${placeOf(path, files)}: there is no setting ${path.join('.')}`;
    });
  }
  return [`${placeOf(issue.path, files)}: ${issue.path.join('.') || 'the file'} ${issue.message}`];
}

/** The last file that says something about a setting is the one whose value counts. */
function placeOf(path: readonly PropertyKey[], files: readonly SettingsFile[]): string {
  // What is missing has no line; what it is missing from has one.
  for (let depth = path.length; depth > 0; depth -= 1) {
    for (const file of files.toReversed()) {
      const line = file.findLine(path.slice(0, depth));
      if (line !== undefined) return `${file.name}, line ${line}`;
    }
  }
  return files.at(-1)?.name ?? 'config';
}
