import { setTimeout as sleep } from 'node:timers/promises';
import { renderBigPage } from '../test/running/big-page.ts';
import { startBotProcess, type BotProcess } from '../test/running/bot-process.ts';
import { numberedName, type Crowd } from '../test/running/crowd.ts';
import { startStage, type Stage } from '../test/running/start-stage.ts';
import { readResidentMemory, type ResidentMemory } from './resident-memory.ts';
import { writeQuotedStory } from './invented-story.ts';

/** What was seen of the bot on one platform. */
export interface Load {
  readonly idle: ResidentMemory;
  /** After a first round of requests, and after all of them; workers have ended by then. */
  readonly before: ResidentMemory;
  readonly after: ResidentMemory;
  /** The highest of the main process and of all processes together. */
  readonly peakMainMb: number;
  readonly peakMb: number;
  readonly ordinaryASecond: number;
  readonly bigASecond: number;
  /** Acknowledgements in milliseconds, of all at once and of those that come while every core is parsing. */
  readonly atOnceMs: readonly number[];
  readonly meanwhileMs: readonly number[];
  /** Requests that were not answered exactly once, and what else went wrong. */
  readonly faults: number;
}

export const FLOOD = 100;
export const ORDINARY = 2000;
/** Not yet so big that it takes the place of two: every core is parsing one. */
export const PAGE_BYTES = 1_000_000;

const WARM_UP = 100;
const WAVE = 100;
const PACE_MS = 50;
const LOOK_MS = 200;
/** Workers are ended after 10 s without work. */
const REST_MS = 15_000;
const PATIENCE_MS = 600_000;
const PARAGRAPHS = 12;

/** Starts the bot as people do, lets a crowd ask, and looks at its memory from outside. */
export async function measureLoad(crowd: Crowd): Promise<Load> {
  const stage = await startStage({ renderPage });
  const bot = startBotProcess({ ...stage.env, ...crowd.env }, stage.folder);
  try {
    await bot.ready();
    return await new Rig({ crowd, stage, bot }).measure();
  } finally {
    await bot.kill();
    await crowd.close();
    await stage.close();
  }
}

function renderPage(name: string): Buffer | string {
  if (name.startsWith('big')) return renderBigPage(name).subarray(0, PAGE_BYTES);
  const story = writeQuotedStory(PARAGRAPHS).map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="en"><head><title>The ferry of ${name}</title></head><body><article><h1>The ferry of ${name}</h1><p>The ferry was counted again for report ${name}.</p>${story.join('\n')}</article></body></html>`;
}

interface RigParts {
  readonly crowd: Crowd;
  readonly stage: Stage;
  readonly bot: BotProcess;
}

const NOTHING: ResidentMemory = { mainMb: 0, workersMb: 0, togetherMb: 0 };

/** One bot from its start to its end, with the count of what it was asked. */
class Rig {
  readonly #parts: RigParts;
  #asked = 0;
  #peakMainMb = 0;
  #peakMb = 0;

  constructor(parts: RigParts) {
    this.#parts = parts;
  }

  async measure(): Promise<Load> {
    const watching = setInterval(() => this.#look(), LOOK_MS);
    try {
      const idle = await this.#rest();
      await this.#askInWaves(WARM_UP);
      const before = await this.#rest();
      const ordinaryMs = await this.#askInWaves(ORDINARY);
      const after = await this.#rest();
      return { idle, before, after, ...(await this.#flood()), ordinaryASecond: ORDINARY / (ordinaryMs / 1000), peakMainMb: this.#peakMainMb, peakMb: this.#peakMb, faults: this.#countFaults() }; // prettier-ignore
    } finally {
      clearInterval(watching);
    }
  }

  #ask(kind: 'big' | 'ordinary'): void {
    const { crowd, stage } = this.#parts;
    const number = this.#asked;
    this.#asked += 1;
    crowd.ask({ number, url: stage.pageUrl(`${kind}/${numberedName(number)}`) });
  }

  async #askInWaves(count: number): Promise<number> {
    const startMs = performance.now();
    for (let asked = 0; asked < count; asked += WAVE) {
      for (let at = 0; at < WAVE; at += 1) this.#ask('ordinary');
      await this.#ended();
    }
    return performance.now() - startMs;
  }

  async #flood(): Promise<Pick<Load, 'atOnceMs' | 'meanwhileMs' | 'bigASecond'>> {
    const { crowd } = this.#parts;
    const earlier = crowd.acknowledgements().length;
    const startMs = performance.now();
    for (let at = 0; at < FLOOD; at += 1) this.#ask('big');
    const flooded = crowd.acknowledgements().length;
    // Slack tells the app of everything a moment later.
    await sleep(PACE_MS);
    const atOnce = Math.max(flooded, crowd.acknowledgements().length);
    for (let at = 0; at < FLOOD; at += 1) {
      // Enough waits by now to keep the workers busy until the last of these has come.
      this.#ask('ordinary');
      await sleep(PACE_MS);
    }
    await this.#ended();
    const ms = crowd.acknowledgements().map((one) => one ?? Infinity);
    return {
      bigASecond: FLOOD / ((performance.now() - startMs) / 1000),
      atOnceMs: ms.slice(earlier, atOnce),
      meanwhileMs: ms.slice(atOnce),
    };
  }

  /** Resolves once everything that was asked was taken and has ended. */
  async #ended(): Promise<void> {
    const { stage, bot } = this.#parts;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const dropped = (): number => bot.output().split('not written down in time').length - 1;
    while (stage.written().size + dropped() < this.#asked || stage.unfinished() > 0)
      await sleep(LOOK_MS, undefined, { signal });
  }

  async #rest(): Promise<ResidentMemory> {
    await sleep(REST_MS);
    return this.#look();
  }

  #look(): ResidentMemory {
    const seen = readResidentMemory(this.#parts.bot.pid) ?? NOTHING;
    this.#peakMainMb = Math.max(this.#peakMainMb, seen.mainMb);
    this.#peakMb = Math.max(this.#peakMb, seen.togetherMb);
    return seen;
  }

  #countFaults(): number {
    const { crowd } = this.#parts;
    const isOnce = ({ summaries, refusals }: ReturnType<Crowd['outcomes']>[number]): boolean =>
      summaries === 1 && refusals.length === 0;
    return crowd.outcomes().filter((one) => !isOnce(one)).length + crowd.faults().length;
  }
}
