// The worker's own file: it reads what it is sent, one after the other, and knows nothing else.
import { readSource, type RawSource } from '../article/read-source.ts';
import type { FromWorker } from './worker-message.ts';

function send(message: FromWorker): void {
  // `send` is there as long as the parent is; without a parent nobody needs the answer.
  process.send?.(message);
}

async function answer(raw: RawSource): Promise<FromWorker> {
  try {
    return { kind: 'reading', reading: await readSource(raw) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (raw: RawSource) => {
  void answer(raw).then(send);
});
// Ctrl-C reaches every process of the terminal; the parent decides what becomes of this one.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
send({ kind: 'ready' });
