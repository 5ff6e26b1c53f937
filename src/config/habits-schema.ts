import { z } from 'zod';
import type { BotHabits } from './bot-config.ts';
import { room, whole } from './setting-kinds.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MAX_DAYS = 3650;
const MAX_LIST = 1000;
/** A name on Discord has 32 characters at most, one on Slack more. */
const MAX_NAME_CHARS = 32;
/** Ours: what runs ends within 20 s once the process is told to end. */
const MAX_GRACE_MS = 20_000;

const LIMIT_WORDS = 'must be a whole number from 1 to 1000000, or none';
const SITE_WORDS = 'must be the name of a site, such as example.com';
const ID_WORDS =
  'must be a channel’s id: 17 to 20 digits in quotes (Discord: “Copy Channel ID”) or something like C0123ABCD (Slack: at the end of “View channel details”)';
const NAME_WORDS = `must be a name of 1 to ${MAX_NAME_CHARS} characters`;

const site = z.string({ error: SITE_WORDS }).transform((text, context) => {
  const host = hostOf(text);
  if (host === undefined) context.addIssue(SITE_WORDS);
  return host ?? z.NEVER;
});

const channel = z
  .string({ error: ID_WORDS })
  .regex(/^(?:\d{15,22}|[CDG][\dA-Z]{6,20})$/u, ID_WORDS);

/** What stands under `bot:` in the settings. */
export const habitsSchema = room({
  name: z
    .string({ error: NAME_WORDS })
    .trim()
    .min(1, NAME_WORDS)
    .max(MAX_NAME_CHARS, NAME_WORDS)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, NAME_WORDS),
  blockedSites: listOf(site),
  allowedChannels: listOf(channel),
  limits: room({
    requestsPerPersonAnHour: limit(),
    requestsPerPlaceADay: limit(),
    waitingPerPerson: limit(),
    waiting: limit(),
  }),
  keepDays: room({
    articles: whole(1, MAX_DAYS),
    texts: whole(1, MAX_DAYS),
    privateAnswers: whole(1, MAX_DAYS),
  }),
  freshMinutes: whole(0, 30 * 24 * 60),
  graceMs: whole(0, MAX_GRACE_MS),
}).transform(({ limits, keepDays, freshMinutes, ...rest }): BotHabits => {
  const { requestsPerPersonAnHour: perPerson, requestsPerPlaceADay: perPlace } = limits;
  return {
    ...rest,
    limits: {
      ...(perPerson === Infinity ? {} : { perPersonAnHour: perPerson }),
      ...(perPlace === Infinity ? {} : { perPlaceADay: perPlace }),
      waiting: limits.waiting,
      waitingPerPerson: limits.waitingPerPerson,
    },
    keep: {
      articlesMs: keepDays.articles * DAY_MS,
      textsMs: keepDays.texts * DAY_MS,
      privateAnswersMs: keepDays.privateAnswers * DAY_MS,
    },
    freshMs: freshMinutes * MINUTE_MS,
  };
});

/** How many at most; 0 and `none` lift the limit, which is `Infinity` then. */
function limit() {
  return z
    .union([z.literal('none'), z.int().min(0, LIMIT_WORDS).max(1_000_000, LIMIT_WORDS)], {
      error: LIMIT_WORDS,
    })
    .transform((given) => (given === 'none' || given === 0 ? Infinity : given));
}

function listOf<Item extends z.ZodType>(item: Item) {
  const words = 'must be a list, such as [] for none';
  return z.array(item, { error: words }).max(MAX_LIST, `must have at most ${MAX_LIST} entries`);
}

/** `Bücher.example`, `*.example.com`, `.example.com`: as links have it, with no mark for sub-domains. */
function hostOf(text: string): string | undefined {
  const bare = text.trim().replace(/^\*?\./u, '');
  if (bare === '' || /[\s/:@?#*\\[\]%]/u.test(bare)) return undefined;
  const host = URL.parse(`http://${bare}`)?.hostname.replace(/\.$/u, '');
  return host === '' ? undefined : host;
}
