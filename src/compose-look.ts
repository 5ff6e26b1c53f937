import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { DigestLook, ListedDigest, Previewed, StartedRun } from './cli/digest-look.ts';
import { composeDesk } from './compose.ts';
import { composeFeeds } from './compose-feeds.ts';
import type { BotConfig } from './config/bot-config.ts';
import { readDigestFile } from './config/read-digest-file.ts';
import { draftPlan } from './digest/plans/draft-plan.ts';
import { findKnownPlan } from './digest/plans/find-known-plan.ts';
import { listKnownPlans, type KnownPlan } from './digest/plans/list-known-plans.ts';
import { usualPlan } from './digest/plans/new-plan.ts';
import { readFilePlans, type FilePlans } from './digest/plans/read-file-plans.ts';
import { shownPlan } from './digest/plans/shown-plan.ts';
import { headPost } from './digest/runs/compose-deliveries.ts';
import { explainDigest } from './digest/runs/explain-digest.ts';
import { makeDigest } from './digest/runs/make-digest.ts';
import { localTime } from './digest/schedule/local-time.ts';
import { createLog } from './ops/create-log.ts';
import { systemClock } from './ops/system-clock.ts';
import type { ChatPlatform } from './ports/chat-platform.ts';
import type { Clock } from './ports/clock.ts';
import type { DigestFields, DigestPlan } from './ports/digest.ts';
import type { FeedStore } from './ports/feed-store.ts';
import { findHolder } from './store/find-holder.ts';
import { openStore, type OpenStore } from './store/open-store.ts';

/** Looks at digests from beside the bot. A database that is not there is not made. */
export function composeLook(config: BotConfig, clock: Clock = systemClock): DigestLook {
  const { url, path } = config.database;
  let store: OpenStore | undefined;
  const open = (): OpenStore | undefined => {
    // The address is absolute: no folder is needed to find it.
    if (existsSync(path)) store ??= openStore({ url, cwd: '/' });
    return store;
  };
  const known = async () => {
    const file = readPlans(config);
    const kept = (await open()?.digests.listPlans({})) ?? [];
    return { file, plans: listKnownPlans(kept, file, clock.now()) };
  };
  const find = async (name: string) => findKnownPlan((await known()).plans, name);
  return {
    async list() {
      const { file, plans } = await known();
      return { digests: plans.map(listedDigest), faults: file.faults };
    },
    async preview({ name, fields }, signal) {
      if (name === undefined) {
        const drafted = draftPlan({ ...QUICK, ...fields }, quickBase(config));
        if (drafted.status === 'faulty') return refused(...sentencesOf(drafted.faults));
        return preview({ config, clock, store: undefined }, { ...drafted, next: [] }, signal);
      }
      const found = await find(name);
      if (found.status === 'failed') return refused(found.sentence);
      const drafted = draftPlan(fields, found.known.plan);
      if (drafted.status === 'faulty') return refused(...sentencesOf(drafted.faults));
      const { next } = shownPlan(drafted.plan, clock.now());
      return preview({ config, clock, store: open() }, { ...drafted, next }, signal);
    },
    async run(name) {
      const found = await find(name);
      if (found.status === 'failed') return refused(found.sentence);
      return run(found.known, { store: open(), path, clock });
    },
    close: async () => store?.close(),
  };
}

function readPlans({ digestFile: { path, name }, digests: habits }: BotConfig): FilePlans {
  if (!existsSync(path)) return { plans: [], faults: [] };
  const file = readDigestFile(path, name);
  return file.status === 'read'
    ? readFilePlans(file.digests, habits)
    : { plans: [], faults: file.faults };
}

function listedDigest({ plan, nextSlotMs, at, isTakenUp }: KnownPlan): ListedDigest {
  const { name, schedule, timezone, platform, channel, channelName = channel, status } = plan;
  const zone = ` (${timezone})`;
  return {
    name,
    schedule,
    timezone,
    platform,
    channel: channelName,
    isPaused: status === 'paused',
    ...(nextSlotMs === undefined
      ? {}
      : { next: { atMs: nextSlotMs, local: localTime(nextSlotMs, timezone).replace(zone, '') } }),
    ...(at === undefined ? {} : { at }),
    isTakenUp,
  };
}

/** What is tried before it is a digest: of a day's length, told whatever there is. */
const QUICK: DigestFields = { name: 'Preview', schedule: 'every day at 0:00', nothing: 'say' };

