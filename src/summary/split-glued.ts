import type { SentenceSpan } from '../text/sentences.ts';

/**
 * Where a caption without a stop runs into the sentence behind it: a small word, a space, and a capital that only a
 * sentence's start has ("… waving to the crowd The singer said …"). Titles go on with a capital ("in The Night Ferry").
 */
const GLUE =
  /(?<![“‘"'«(])(?<=[\p{Ll}\d)”’]) (?=(?:The|A|An|This|These|He|She|They|His|Her|Their|But|There|It) \p{Ll})/gu;

/**
 * The same before a caption's label ("… on the harbour wall Waiting for the tide: Two sailors …") and before a word for an
 * office that only a sentence's start has with a capital ("… after the derby Head coach Odd Holm said …").
 */
const GLUED_LABEL =
  /(?<=[\p{Ll}\d)]) (?=\p{Lu}\p{Ll}{1,12}ing (?:\p{Ll}{1,14} ){1,6}\p{Ll}{1,14}: \p{Lu})/gu;
const GLUED_OFFICE =
  /(?<=[\p{Ll}\d)]) (?=(?:Head coach|Former|Veteran|Retired) (?:\p{Ll}{2,20} ){0,3}\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ )/gu;
/** The same before a word that opens an adverbial, where a small word stands before it: "… of the old quay After the storm …". */
const GLUED_ADVERBIAL =
  /(?<=(?:^| )\p{Ll}[\p{Ll}’'-]+|\)|\d) (?=(?:When|While|After|Before|Since|In|Despite|Some|One of) \p{Ll})/gu;

/** The same before what somebody says: "… beside the old tug ‘I love the sea,’ she said". */
const GLUED_SPEECH =
  /(?<=[\p{Ll}\d)])(?<!ing|reads?|says|said|asked|shouted|chanted|cried|wrote|words|that|like|because) (?=[‘']\p{Lu}[^“”‘"]{8,200}[,!?][’'] (?:(?:he|she|they) |(?:\p{Lu}[\p{L}’'-]+ ){1,3})?(?:said|says|added|told|recalled|explained|admitted)\b)/gu;

/** A heading and the sentence that opens with its last word: "About Nettle Nettle makes sails …". */
const GLUED_HEADING = /(?<=^About (?:\S+ ){0,3}(\S{4,})) (?=\1 \p{Ll})/gu;

/** Words behind which a capitalized small word belongs to a title or a name. */
const LEADS_TO_TITLE: ReadonlySet<string> = new Set(
  'the a an in of on at by for from with to and or as is was called titled named entitled dubbed book film movie song album magazine newspaper show series novel play drama comedy single track'.split(
    ' ',
  ),
);

/** A sentence cut where two were glued together; itself where none were. */
export function splitGlued(text: string, sentence: SentenceSpan): readonly SentenceSpan[] {
  const piece = text.slice(sentence.start, sentence.end);
  const parts: SentenceSpan[] = [];
  let start = 0;
  const places = [GLUE, GLUED_LABEL, GLUED_OFFICE, GLUED_ADVERBIAL, GLUED_SPEECH, GLUED_HEADING]
    .flatMap((pattern) => [...piece.matchAll(pattern)].map(({ index }) => index))
    .concat(repeatOf(piece))
    .sort((a, b) => a - b);
  for (const index of places) {
    const before =
      /[\p{L}\d]+(?=\)?$)/u.exec(piece.slice(Math.max(0, index - 24), index))?.[0] ?? '';
    if (LEADS_TO_TITLE.has(before.toLowerCase())) continue;
    // "Group A matches": a letter that belongs to a name.
    if (piece.slice(index, index + 3).startsWith(' A ') && /^\p{Lu}/u.test(before)) continue;
    parts.push({ start: sentence.start + start, end: sentence.start + index });
    start = index + 1;
  }
  return [...parts, { start: sentence.start + start, end: sentence.end }];
}

const MIN_CAPTION_CHARS = 40;

/** A headline and the sentence below it often open with the same words: "Mara Lund sold the quay Mara Lund has sold …". */
function repeatOf(piece: string): readonly number[] {
  const opening = /^(?:\p{Lu}\p{Ll}+: )?(\p{Lu}[^ ]+ [^ ]+ [^ ]+ )/u.exec(piece)?.[1];
  if (opening === undefined) return [];
  const index = piece.indexOf(` ${opening}`, MIN_CAPTION_CHARS);
  return index > 0 && /(?:^| )\p{Ll}[\p{Ll}’'-]+$|\)$|\d$/u.test(piece.slice(0, index))
    ? [index]
    : [];
}
