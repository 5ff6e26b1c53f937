import vocabulary from './furniture-names.json' with { type: 'json' };

const RULE_OF_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(vocabulary.words).flatMap(([rule, words]) =>
    words.map((word) => [word, rule] as const),
  ),
);

const RULE_OF_ROLE: ReadonlyMap<string, string> = new Map(Object.entries(vocabulary.roles));

/** What an element is stands in its first class names; the rest is styling. */
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
  if (element.nodeName.includes('-')) {
    const rule = ruleOfName(element.nodeName.toLowerCase());
    if (rule !== undefined) return rule;
  }
  for (const attribute of NAMING_ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    if (value === null) continue;
    for (const name of value.slice(0, MAX_NAME_CHARS).split(/\s+/u)) {
      const rule = ruleOfName(name);
      if (rule !== undefined) return rule;
    }
  }
  return undefined;
}

/** Where page authors write what an element is; the data attributes matter where class names are machine-made. */
const NAMING_ATTRIBUTES = [
  'class',
  'id',
  'itemprop',
  'rel',
  'data-testid',
  'data-component',
  'data-module',
  'data-qa',
];

/** One class name or id, split into words at case changes and separators; neighbours also count joined (`read-more` as `readmore`). */
function ruleOfName(name: string): string | undefined {
  if (name === '') return undefined;
  const words = name
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  // What an element *has* or is filed under says nothing about what it is.
  if (
    words.length > 1 &&
    (words[0] === 'has' || words[0] === 'no' || words[0] === 'category' || words[0] === 'tag')
  ) {
    return undefined;
  }
  for (const [index, word] of words.entries()) {
    const rule = RULE_OF_WORD.get(word) ?? RULE_OF_WORD.get(`${word}${words[index + 1] ?? ''}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}
