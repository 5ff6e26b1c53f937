import { readFileSync } from 'node:fs';
import { isMap, LineCounter, parseDocument, type Document } from 'yaml';

/** A YAML file of settings and where each stands in it. */
export interface SettingsFile {
  /** As people should see it named. */
  readonly name: string;
  readonly values: unknown;
  /** What is wrong with the file itself, a sentence each. */
  readonly faults: readonly string[];
  /** The line of a setting, from 1; undefined when it is not in this file. */
  findLine(path: readonly PropertyKey[]): number | undefined;
}

export function readSettingsFile(path: string, name: string): SettingsFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return unreadable(name, `${name}: the file cannot be read (${codeOf(error)})`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return {
    name,
    values: document.errors.length > 0 ? {} : ((document.toJS() as unknown) ?? {}),
    faults: document.errors
      .slice(0, 1)
      .map(({ message, pos }) => `${name}, line ${lines.linePos(pos[0]).line}: ${message}`),
    findLine(at) {
      const offset = findOffset(document, at);
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}

function unreadable(name: string, fault: string): SettingsFile {
  return { name, values: {}, faults: [fault], findLine: () => undefined };
}

function findOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => String(key) === String(path.at(-1)));
  return (pair?.key as { range?: readonly number[] } | undefined)?.range?.[0];
}

function codeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? 'it is not there' : (code ?? String(error));
}
