import type { Article } from '../article/article.ts';
import { findGender } from './find-gender.ts';
import { findNameRuns } from './find-name-runs.ts';
import { findRoles } from './find-roles.ts';
import { judgeNames } from './judge-names.ts';
import { lexiconOf, POST_NOMINALS } from './lexicon.ts';
import { linkNames } from './link-names.ts';
import type { LinkedRun, NamedPerson } from './named-person.ts';
import type { NameRun } from './name-run.ts';
import type { Mention, Person } from './person.ts';
import { readTokens } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Everybody whom the article names, in the order they first appear, with what it says they are. */
export function findPeople(article: Article): readonly Person[] {
  const lexicon = lexiconOf(article.language);
  const paragraphs = article.paragraphs.map((text) => readTokens(text, lexicon.abbreviations));
  const small = smallWords(paragraphs);
  const runs = paragraphs.flatMap((tokens, paragraph) =>
    findNameRuns({ paragraph, tokens, lexicon, language: article.language, small }),
  );
  const names = judgeNames(runs, article.language, lexicon);
  const named = linkNames(runs, (run) => names.has(run.keys.join(' ')), lexicon);
  const genders = findGender(named, paragraphs, lexicon);
  const texts = article.paragraphs;
  return named.map((one, at) => {
    const gender = genders[at];
    const roles = findRoles(one, { texts, lexicon, language: article.language });
    const mentions = one.linked.map((linked) => readMention(linked));
    const person = { name: nameOf(one, texts), mentions, roles };
    return gender === undefined ? person : { ...person, gender };
  });
}

function smallWords(paragraphs: readonly (readonly Token[])[]): ReadonlySet<string> {
  const small = new Set<string>();
  for (const tokens of paragraphs)
    for (const token of tokens) if (token.isWord && !token.isCapital) small.add(token.key);
  return small;
}

function nameOf(person: NamedPerson, texts: readonly string[]): string {
  const { fullest, lent } = person;
  const { start, end } = nameSpan(fullest);
  const own = (texts[fullest.paragraph] ?? '').slice(start, end);
  return lent === undefined ? own : `${own} ${lent.tokens[lent.end - 1]?.text ?? ''}`;
}

function readMention({ run, form }: LinkedRun): Mention {
  const name = nameSpan(run);
  const start = Math.min(name.start, run.tokens[run.titleStart]?.start ?? name.start);
  return { name, titled: { ...name, start }, form };
}

function nameSpan(run: NameRun): Mention['name'] {
  const { tokens, paragraph, start } = run;
  let { end } = run;
  while (end - start > 1 && !isOfName(tokens[end - 1])) end -= 1;
  return { paragraph, start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

/** Whether the name may end with a token: not with a comma or an honour behind the name. */
function isOfName(token: Token | undefined): boolean {
  return token?.isWord === true && !POST_NOMINALS.has(token.key);
}
