import { fetchAnswer } from './fetch-answer.ts';
import type { FetchOptions } from './fetch-options.ts';
import type { Fetched } from './fetched.ts';

/** Gets what stands at a link, under all the guards of `fetchAnswer`; rejects like that. */
export async function fetchPage(
  address: string,
  options: Omit<FetchOptions, 'ask'>,
): Promise<Fetched> {
  const { outcome } = await fetchAnswer(address, options);
  if (outcome.status !== 'unchanged') return outcome;
  throw new Error('A page was answered as unchanged that was not asked for so');
}