function quickBase({ digests }: BotConfig) {
  return {
    ...usualPlan(digests),
    id: 'preview',
    origin: { kind: 'file' },
    platform: 'terminal',
    place: 'terminal',
    channel: 'terminal',
    timezone: digests.timezone,
  } as const;
}

interface Beside {
  readonly config: BotConfig;
  readonly clock: Clock;
  readonly store: OpenStore | undefined;
}

interface PreviewedPlan {
  readonly plan: DigestPlan;
  readonly next: readonly string[];
}

async function preview(
  { config, clock, store }: Beside,
  { plan, next }: PreviewedPlan,
  signal: AbortSignal,
): Promise<Previewed> {
  const desk = composeDesk(config);
  const log = createLog({ level: 'silent', stream: { write: () => true }, secrets: [], clock });
  try {
    const parts = {
      store: forgetfulArticles(store),
      digests: store?.digests ?? { listPosted: () => Promise.resolve([]) },
      feeds: composeFeeds(config, { desk, store: forgetfulFeeds(store?.feeds), clock, log }),
      desk,
      clock,
      settings: config.bot,
      habits: config.digests,
    };
    const platform = { fitsOneMessage: await fitsOn(plan.platform), download: nothingToDownload };
    const made = await makeDigest(parts, plan, { platform, signal });
    const hasFeed = made.sources.some((source) => source.hasFeed);
    return {
      status: 'made',
      name: plan.name,
      post: headPost({ plan, slotMs: clock.now() }, made, platform),
      isSilent: !hasFeed || (made.stories.length === 0 && plan.whenNothing === 'silence'),
      hasFeed,
      next,
      explanation: explainDigest(made),
    };
  } finally {
    await desk.close();
  }
}

/** What was read before is used, and what is read now is forgotten. */
function forgetfulArticles(store: OpenStore | undefined) {
  return {
    findArticleByLink: (link: string, sinceMs: number) =>
      store?.findArticleByLink(link, sinceMs) ?? Promise.resolve(undefined),
    putArticle: () => Promise.resolve(),
    putLink: () => Promise.resolve(),
  };
}

function forgetfulFeeds(store: FeedStore | undefined): FeedStore {
  const read: FeedStore = store ?? { findFeed: none, putFeed: nothing };
  const now = new Map<string, Awaited<ReturnType<FeedStore['findFeed']>>>();
  return {
    findFeed: async (address) => now.get(address) ?? read.findFeed(address),
    putFeed(kept) {
      now.set(kept.address, kept);
      return Promise.resolve();
    },
  };
}

const none = (): Promise<undefined> => Promise.resolve(undefined);
const nothing = (): Promise<void> => Promise.resolve();

/** The sources of a digest are links: there are no files of a platform among them. */
function nothingToDownload(): ReturnType<ChatPlatform['download']> {
  return Promise.reject(new Error('a digest reads links and no files'));
}

/** As much stands in one message as on the platform where it is posted; in a terminal everything does. */
async function fitsOn(platform: string): Promise<ChatPlatform['fitsOneMessage']> {
  switch (platform) {
    case 'discord':
      return (await import('./platforms/discord/render/render-post.ts')).fitsOneMessage;
    case 'slack':
      return (await import('./platforms/slack/render/render-post.ts')).fitsOneMessage;
    default:
      return () => true;
  }
}

interface Running {
  readonly store: OpenStore | undefined;
  readonly path: string;
  readonly clock: Clock;
}

async function run(
  { plan, isTakenUp, at }: KnownPlan,
  { store, path, clock }: Running,
): Promise<StartedRun> {
  if (store === undefined || !isTakenUp) {
    const where = at === undefined ? '' : ` (${at})`;
    return refused(
      `No bot has taken up “${plan.name}” as it stands in the file${where}: start one with “nutgraf start”, or wait a minute where one runs.`,
    );
  }
  const id = randomBytes(16).toString('base64url');
  await store.digests.insertRun({ id, plan, slotMs: clock.now(), kind: 'extra' });
  return { status: 'written', name: plan.name, bot: findHolder(path) };
}

function refused(...sentences: readonly string[]) {
  return { status: 'refused', sentences } as const;
}

function sentencesOf(faults: readonly { readonly sentence: string }[]): readonly string[] {
  return faults.map(({ sentence }) => sentence);
}
