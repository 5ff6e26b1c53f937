// A worker that does what the body of its source says, in place of reading it.
import type { FromWorker, Task } from '../../src/engine/task.ts';

const deeds: Readonly<Record<string, () => void>> = {
  'fill the memory': () => {
    const kept: object[] = [];
    for (;;) kept.push({ size: kept.length });
  },
  'take too much at once': () => {
    Array.from('ab'.repeat(10_000_000));
  },
  exit: () => process.exit(3),
  'go on for ever': () => {
    for (;;);
  },
  throw: () => {
    throw new Error('the reader is broken');
  },
};

function say(message: FromWorker): void {
  process.send?.(message);
}

process.on('message', (task: Task) => {
  const body = task.kind === 'source' ? String(task.raw.body) : '';
  try {
    deeds[body]?.();
  } catch (error) {
    say({ kind: 'failed', reason: (error as Error).message });
    return;
  }
  const secrets = Object.keys(process.env).filter((name) => name !== 'NODE_COMPILE_CACHE');
  const answers: Readonly<Record<string, string>> = {
    pid: String(process.pid),
    environment: secrets.join(' '),
  };
  const article = {
    title: answers[body] ?? body,
    byline: [],
    language: 'en',
    paragraphs: [],
    subheads: [],
    notes: [],
  };
  say({ kind: 'done', result: { status: 'done', article, cuts: [] } });
});
process.on('disconnect', () => process.exit(0));
say({ kind: 'ready' });
