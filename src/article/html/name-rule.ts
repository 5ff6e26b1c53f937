import vocabulary from './furniture-names.json' with { type: 'json' };

const RULE_OF_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(vocabulary.words).flatMap(([rule, words]) => words.map((word) => [word, rule] as const)),
);

const RULE_OF_ROLE: ReadonlyMap<string, string> = new Map(Object.entries(vocabulary.roles));

/** An element with more class names than this is styled by utilities; the first ones say what it is. */
const MAX_NAME_CHARS = 400;

/**
 * What kind of furniture an element says it is, by its role and by the words of its class and id:
 * `article__related-links` speaks for `related`, `fs-photoCredit` for `caption`.
 */
export function nameRule(element: Element): string | undefined {
  const role = element.getAttribute('role');
  if (role !== null) {
    const rule = RULE_OF_ROLE.get(role.toLowerCase());
    if (rule !== undefined) return rule;
  }
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, MAX_NAME_CHARS);
  for (const name of names.split(/\s+/u)) {
    const rule = ruleOfName(name);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** One class name or id, split into words at case changes and separators; neighbours also count joined (`read-more` as `readmore`). */
function ruleOfName(name: string): string | undefined {
  if (name === '') return undefined;
  const words = name
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  // What an element *has* or is filed under says nothing about what it is.
  if (words.length > 1 && (words[0] === 'has' || words[0] === 'no' || words[0] === 'category' || words[0] === 'tag')) {
    return undefined;
  }
  for (const [index, word] of words.entries()) {
    const rule = RULE_OF_WORD.get(word) ?? RULE_OF_WORD.get(`${word}${words[index + 1] ?? ''}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}
