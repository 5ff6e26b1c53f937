// The worker's own file: it does what it is asked, one task after the other, and knows nothing else.
import { flushCompileCache } from 'node:module';
import type { FromWorker, Task } from './task.ts';
import { workOnFeed } from './work-on-feed.ts';
import { findPlaces, workOnKept } from './work-on-kept.ts';
import { workOnLine } from './work-on-line.ts';
import { workOnSource } from './work-on-source.ts';

function send(message: FromWorker): void {
  // A worker is killed in the end, so compiled code is kept while nobody kills it yet; there is new code only once.
  flushCompileCache();
  // `send` is there as long as the parent is; without a parent nobody needs the answer.
  process.send?.(message);
}

async function answer(task: Task): Promise<FromWorker> {
  try {
    switch (task.kind) {
      case 'source':
        return { kind: 'done', result: await workOnSource(task.raw, task.wanted) };
      case 'kept':
        return { kind: 'done', result: await workOnKept(task.kept, task.form) };
      case 'question':
        return { kind: 'places', places: await findPlaces(task.article, task.question) };
      case 'line':
        return { kind: 'line', answer: await workOnLine(task.line, task.options) };
      case 'feed':
        return { kind: 'feed', parsed: await workOnFeed(task.raw) };
    }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (task: Task) => {
  void answer(task).then(send);
});
// pdf.js leaves the promises of a damaged file's broken parts to nobody; the task has its own answer or its deadline.
process.on('unhandledRejection', () => undefined);
// Ctrl-C reaches every process of the terminal; the parent decides what becomes of this one.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
send({ kind: 'ready' });
