import { z } from 'zod';
import { issueInWords } from './issue-in-words.ts';
import { readSettingsFile } from './settings-file.ts';

/** An entry of `config/digests.yaml`, as it stands there. */
export interface FileDigest {
  readonly platform: 'discord' | 'slack';
  readonly channel: string;
  /** As people type them in a chat, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;
  /** `config/digests.yaml, line 12`: where something about it stands. */
  readonly placeOf: (field: string) => string;
}

export type DigestFile =
  | { readonly status: 'read'; readonly digests: readonly FileDigest[] }
  | { readonly status: 'faulty'; readonly faults: readonly string[] };

const MAX_DIGESTS = 10_000;

const text = z
  .union([z.string(), z.number()], { error: orMissing('must be a text') })
  .transform(String);
const texts = z.union([text, z.array(text)], {
  error: orMissing('must be a text or a list of texts'),
});

const entry = z.strictObject(
  {
    name: text,
    platform: z.enum(['discord', 'slack'], { error: orMissing('must be discord or slack') }),
    channel: z
      .string({ error: orMissing('must be the channel’s id, in quotes where it is a number') })
      .regex(/^\w{1,40}$/u, 'must be the channel’s id'),
    sources: texts,
    schedule: text,
    timezone: text.optional(),
    stories: text.optional(),
    length: text.optional(),
    include: texts.optional(),
    exclude: texts.optional(),
    missed: text.optional(),
    nothing: text.optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be a digest' : undefined) },
);

const file = z.strictObject(
  { digests: z.array(entry, { error: 'must be a list of digests' }).max(MAX_DIGESTS).nullish() },
  {
    error: (issue) =>
      issue.code === 'invalid_type' ? 'must begin with digests: and list them below' : undefined,
  },
);

function orMissing(words: string) {
  return ({ input }: { readonly input?: unknown }): string =>
    input === undefined ? 'is missing' : words;
}

/** Reads a file of digests; every fault with its line. @param name as people should see the file named */
export function readDigestFile(path: string, name: string): DigestFile {
  const settings = readSettingsFile(path, name);
  if (settings.faults.length > 0) return { status: 'faulty', faults: settings.faults };
  const parsed = file.safeParse(settings.values);
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => issueInWords(issue, [settings]));
    return { status: 'faulty', faults };
  }
  const digests = (parsed.data.digests ?? []).map((one, index): FileDigest => {
    const { platform, channel, sources, include, exclude, ...plain } = one;
    const lists = { source: sources, include, exclude };
    const fields = Object.entries({ ...plain, ...lists }).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, joined(field, value)] as const],
    );
    const placeOf = (field: string): string => {
      const path = ['digests', index, KEYS[field] ?? field];
      const line = settings.findLine(path) ?? settings.findLine(path.slice(0, -1));
      return line === undefined ? name : `${name}, line ${line}`;
    };
    return { platform, channel, fields: Object.fromEntries(fields), placeOf };
  });
  return { status: 'read', digests };
}

/** What a field of a chat is called in the file. */
const KEYS: Readonly<Record<string, string>> = { source: 'sources' };

function joined(field: string, value: string | readonly string[]): string {
  if (typeof value === 'string') return value;
  return value.join(field === 'source' ? '\n' : ', ');
}
