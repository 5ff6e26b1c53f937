import { isMap, isNode, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { readSmallFile } from './read-small-file.ts';

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
  const file = readSmallFile(path);
  if (file.status !== 'read') {
    const reason = file.status === 'absent' ? 'it is not there' : file.reason;
    return unreadable(name, `${name}: the file cannot be read (${reason})`);
  }
  const { text } = file;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const values = document.errors.length > 0 ? {} : valuesOf(document);
  if (values === undefined) return unreadable(name, `${name}: its aliases make too much of it`);
  return {
    name,
    values,
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
  const key = path.at(-1);
  if (isSeq(parent) && typeof key === 'number') return startOf(parent.items[key]);
  if (!isMap(parent)) return undefined;
  return startOf(parent.items.find((pair) => String(pair.key) === String(key))?.key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Undefined where aliases of aliases would fill the memory; yaml refuses them with an error. */
function valuesOf(document: Document): unknown {
  try {
    return (document.toJS() as unknown) ?? {};
  } catch {
    // The only error that a document without faults can make here.
    return undefined;
  }
}
