import type { LineAnswer, LineFacts, LineId } from './task.ts';

/** What one line of a batch asks for. */
export interface LineSource {
  readonly status: 'source';
  readonly id: LineId;
  readonly kind: 'html' | 'text' | 'path';
  /** The page, the text or the path. */
  readonly content: string;
  readonly known: LineFacts;
}

export type BadLine = Extract<LineAnswer, { readonly status: 'bad' }>;

const KINDS = ['html', 'text', 'path'] as const;

/** Parses `{"id", "html"|"text"|"path", "url"?, "title"?}`; other keys are left alone. */
export function parseLine(line: Uint8Array): LineSource | BadLine {
  const value = parseJson(Buffer.from(line).toString('utf8'));
  if (value === undefined) return bad(null, 'is no JSON');
  if (!isRecord(value)) return bad(null, 'is no JSON object');
  const { id } = value;
  if (typeof id !== 'string' && typeof id !== 'number') {
    return bad(null, 'has no id, which must be a string or a number');
  }
  if (typeof id === 'number' && !isExact(id)) {
    return bad(null, 'has a number for its id that JSON readers change; make it a string');
  }
  const [kind, ...others] = KINDS.filter((key) => (value[key] ?? undefined) !== undefined);
  if (kind === undefined || others.length > 0) {
    return bad(id, 'must have one of html, text and path, and only one');
  }
  const content = value[kind];
  const url = value['url'] ?? undefined;
  const title = value['title'] ?? undefined;
  if (typeof content !== 'string') return bad(id, `has a value for ${kind} that is no string`);
  if (!isOptionalString(url)) return bad(id, 'has a value for url that is no string');
  if (!isOptionalString(title)) return bad(id, 'has a value for title that is no string');
  const known = {
    ...(url === undefined || !isWebAddress(url) ? {} : { url }),
    ...(title === undefined ? {} : { title }),
  };
  return { status: 'source', id, kind, content, known };
}

/** A number that comes back as it was written. */
function isExact(id: number): boolean {
  return Number.isFinite(id) && Math.abs(id) <= Number.MAX_SAFE_INTEGER && !Object.is(id, -0);
}

/** Anything else is no place that a reader could go to. */
function isWebAddress(url: string): boolean {
  const protocol = URL.parse(url)?.protocol;
  return protocol === 'http:' || protocol === 'https:';
}

function bad(id: LineId | null, reason: string): BadLine {
  return { status: 'bad', id, reason };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON value is undefined, so this says that it is none.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptionalString(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
