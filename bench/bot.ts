import { crowdOnDiscord } from '../test/running/crowd-on-discord.ts';
import { crowdOnSlack } from '../test/running/crowd-on-slack.ts';
import { FLOOD, measureLoad, ORDINARY, type Load } from './bot-under-load.ts';
import type { Measured, Row } from './measure.ts';
import { readResidentMemory, type ResidentMemory } from './resident-memory.ts';
import { medianOf, percentileOf } from './time.ts';

const PEOPLE = 40;
/** Ours: the platforms allow 3 s. */
const REACH_MS = 1000;
const REACH_GROWTH_MB = 40;
/** What all of Nutgraf may hold on default settings. */
const REACH_MB = 512;

/** The running bot, a process of its own, on each platform: how soon it acknowledges, how much it does, what it holds. */
export async function measureBot(): Promise<Measured> {
  if (readResidentMemory(process.pid) === undefined)
    return { status: 'left-out', why: 'memory of processes is read from /proc, which is not here' };
  const discord = await measureLoad(await crowdOnDiscord(PEOPLE));
  const slack = await measureLoad(await crowdOnSlack(PEOPLE));
  return { status: 'measured', rows: [...rowsOf('Discord', discord), ...rowsOf('Slack', slack)] };
}

function rowsOf(platform: string, load: Load): readonly Row[] {
  const { idle, before, after, peakMainMb, peakMb } = load;
  const row = (measure: string, here: string, reach?: { words: string; isReached: boolean }): Row => ({
    measure: `bot on ${platform}: ${measure}`,
    here,
    bestElsewhere: '',
    reach: reach?.words ?? '',
    ...(reach === undefined ? {} : { reached: reach.isReached }),
  }); // prettier-ignore
  const soon = (times: readonly number[]) => ({
    words: `p99 <= ${REACH_MS} ms`,
    isReached: percentileOf(times, 99) <= REACH_MS,
  });
  const growthMb = after.mainMb - before.mainMb;
  return [
    row(
      `acknowledged while every core is parsing, p50 (p99, max) of ${load.meanwhileMs.length}`,
      timesOf(load.meanwhileMs),
      soon(load.meanwhileMs),
    ),
    row(
      `acknowledged where all ask at once, p50 (p99, max) of ${load.atOnceMs.length}`,
      timesOf(load.atOnceMs),
      soon(load.atOnceMs),
    ),
    row(
      `answers a second under a flood of ${FLOOD} pages of 1 MB (of ${ORDINARY} short ones)`,
      `${load.bigASecond.toFixed(1)} (${load.ordinaryASecond.toFixed(1)})`,
    ),
    row('requests not answered exactly once, and other faults', String(load.faults), {
      words: '0',
      isReached: load.faults === 0,
    }),
    row('memory idle: its process (workers)', memoryOf(idle)),
    row(`memory at rest before (after) ${ORDINARY} requests`, `${memoryOf(before)} -> ${memoryOf(after)}`, {
      words: `growth <= ${REACH_GROWTH_MB} MB`,
      isReached: growthMb <= REACH_GROWTH_MB,
    }), // prettier-ignore
    row(
      'memory at most: its process (with all workers, what they share counted once)',
      `${peakMainMb.toFixed(0)} MB (${peakMb.toFixed(0)} MB)`,
      { words: `<= ${REACH_MB} MB`, isReached: peakMb <= REACH_MB },
    ),
  ];
}

function timesOf(times: readonly number[]): string {
  const [p50, p99, max] = [medianOf(times), percentileOf(times, 99), percentileOf(times, 100)];
  return `${p50.toFixed(0)} ms (${p99.toFixed(0)} ms, ${max.toFixed(0)} ms)`;
}

function memoryOf({ mainMb, workersMb }: ResidentMemory): string {
  return `${mainMb.toFixed(0)} MB (${workersMb.toFixed(0)} MB)`;
}
