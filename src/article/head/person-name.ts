import words from './byline-words.json' with { type: 'json' };

/** Lower case without accents and punctuation: two spellings of one name are the same. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a short text looks like the name of one person: two to six words that a name may have. */
export function isPersonName(name: string): boolean {
  if (name.length > 60 || /[\d@:!?#=<>]/u.test(name)) return false;
  const tokens = name.split(/\s+/u).filter((token) => token !== '');
  if (PLACES.has(name.toLowerCase()) || isNoName(name)) return false;
  if (!/[^\u2E80-\uDFFF]/u.test(name))
    return tokens.length === 1 && name.length >= 2 && name.length <= 5 && !isOrganisation(name);
  const core = tokens.filter(
    (token) => !TITLES.has(token.toLowerCase()) && !SUFFIXES.has(token.toLowerCase()),
  );
  if (core.length < 2 || core.length > 6) return false;
  if (core.some((token) => !isNamePart(token))) return false;
  if (isOrganisation(name) || core.some((token) => roles.has(token.toLowerCase()))) return false;
  return (
    core.filter(
      (token) =>
        token.length > 1 && /^[\p{Lu}\p{Lo}]/u.test(token.replace(/^(?:d|l|al|el)['’-]/iu, '')),
    ).length >= 1 && !/^\p{Ll}/u.test(core.at(-1) ?? '')
  );
}

/** Whether a text names an outlet, an agency or another body. */
export function isOrganisation(text: string): boolean {
  return wordsIn(text).some((word) => bodies.has(word));
}

/** Whether a text names nothing but what somebody does: "Staff writer", "Politikredakteurin". */
export function isRole(text: string): boolean {
  const found = wordsIn(text);
  if (found.length === 0 || found.length > 12) return false;
  const others = found.filter((word) => !isRoleWord(word));
  if (others.length > 0) return others.length <= 3 && found.some((word) => roles.has(word));
  return found.some((word) => roles.has(word) || roleModifiers.has(word));
}

/** Whether a text is a role and names neither a person nor an outlet ("Staff", but not "Harbour Post Staff"). */
export function isBareRole(text: string): boolean {
  const found = wordsIn(text);
  if (!found.some((word) => roles.has(word) || roleModifiers.has(word))) return false;
  return found.every((word) => roles.has(word) || roleModifiers.has(word) || linking.has(word));
}

/** Whether a text is furniture where a name should stand: "Share this", "Unknown", a weekday. */
export function isNoName(text: string): boolean {
  return wordsIn(text).every((word) => noNames.has(word) || isRoleWord(word));
}

/** Proper case for a name in capitals: particles small, Mc, O' and hyphens as usual; others stay as they are. */
export function properCase(name: string): string {
  const isShouted = isUpper(name) && name.length >= 4;
  return name
    .split(' ')
    .map((token, index) =>
      isShouted || (isUpper(token) && token.length >= 4) ? properToken(token, index === 0) : token,
    )
    .join(' ');
}

function isUpper(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters !== '' && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

function properToken(token: string, isFirst: boolean): string {
  const lower = token.toLowerCase();
  if (/^[ivx]{2,4}$/u.test(lower) && SUFFIXES.has(lower)) return token;
  if (/^\p{L}\.?(?:\p{L}\.)*$/u.test(token)) return token;
  if (!isFirst && PARTICLES.has(lower)) return lower;
  return lower
    .replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/(?<=\p{L}{2}['’])S$/u, 's');
}

function isNamePart(token: string): boolean {
  if (PARTICLES.has(token.toLowerCase())) return true;
  return (
    /^(?:d|l|al|el)?['’-]?[\p{Lu}\p{Lo}\p{Lt}][\p{L}\p{M}.'’‘ʼ`-]{0,29}$/u.test(token) ||
    /^["“”']\p{Lu}\p{L}{1,20}["“”']$/u.test(token)
  );
}

function isRoleWord(word: string): boolean {
  return roles.has(word) || roleModifiers.has(word) || bodies.has(word) || linking.has(word);
}

function wordsIn(text: string): readonly string[] {
  return (
    text
      .slice(0, 120)
      .toLowerCase()
      .match(/[\p{L}\p{M}'’-]+/gu) ?? []
  );
}

function setOf(lists: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.values(lists).flatMap((list) => list.split(' ')));
}

const PARTICLES: ReadonlySet<string> = new Set(words.particles.split(' '));
const SUFFIXES: ReadonlySet<string> = new Set(words.suffixes.split(' '));
const TITLES: ReadonlySet<string> = new Set(words.titles.split(' '));
const PLACES: ReadonlySet<string> = new Set(words.places);
const roles = setOf(words.roles);
const roleModifiers = setOf(words.roleModifiers);
const bodies = setOf(words.bodies);
const noNames = setOf(words.noNames);
const linking = setOf({ ...words.joiners, ...words.tails });
