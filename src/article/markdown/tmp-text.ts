import type { Reading } from '../reading.ts';
export const readText = (_text: string, _o: object): Reading => ({
  status: 'failed',
  problem: { code: 'reading-failed' },
});
