import type { Destination } from '../../../ports/destination.ts';
import { SLACK, writeAddress } from '../wire/slack-address.ts';

/** Slack's 30 minutes, less the way there: https://docs.slack.dev/interactivity/handling-user-interaction */
export const RESPONSE_LIFE_MS = 29.5 * 60_000;

export interface Responding {
  readonly channel: string;
  readonly user: string;
  readonly responseUrl: string;
  readonly responseUntilMs: number;
  readonly isPrivate: boolean;
  readonly threadTs?: string;
}

/**
 * Where what came with a response URL is answered. Whoever asked has been told by then that it is being read, so that
 * no public message need stand there meanwhile. What is for the person alone ends with the URL; what is for all may
 * also be posted where we are a member, which stays open.
 */
export function readResponding(responding: Responding): Destination {
  return {
    platform: SLACK,
    address: writeAddress({ kind: 'response', ...responding }),
    showsWaiting: true,
    ...(responding.isPrivate ? { untilMs: responding.responseUntilMs } : {}),
  };
}
