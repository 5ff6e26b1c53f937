/** A JSON object whose fields nobody has looked at yet. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field; empty where it is missing or no text. */
export function textOf(object: unknown, field: string): string {
  const value = isJson(object) ? object[field] : undefined;
  return typeof value === 'string' ? value : '';
}

export function listOf(object: unknown, field: string): readonly unknown[] {
  const value = isJson(object) ? object[field] : undefined;
  return Array.isArray(value) ? value : [];
}

/** The object without one of its fields. */
export function without(object: Json, field: string): Json {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== field));
}

/** The fields that have a value: what Slack does not know of, it leaves out. */
export function present(fields: Json): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
