import { plainText } from '../../text/plain-text.ts';
import mail from './mail-words.json' with { type: 'json' };

/** What the head of a mail says, and who signed it: these lines are no part of the text. */
export interface MailHead {
  readonly subject?: string;
  readonly date?: string;
  readonly lines: readonly string[];
  /** The signature's, below the text. */
  readonly signature: readonly string[];
}

/** A text's lines, each clean and folded; '' is an empty line, never two together. */
export function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const raw of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)) {
    const line = plainText(raw);
    if (line !== '' || (lines.at(-1) ?? '') !== '') lines.push(line);
  }
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Takes the head ("From: … Subject: …"), the reply marks and the signature off a mail. */
export function readMail(lines: readonly string[]): {
  readonly head: MailHead;
  readonly lines: readonly string[];
} {
  const fields: string[][] = [];
  let end = 0;
  for (const [at, line] of lines.slice(0, 12).entries()) {
    const found = FIELD.exec(line);
    if (found !== null)
      fields.push([(found[1] ?? '').toLowerCase(), (found[2] ?? '').trim(), line]);
    else if (line !== '' || fields.length > 0) break;
    end = at + 1;
  }
  if (fields.length < 2) return { head: { lines: [], signature: [] }, lines };
  const valueOf = (names: readonly string[]): string | undefined =>
    fields.find(([name]) => names.includes(name ?? ''))?.[1];
  const subject = valueOf(mail.subject)?.replace(REPLY_MARK, '');
  const date = valueOf(mail.date);
  const body = lines.slice(end).map((line) => line.replace(/^(?:> ?){1,5}/u, ''));
  const signature = body.findIndex((line) => /^--\s?$|^—$/u.test(line));
  const cut = signature < 0 ? [] : body.slice(signature);
  return {
    head: {
      ...(subject === undefined || subject === '' ? {} : { subject }),
      ...(date === undefined ? {} : { date }),
      lines: fields.map(([, , line]) => line ?? ''),
      signature: cut.filter((line) => line !== ''),
    },
    lines: signature < 0 ? body : body.slice(0, signature),
  };
}

/** Text that was wrapped at a fixed width gets its paragraphs back; other text stays. */
export function joinWrappedLines(lines: readonly string[]): readonly string[] {
  const width = wrapWidth(lines);
  if (width === undefined) return lines;
  const joined: string[] = [];
  let open = false;
  for (const [at, line] of lines.entries()) {
    const last = joined.at(-1) ?? '';
    if (open && line !== '')
      joined[joined.length - 1] = /\p{L}-$/u.test(last) ? last + line : `${last} ${line}`;
    else joined.push(line);
    open = line !== '' && goesOn(line, { next: lines[at + 1] ?? '', width });
  }
  return joined;
}

/** The width that a text is wrapped at: most of its lines come near it and many break inside a sentence. */
function wrapWidth(lines: readonly string[]): number | undefined {
  const full = lines.filter((line) => line !== '');
  if (full.length < 4) return undefined;
  const lengths = full.map((line) => line.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (width < 40 || width > 110 || (lengths.at(-1) ?? 0) > width * 1.35) return undefined;
  const pairs = lines.slice(1).map((next, at) => [lines[at] ?? '', next] as const);
  const inside = pairs.filter(([line, next]) => line !== '' && next !== '');
  const broken = inside.filter(
    ([line, next]) =>
      line.length > width * 0.7 && !SENTENCE_END.test(line) && STARTS_INSIDE.test(next),
  );
  const long = full.filter((line) => line.length > width * 0.7);
  return long.length >= full.length * 0.5 &&
    broken.length >= inside.length * 0.3 &&
    broken.length >= 3
    ? width
    : undefined;
}

/** Whether a paragraph goes on in the next line: this one is full, or breaks inside a sentence. */
function goesOn(line: string, after: { readonly next: string; readonly width: number }): boolean {
  if (after.next === '' || /^(?:[-*•]|\d{1,2}[.)])\s/u.test(after.next)) return false;
  const firstWord = after.next.split(' ', 1)[0] ?? '';
  const isFull = line.length + 1 + firstWord.length > after.width * 0.95;
  if (isFull) return true;
  return (
    !SENTENCE_END.test(line) && STARTS_INSIDE.test(after.next) && line.length > after.width * 0.6
  );
}

const STARTS_INSIDE = /^["“‘(]?[\p{Ll}\p{N}]/u;
const SENTENCE_END = /[.!?…:。！？।؟]["”’»)\]]*$/u;
const allFields = [...mail.subject, ...mail.date, ...mail.others]
  .map((name) => RegExp.escape(name))
  .join('|');
const FIELD = new RegExp(`^(?:> ?)?(${allFields}) ?: ?(.{0,300})$`, 'iu');
const REPLY_MARK = new RegExp(`^(?:(?:${mail.reply.join('|')}) ?: ?){1,4}`, 'iu');
