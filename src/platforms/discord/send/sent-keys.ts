import type { DeliveryKey } from '../../../ports/destination.ts';

/**
 * Under which keys messages were sent. What has no buttons bears no key, and Discord lists nobody's private messages;
 * this knows them as long as the process lives.
 */
export interface SentKeys {
  readonly note: (message: string, key: DeliveryKey) => void;
  readonly forget: (message: string) => void;
  readonly isOfAnother: (message: string, key: DeliveryKey) => boolean;
  /** The messages that were sent under a key, in their order. */
  readonly messagesOf: (key: DeliveryKey) => readonly string[];
}

export function createSentKeys(maxMessages = 2000): SentKeys {
  const keys = new Map<string, DeliveryKey>();
  return {
    note(message, key) {
      keys.delete(message);
      keys.set(message, key);
      for (const oldest of keys.keys()) {
        if (keys.size <= maxMessages) break;
        keys.delete(oldest);
      }
    },
    forget: (message) => void keys.delete(message),
    isOfAnother(message, key) {
      const known = keys.get(message);
      return known !== undefined && known !== key;
    },
    messagesOf: (key) => [...keys].flatMap(([message, one]) => (one === key ? [message] : [])),
  };
}
