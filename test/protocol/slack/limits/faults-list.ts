import { isJson } from '../json.ts';

/** What is wrong with a body, each as Slack says it: the fault and the JSON pointer to its place. */
export interface FaultList {
  readonly messages: string[];
  add(at: string, what: string): void;
  maxChars(at: string, value: unknown, max: number): void;
  maxItems(at: string, value: unknown, max: number): void;
  onlyKeys(at: string, value: unknown, keys: string): void;
}

/** Lengths are UTF-16 units, the strictest reading of what Slack calls characters. */
export function createFaultList(): FaultList {
  const messages: string[] = [];
  const add = (at: string, what: string) => {
    messages.push(`[ERROR] ${what} [json-pointer:${at}]`);
  };
  return {
    messages,
    add,
    maxChars(at, value, max) {
      if (value === undefined) return;
      if (typeof value !== 'string') {
        add(at, 'must be a string');
        return;
      }
      if (value.length > max) add(at, `must be less than ${max + 1} characters`);
    },
    maxItems(at, value, max) {
      if (!Array.isArray(value)) {
        add(at, 'must provide an array');
        return;
      }
      if (value.length === 0) add(at, 'no less than 1 items allowed');
      if (value.length > max) add(at, `no more than ${max} items allowed`);
    },
    onlyKeys(at, value, keys) {
      if (!isJson(value)) {
        add(at, 'must provide an object');
        return;
      }
      const known = new Set(keys.split(' '));
      for (const key of Object.keys(value)) {
        if (!known.has(key)) add(at, `invalid additional property: ${key}`);
      }
    },
  };
}
