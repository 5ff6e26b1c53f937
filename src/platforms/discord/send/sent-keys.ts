import type { DeliveryKey } from '../../../ports/destination.ts';

/**
 * Under which keys messages were sent. What has no buttons bears no key; Discord tells then only what it answers, and
 * this, as long as the process lives, whether it was somebody else's answer.
 */
export interface SentKeys {
  readonly note: (message: string, key: DeliveryKey) => void;
  readonly isOfAnother: (message: string, key: DeliveryKey) => boolean;
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
    isOfAnother(message, key) {
      const known = keys.get(message);
      return known !== undefined && known !== key;
    },
  };
}
