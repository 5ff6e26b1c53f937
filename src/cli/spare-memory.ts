import { setFlagsFromString } from 'node:v8';

/** Old objects are looked through again once they have grown by so much. */
const GROWING_PERCENT = 30;

/**
 * Keeps the memory of a process that runs for months near what it needs. Left alone V8 takes what it can get before it
 * looks for garbage: after 1,500 requests the bot held 360 MB, of which 45 were in use; so it holds 185 and is as quick.
 * To be called early, before there is much.
 */
export function spareMemory(): void {
  // The space for new objects stays as large as it is now; what outlives it is old.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
}
