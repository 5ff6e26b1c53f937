import type { Person, Role } from '../../people/person.ts';
import type { Quote } from '../quote.ts';
import type { Voice } from './voice.ts';
import type { Stage } from './stage.ts';
import { titledName } from './titled-name.ts';

type Speaker = Pick<Quote, 'speaker' | 'role'>;

/** What a quote says of its voice: the full name and the role, or the article's description. */
export function readSpeaker(voice: Voice | undefined, stage: Stage): Speaker {
  if (voice === undefined) return {};
  if (voice.kind === 'described') {
    const text = (stage.texts[voice.paragraph] ?? '').slice(voice.start, voice.end);
    return text === '' ? {} : { speaker: text };
  }
  const person = stage.people[voice.person];
  if (person === undefined) return {};
  const role = pickRole(person, voice, stage);
  const { name, title } = titledName(person, stage);
  return role === undefined || role === title ? { speaker: name } : { speaker: name, role };
}

/** The description beside the quotation, else the most telling one of the article. */
function pickRole(
  person: Person,
  voice: Voice & { kind: 'person' },
  stage: Stage,
): string | undefined {
  const fitting = person.roles.filter((role) => tellsAlone(role, stage));
  const near = fitting.filter(({ span }) => span.paragraph === voice.paragraph);
  const telling = near.filter(({ kind, text }) => kind === 'apposition' || isLongTitle(kind, text));
  return best(telling) ?? best(fitting);
}

/** "campaign manager": the title beside the quotation tells enough. */
function isLongTitle(kind: Role['kind'], text: string): boolean {
  return kind === 'title' && text.split(' ').length > 2;
}

const RANKS: Readonly<Record<Role['kind'], number>> = { apposition: 2, title: 1, clause: 0 };

function best(roles: readonly Role[]): string | undefined {
  const [first, ...rest] = roles;
  if (first === undefined) return undefined;
  return rest.reduce((a, b) => (isBetter(b, a) ? b : a), first).text;
}

/** Longer titles tell more; an apposition of one word ("the chief") tells less than any other. */
function isBetter(a: Role, b: Role): boolean {
  if (RANKS[a.kind] !== RANKS[b.kind]) return RANKS[a.kind] > RANKS[b.kind];
  if (a.kind === 'title') return a.text.length > b.text.length;
  return !b.text.includes(' ') && a.text.includes(' ');
}

/** "his wife" tells nothing alone, "who dropped out" not what somebody is. */
function tellsAlone(role: Role, { words }: Stage): boolean {
  const [first = '', second = '', third = ''] = role.text.toLowerCase().split(' ');
  if (words.people.possessives.has(first)) return false;
  if (!words.people.relatives.has(first)) return true;
  return words.holds.has(second) || (words.adverbs.has(second) && words.holds.has(third));
}
