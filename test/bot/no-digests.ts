import type { DigestDesk } from '../../src/bot/digest-desk.ts';

/** For a bot of which nobody asks for a digest. */
export const noDigests: DigestDesk = {
  answer: () => Promise.reject(new Error('nobody asks for digests here')),
  decide: () => Promise.reject(new Error('nobody asks for digests here')),
  suggest: () => Promise.resolve([]),
  form: () => Promise.reject(new Error('nobody asks for digests here')),
  findFaults: () => [],
  left: () => Promise.resolve(0),
};
