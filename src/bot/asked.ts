import type { ChatPlatform } from '../ports/chat-platform.ts';

/** Where a request came from, and until when it is answered. */
export interface Asked {
  readonly platform: ChatPlatform;
  readonly signal: AbortSignal;
}
