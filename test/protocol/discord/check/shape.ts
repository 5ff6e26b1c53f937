import type { FormFault, Path } from './form-fault.ts';

/** Says what is wrong with a value, nothing if it is right. */
export type Check = (value: unknown, path: Path) => readonly FormFault[];

interface Length {
  readonly min?: number;
  readonly max: number;
}

/** Text, measured in UTF-16 units: never less than Discord counts. Half characters are refused. */
export function text({ min = 0, max }: Length): Check {
  return (value, path) => {
    if (typeof value !== 'string')
      return fault(path, 'STRING_TYPE_CONVERT', 'Could not interpret the value as string.');
    if (!value.isWellFormed())
      return fault(path, 'STRING_TYPE_CONVERT', 'The text has half a surrogate pair.');
    return lengthFaults(value.length, { min, max }, path);
  };
}

export function textLike(pattern: RegExp): Check {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value)
      ? []
      : fault(path, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
}

export const snowflake: Check = (value, path) =>
  typeof value === 'string' && /^\d{1,20}$/u.test(value)
    ? []
    : fault(path, 'NUMBER_TYPE_COERCE', 'Value is not snowflake.');

export const flag: Check = (value, path) =>
  typeof value === 'boolean'
    ? []
    : fault(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');

export function whole({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}): Check {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      return fault(path, 'NUMBER_TYPE_COERCE', 'Value is not int.');
    if (value < min)
      return fault(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (value > max)
      return fault(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return [];
  };
}

export function oneOf(values: readonly unknown[]): Check {
  return (value, path) =>
    values.includes(value)
      ? []
      : fault(path, 'BASE_TYPE_CHOICES', `Value must be one of (${values.join(', ')}).`);
}

export const isoDate: Check = (value, path) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? []
    : fault(path, 'DATE_TYPE_PARSE', 'Could not parse the value. Should be ISO8601.');

/** A web address; pictures may also point to an attached file. */
export function webAddress(max: number, schemes = ['http:', 'https:']): Check {
  return (value, path) => {
    if (typeof value !== 'string' || !URL.canParse(value))
      return fault(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    if (!schemes.includes(new URL(value).protocol))
      return fault(path, 'URL_TYPE_INVALID_SCHEME', 'Scheme must be one of (http, https).');
    return lengthFaults(value.length, { min: 0, max }, path);
  };
}

export function listOf(item: Check, { min = 0, max }: Length): Check {
  return (value, path) => {
    if (!Array.isArray(value))
      return fault(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    const inItems = value.flatMap((one: unknown, index) => item(one, [...path, index]));
    return [...lengthFaults(value.length, { min, max }, path), ...inItems];
  };
}

export function orNull(check: Check): Check {
  return (value, path) => (value === null ? [] : check(value, path));
}

/** An object whose known fields are right; like Discord it passes over fields that it does not know. */
export function shape(
  fields: Readonly<Record<string, Check>>,
  required: readonly string[] = [],
): Check {
  return (value, path) => {
    if (!isRecord(value))
      return fault(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    const missing = required.filter((name) => value[name] === undefined || value[name] === null);
    const inFields = Object.entries(fields).flatMap(([name, check]) =>
      value[name] === undefined || missing.includes(name)
        ? []
        : check(value[name], [...path, name]),
    );
    return [
      ...missing.flatMap((name) =>
        fault([...path, name], 'BASE_TYPE_REQUIRED', 'This field is required'),
      ),
      ...inFields,
    ];
  };
}

/** Several checks on one value. */
export function both(...checks: readonly Check[]): Check {
  return (value, path) => checks.flatMap((check) => check(value, path));
}

export function fault(path: Path, code: string, message: string): readonly FormFault[] {
  return [{ path, code, message }];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list at a field, empty where there is none. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  const list: unknown = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

function lengthFaults(
  length: number,
  { min, max }: Required<Length>,
  path: Path,
): readonly FormFault[] {
  if (length >= min && length <= max) return [];
  return min === 0
    ? fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
    : fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
}
